import type { Day, PersonId, RecordId, RecordKind } from '../../../db/vocabulary.ts';

/** A progress record (进展记录) as the rules see it. */
export interface ProgressRecord {
  id: RecordId;
  at: Date;
  kind: RecordKind;
  personId: PersonId | null;
  percent: number | null;
  count: number | null;
  untilOn: Day | null;
  reason: string | null;
  undoes: RecordId | null;
}

/** Records in the order in which they were made. */
export function inOrder<R extends Pick<ProgressRecord, 'at' | 'id'>>(records: readonly R[]): R[] {
  return [...records].sort((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id);
}

/** Records that stand: without the undoings (撤销) and what they took back. In order. */
export function standing<R extends Pick<ProgressRecord, 'at' | 'id' | 'kind' | 'undoes'>>(
  records: readonly R[],
): R[] {
  const undone = new Set(records.map((record) => record.undoes));
  return inOrder(records).filter((record) => record.kind !== 'undone' && !undone.has(record.id));
}

/** Records made by an instant: what was known as of it. */
export const madeBy = <R extends Pick<ProgressRecord, 'at'>>(records: readonly R[], asOf: Date): R[] =>
  records.filter((record) => record.at.getTime() <= asOf.getTime());
