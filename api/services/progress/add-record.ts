import { and, eq, sql } from 'drizzle-orm';
import { assignments, progressRecords } from '../../../db/schema/assignments.ts';
import type { Day, MessageId, PersonId, RecordId, RecordKind } from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import type { Standing } from '../../domain/assignment/fold.ts';
import type { ProgressRecord } from '../../domain/assignment/record.ts';
import { found } from '../../errors.ts';
import type { Held } from './hold-assignment.ts';

export interface NewRecord {
  kind: RecordKind;
  percent?: number | null;
  count?: number | null;
  untilOn?: Day | null;
  note?: string | null;
  reason?: string | null;
  undoes?: RecordId | null;
  messageId?: MessageId | null;
}

/** Until it is written a record stands behind all others of its instant. */
const NOT_NUMBERED = Number.MAX_SAFE_INTEGER as RecordId;

/** Adds a record to a held assignment and writes what they all add up to now; gives the record's number and that. */
export async function addRecord(
  tx: Tx,
  held: Held,
  record: NewRecord,
): Promise<{ recordId: RecordId; standing: Standing }> {
  const personId: PersonId | null = personOf(tx);
  const at = tx.clock();
  const { percent = null, count = null, untilOn = null, reason = null, undoes = null } = record;
  const made: ProgressRecord = {
    id: NOT_NUMBERED,
    at,
    kind: record.kind,
    personId,
    percent,
    count,
    untilOn,
    reason,
    undoes,
  };
  const standing = held.with(made);
  const [[added]] = await Promise.all([
    tx.db
      .insert(progressRecords)
      .values({
        domainId: tx.domainId,
        assignmentId: held.row.id,
        at,
        recordedAt: tx.wall(),
        personId,
        channel: tx.channel,
        ...record,
      })
      .returning({ id: progressRecords.id }),
    tx.db
      .update(assignments)
      .set({ ...standing, version: sql`${assignments.version} + 1` })
      .where(and(eq(assignments.domainId, tx.domainId), eq(assignments.id, held.row.id))),
  ]);
  return { recordId: found(added, '进展记录').id, standing };
}
