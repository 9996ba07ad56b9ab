import { describe, expect, it } from 'vitest';
import { readDraft } from './draft.ts';

const empty = { note: '', percent: 0, done: false };

describe('a kept draft', () => {
  it('comes back as it was typed', () => {
    expect(readDraft('{"note":"做了一半","percent":50,"done":false}', empty)).toEqual({
      note: '做了一半',
      percent: 50,
      done: false,
    });
  });

  it('keeps only the fields that the form still has, of the kind it has them', () => {
    expect(readDraft('{"note":7,"percent":30,"gone":"x"}', empty)).toEqual({
      note: '',
      percent: 30,
      done: false,
    });
  });

  it.each([null, '', '{', 'null', '[]', '"x"'])('is empty where %j was kept', (text) => {
    expect(readDraft(text, empty)).toEqual(empty);
  });
});
