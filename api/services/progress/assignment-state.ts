/** Reading an assignment with its records under a lock, and writing what they add up to. */
import { and, eq, sql } from 'drizzle-orm';
import { assignments, progressRecords } from '../../../db/schema/assignments.ts';
import type { AssignmentId, Day, MessageId, PersonId, RecordId, RecordKind } from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import type { Obstacle } from '../../domain/assignment/decide.ts';
import { fold, type Standing } from '../../domain/assignment/fold.ts';
import type { ProgressRecord } from '../../domain/assignment/record.ts';
import { OBSTACLE_WORDS } from '../../domain/assignment/words.ts';
import { found, Refusal } from '../../errors.ts';

export interface Held {
  row: typeof assignments.$inferSelect;
  records: ProgressRecord[];
  now: Standing;
}

/**
 * Locks the assignment for this transaction. Throws `notFound`, and `conflict` where a new version of the plan asks for
 * it no more.
 */
export async function hold(tx: Tx, assignmentId: AssignmentId): Promise<Held> {
  const [row] = await tx.db
    .select()
    .from(assignments)
    .where(and(eq(assignments.domainId, tx.domainId), eq(assignments.id, assignmentId)))
    .for('update');
  const held = found(row, '任务');
  if (held.withdrawnAt !== null) {
    throw new Refusal('conflict', 'withdrawn', '工作方案已经更新，不再要求这项任务');
  }
  const records = await tx.db
    .select({
      id: progressRecords.id,
      at: progressRecords.at,
      kind: progressRecords.kind,
      personId: progressRecords.personId,
      percent: progressRecords.percent,
      count: progressRecords.count,
      untilOn: progressRecords.untilOn,
      reason: progressRecords.reason,
      undoes: progressRecords.undoes,
    })
    .from(progressRecords)
    .where(and(eq(progressRecords.domainId, tx.domainId), eq(progressRecords.assignmentId, assignmentId)));
  return { row: held, records, now: fold(records, held.firstDueOn) };
}

/** Throws `conflict` where a decision says that something may not be done. */
export function unless(obstacle: Obstacle | null): void {
  if (obstacle !== null) throw new Refusal('conflict', obstacle, OBSTACLE_WORDS[obstacle]);
}

/** Throws `conflict` where somebody else has changed the assignment since the caller looked. */
export function unchangedSince(held: Held, version: number): void {
  if (held.row.version !== version) {
    throw new Refusal('conflict', 'changedSince', '别人刚刚改动了这项任务，请刷新后再试');
  }
}

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

/** Adds a record to a held assignment and writes what they all add up to now. Gives the record's number. */
export async function addRecord(tx: Tx, held: Held, record: NewRecord): Promise<RecordId> {
  const personId: PersonId | null = personOf(tx);
  const at = tx.clock();
  const [added] = await tx.db
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
    .returning({ id: progressRecords.id });
  const { id } = found(added, '进展记录');
  const { percent = null, count = null, untilOn = null, reason = null, undoes = null } = record;
  const made: ProgressRecord = {
    id,
    at,
    kind: record.kind,
    personId,
    percent,
    count,
    untilOn,
    reason,
    undoes,
  };
  await tx.db
    .update(assignments)
    .set({ ...fold([...held.records, made], held.row.firstDueOn), version: sql`${assignments.version} + 1` })
    .where(and(eq(assignments.domainId, tx.domainId), eq(assignments.id, held.row.id)));
  return id;
}
