import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { assignments, progressRecords, reminders } from '../../../db/schema/assignments.ts';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { fold } from '../../domain/assignment/fold.ts';
import type { ProgressRecord } from '../../domain/assignment/record.ts';

/** Rows to one statement; PostgreSQL takes at most 65,535 parameters. */
const BATCH = 1000;

/** The assignments to which something happened after an instant, with the records of each made by then. */
async function changedSince(tx: Tx, at: Date) {
  const changed = tx.db
    .select({ id: progressRecords.assignmentId })
    .from(progressRecords)
    .where(and(eq(progressRecords.domainId, tx.domainId), gt(progressRecords.recordedAt, at)));
  const rows = await tx.db
    .select()
    .from(assignments)
    .where(and(eq(assignments.domainId, tx.domainId), inArray(assignments.id, changed)));
  const known = await tx.db
    .select()
    .from(progressRecords)
    .where(
      and(
        eq(progressRecords.domainId, tx.domainId),
        inArray(progressRecords.assignmentId, changed),
        lte(progressRecords.recordedAt, at),
      ),
    )
    .orderBy(asc(progressRecords.id));
  const records = new Map<AssignmentId, ProgressRecord[]>(rows.map(({ id }) => [id, []]));
  for (const record of known) records.get(record.assignmentId)?.push(record);
  return rows.map((row) => ({ ...row, ...fold(records.get(row.id) ?? [], row.firstDueOn) }));
}

/**
 * Makes the assignments stand as they stood at an instant that is past, and forgets what was sent since: for a look
 * back in a transaction that is taken back.
 */
export async function rewindTo(tx: Tx, at: Date): Promise<void> {
  const own = eq(assignments.domainId, tx.domainId);
  await tx.db.delete(reminders).where(and(eq(reminders.domainId, tx.domainId), gt(reminders.sentAt, at)));
  const rows = await changedSince(tx, at);
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.db
      .insert(assignments)
      .values(rows.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: [assignments.domainId, assignments.id],
        set: {
          state: sql`excluded.state`,
          dueOn: sql`excluded.due_on`,
          submittedAt: sql`excluded.submitted_at`,
          closedAt: sql`excluded.closed_at`,
          extensionUntil: sql`excluded.extension_until`,
        },
      });
  }
  await tx.db
    .update(assignments)
    .set({ withdrawnAt: null })
    .where(and(own, gt(assignments.withdrawnAt, at)));
  await tx.db
    .update(assignments)
    .set({ withdrawnAt: at })
    .where(and(own, gt(assignments.createdAt, at)));
}
