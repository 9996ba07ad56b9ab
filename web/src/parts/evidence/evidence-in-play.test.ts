import { expect, it } from 'vitest';
import type { EvidenceId, RecordKind } from '../../../../db/vocabulary.ts';
import { evidenceInPlay } from './evidence-in-play.ts';

const record = (kind: RecordKind, name: string | null, undone = false) => ({
  kind,
  undone,
  evidence: name === null ? [] : [{ id: 1 as EvidenceId, name, type: 'image/png', bytes: 1, alsoOn: null }],
});
const names = (...records: ReturnType<typeof record>[]) => evidenceInPlay(records).map(({ name }) => name);

it('counts all evidence while nothing was returned', () => {
  expect(names(record('reported', 'a'), record('evidenceAttached', 'b'))).toEqual(['a', 'b']);
});

it('begins anew with a return', () => {
  expect(names(record('submitted', 'a'), record('returned', null), record('evidenceAttached', 'b'))).toEqual([
    'b',
  ]);
});

it('leaves out what was taken back', () => {
  expect(names(record('submitted', 'a', true), record('evidenceAttached', 'b'))).toEqual(['b']);
});
