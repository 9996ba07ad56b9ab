import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import { assignments, reminders } from '../../../db/schema/assignments.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';

/** 收到 answers what was sent lately, not last month's. */
const ANSWERS_WITHIN_MS = 3 * 86_400_000;

/**
 * Takes a unit's 收到 as the answer to the reminders it was sent in the last three days: they are silent until the
 * next stage (time.md, "Reminders"). Gives how many. Throws `forbidden` outside one's units.
 */
export async function acknowledgeReminders(ctx: Context, unitId: UnitId): Promise<number> {
  permit(ctx, 'progress.report', unitId);
  const since = new Date(ctx.clock().getTime() - ANSWERS_WITHIN_MS);
  return ctx.transaction(async (tx) => {
    const own = tx.db
      .select({ id: assignments.id })
      .from(assignments)
      .where(and(eq(assignments.domainId, tx.domainId), eq(assignments.unitId, unitId)));
    const rows = await tx.db
      .update(reminders)
      .set({ acknowledgedAt: tx.clock() })
      .where(
        and(
          eq(reminders.domainId, tx.domainId),
          inArray(reminders.assignmentId, own),
          gte(reminders.sentAt, since),
          isNull(reminders.acknowledgedAt),
        ),
      )
      .returning({ step: reminders.step });
    return rows.length;
  });
}
