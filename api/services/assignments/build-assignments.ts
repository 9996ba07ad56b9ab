import { and, eq, isNull } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { plans, tasks, taskUnits } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { addDays, dayOf, laterOf } from '../../domain/time/day.ts';
import { periodsOf, recurrenceOf } from '../../domain/time/recurrence.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** Assignments come into being this many days before their period opens, so that every month's are there in time. */
const AHEAD_DAYS = 35;
/** Rows to one statement; PostgreSQL takes at most 65,535 parameters. */
const BATCH = 2000;

/**
 * Every assignment that the confirmed plans call for and whose period opens soon or has opened. A period that had ended
 * when the plan was confirmed, or the unit added, is nobody's to do any more; what is due once still is, late as it may be.
 */
async function calledFor(tx: Tx) {
  const rows = await tx.db
    .select({
      task: tasks,
      unitId: taskUnits.unitId,
      year: plans.year,
      confirmedAt: plans.confirmedAt,
      addedAt: units.addedAt,
      givenAt: taskUnits.givenAt,
    })
    .from(taskUnits)
    .innerJoin(tasks, refersTo(taskUnits, 'taskId', tasks))
    .innerJoin(plans, refersTo(tasks, 'planId', plans))
    .innerJoin(units, refersTo(taskUnits, 'unitId', units))
    .where(and(eq(taskUnits.domainId, tx.domainId), eq(plans.state, 'confirmed'), isNull(units.retiredAt)))
    .orderBy(tasks.position, taskUnits.unitId);
  const horizon = addDays(dayOf(tx.clock()), AHEAD_DAYS);
  return rows.flatMap(({ task, unitId, year, confirmedAt, addedAt, givenAt }) => {
    const added = laterOf(dayOf(confirmedAt ?? addedAt), dayOf(addedAt));
    const begins = givenAt === null ? added : laterOf(added, dayOf(givenAt));
    return periodsOf(recurrenceOf(task), year)
      .filter((period) => period.opensOn <= horizon && (task.dueOn !== null || period.dueOn >= begins))
      .map((period) => ({
        domainId: tx.domainId,
        taskId: task.id,
        unitId,
        period: period.key,
        opensOn: period.opensOn,
        firstDueOn: period.dueOn,
        dueOn: period.dueOn,
        lastDueOn: period.lastDueOn,
        createdAt: tx.clock(),
      }));
  });
}

/**
 * Builds the assignments (交办) of periods that have opened or open within five weeks; building them twice changes
 * nothing (time.md, "Due days"). Gives how many are new.
 */
export async function buildAssignments(ctx: Context): Promise<{ built: number }> {
  permit(ctx, 'plan.edit');
  return ctx.transaction(async (tx) => {
    const rows = await calledFor(tx);
    let built = 0;
    for (let from = 0; from < rows.length; from += BATCH) {
      const added = await tx.db
        .insert(assignments)
        .values(rows.slice(from, from + BATCH))
        .onConflictDoNothing()
        .returning({ id: assignments.id });
      built += added.length;
    }
    if (built > 0) await recordAudit(tx, 'assignment.build', 'assignments', { built });
    return { built };
  });
}
