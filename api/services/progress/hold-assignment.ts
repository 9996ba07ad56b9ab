/** Reading an assignment with its records under a lock, until the transaction ends. */
import { and, eq, gt } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, progressRecords } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import type { Obstacle } from '../../domain/assignment/decide.ts';
import { fold, type Standing, withReport } from '../../domain/assignment/fold.ts';
import type { ProgressRecord } from '../../domain/assignment/record.ts';
import { OBSTACLE_WORDS } from '../../domain/assignment/words.ts';
import { found, Refusal } from '../../errors.ts';

type Row = typeof assignments.$inferSelect;

export interface Held {
  row: Row;
  /** How its task is measured. */
  task: Pick<typeof tasks.$inferSelect, 'measure' | 'target'>;
  records: ProgressRecord[];
  now: Standing;
  /** What it comes to with one record more. */
  with(record: ProgressRecord): Standing;
}

const RECORD = {
  id: progressRecords.id,
  at: progressRecords.at,
  kind: progressRecords.kind,
  personId: progressRecords.personId,
  percent: progressRecords.percent,
  count: progressRecords.count,
  untilOn: progressRecords.untilOn,
  reason: progressRecords.reason,
  undoes: progressRecords.undoes,
};

const isOf = (tx: Tx, assignmentId: AssignmentId) =>
  and(eq(progressRecords.domainId, tx.domainId), eq(progressRecords.assignmentId, assignmentId));

const allOf = (tx: Tx, assignmentId: AssignmentId) =>
  tx.db.select(RECORD).from(progressRecords).where(isOf(tx, assignmentId));

/** Any record of a later instant than now. */
const laterOf = (tx: Tx, assignmentId: AssignmentId) =>
  tx.db
    .select({ id: progressRecords.id })
    .from(progressRecords)
    .where(and(isOf(tx, assignmentId), gt(progressRecords.at, tx.clock())))
    .limit(1);

const lockRow = (tx: Tx, assignmentId: AssignmentId) =>
  tx.db
    .select({ row: assignments, task: { measure: tasks.measure, target: tasks.target } })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .where(and(eq(assignments.domainId, tx.domainId), eq(assignments.id, assignmentId)))
    .for('update', { of: assignments });

/**
 * Locks the assignment and reads records of it. Both are asked for at once, yet the records are those behind the lock:
 * the statements of a transaction are done one after another, and each sees what is there by then.
 */
async function lock<R>(tx: Tx, assignmentId: AssignmentId, asked: PromiseLike<R[]>) {
  const [[locked], records] = await Promise.all([lockRow(tx, assignmentId), asked]);
  const { row, task } = found(locked, '任务');
  if (row.withdrawnAt !== null) {
    throw new Refusal('conflict', 'withdrawn', '工作方案已经更新，不再要求这项任务');
  }
  return { row, task, records };
}

/**
 * Holds the assignment for this transaction, with all its records. Throws `notFound`, and `conflict` where a new version
 * of the plan asks for it no more.
 */
export async function hold(tx: Tx, assignmentId: AssignmentId): Promise<Held> {
  const { row, task, records } = await lock(tx, assignmentId, allOf(tx, assignmentId));
  return {
    row,
    task,
    records,
    now: fold(records, row.firstDueOn),
    with: (record) => fold([...records, record], row.firstDueOn),
  };
}

/**
 * Holds the assignment as `hold` does, for a report (报进度、报结). Where nothing on record is of a later instant, which
 * is the rule, the row says what all before comes to, and however long the history is, it is not read.
 */
export async function holdToReport(tx: Tx, assignmentId: AssignmentId): Promise<Held> {
  const { row, task, records: later } = await lock(tx, assignmentId, laterOf(tx, assignmentId));
  if (later.length > 0) return hold(tx, assignmentId);
  return { row, task, records: [], now: row, with: (record) => withReport(row, record) };
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
