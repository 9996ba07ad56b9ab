import { and, asc, desc, eq, gte } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { plans, tasks, taskUnits } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { Day, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { dayOf } from '../../domain/time/day.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { notifyUnit } from '../chat/notify-unit.ts';
import { buildAssignments } from './build-assignments.ts';

export interface Assigned {
  code: string;
  title: string;
  /** The day that it is due first; null where no period of it has come near yet. */
  dueOn: Day | null;
}

/**
 * Gives a task of the confirmed plan to one more unit (交办), from today on, and tells the unit's room. What it is due
 * for before today is nobody's to make up. Throws `forbidden`, `notFound`, and `conflict` where the unit has the task
 * already or its day has passed.
 */
export async function assignTask(
  ctx: Context,
  { code, unitId }: { code: string; unitId: UnitId },
): Promise<Assigned> {
  permit(ctx, 'task.assign', unitId);
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const today = dayOf(tx.clock());
    const [row] = await tx.db
      .select({ task: tasks })
      .from(tasks)
      .innerJoin(plans, refersTo(tasks, 'planId', plans))
      .where(and(eq(tasks.domainId, domainId), eq(tasks.code, code), eq(plans.state, 'confirmed')))
      .orderBy(desc(plans.year), desc(plans.id))
      .limit(1);
    const { task } = found(row, '任务');
    const [unit] = await tx.db
      .select({ name: units.shortName })
      .from(units)
      .where(and(eq(units.domainId, domainId), eq(units.id, unitId)));
    const { name } = found(unit, '单位');
    if (task.dueOn !== null && task.dueOn < today) {
      throw new Refusal('conflict', 'alreadyPast', '这项任务的期限已经过了');
    }
    const given = await tx.db
      .insert(taskUnits)
      .values({ domainId, taskId: task.id, unitId, givenAt: tx.clock() })
      .onConflictDoNothing()
      .returning({ unitId: taskUnits.unitId });
    if (given.length === 0) throw new Refusal('conflict', 'alreadyGiven', `${name}已经承办这项任务`);
    await tx.db
      .update(tasks)
      .set({ givenTo: [...task.givenTo, name] })
      .where(and(eq(tasks.domainId, domainId), eq(tasks.id, task.id)));
    await recordAudit(tx, 'task.assign', `task:${task.id}`, { unitId });
    await buildAssignments(tx);
    const [first] = await tx.db
      .select({ dueOn: assignments.dueOn, period: assignments.period })
      .from(assignments)
      .where(
        and(
          eq(assignments.domainId, domainId),
          eq(assignments.taskId, task.id),
          eq(assignments.unitId, unitId),
          gte(assignments.dueOn, today),
        ),
      )
      .orderBy(asc(assignments.dueOn))
      .limit(1);
    if (first !== undefined) {
      const key = `assigned:${task.id}:${unitId}`;
      await notifyUnit(
        tx,
        { taskId: task.id, unitId, period: first.period },
        { kind: 'assigned', dueOn: first.dueOn, key },
      );
    }
    return { code: task.code, title: task.title, dueOn: first?.dueOn ?? null };
  });
}
