import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../../db/vocabulary.ts';
import { EMPTY_FIELDS, faultsOf, type ProgressFields, progressOf } from './progress-fields.ts';

const fields = (some: Partial<ProgressFields>): ProgressFields => ({ ...EMPTY_FIELDS, ...some });

describe('a report form', () => {
  it('needs one tap and nothing typed to say that it is done', () => {
    expect(faultsOf(fields({ choice: 'done' }), 'milestone')).toEqual([]);
    expect(progressOf(fields({ choice: 'done' }), 'milestone')).toEqual({ done: true });
  });

  it('asks first whether it is done', () => {
    expect(faultsOf(EMPTY_FIELDS, 'percent')).toEqual([{ field: 'choice' }]);
  });

  it('asks how far it is while it is still going on', () => {
    expect(faultsOf(fields({ choice: 'going' }), 'percent')).toEqual([{ field: 'percent' }]);
    expect(faultsOf(fields({ choice: 'going' }), 'count')).toEqual([{ field: 'count' }]);
  });

  it('takes a share from 0 to 100, in whole numbers', () => {
    for (const percent of ['0', '65', '100']) {
      expect(faultsOf(fields({ choice: 'going', percent }), 'percent')).toEqual([]);
    }
    for (const percent of ['101', '-1', '6.5', '六成', ' ']) {
      expect(faultsOf(fields({ choice: 'going', percent }), 'percent')).toEqual([{ field: 'percent' }]);
    }
  });

  it('says how many were done, finished or not', () => {
    expect(progressOf(fields({ choice: 'done', count: '4' }), 'count')).toEqual({ done: true, count: 4 });
    expect(progressOf(fields({ choice: 'going', count: '2', until: '2026-06-28' }), 'count')).toEqual({
      count: 2,
      until: '2026-06-28',
    });
  });

  it('does not say what was typed for the other choice', () => {
    const typed = fields({ choice: 'done', percent: '40', until: '2026-06-28', note: ' 已上墙 ' });
    expect(progressOf(typed, 'percent')).toEqual({ done: true, note: '已上墙' });
  });

  it('sends nothing but whole numbers in range', () => {
    const typed = fc.record({
      choice: fc.constantFrom<ProgressFields['choice']>('', 'done', 'going'),
      percent: fc.string(),
      count: fc.string(),
      until: fc.constant(''),
      note: fc.string(),
    });
    fc.assert(
      fc.property(typed, fc.constantFrom(...MEASURES), (some, measure) => {
        if (faultsOf(some, measure).length > 0) return;
        const { percent, count } = progressOf(some, measure);
        for (const number of [percent, count]) {
          if (number !== undefined) expect(Number.isSafeInteger(number) && number >= 0).toBe(true);
        }
      }),
    );
  });
});
