import { and, asc, desc, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { plans, tasks } from '../../../db/schema/plans.ts';
import { wordings } from '../../../db/schema/wordings.ts';
import { type Context, permit } from '../../context.ts';

/** The tasks of the confirmed plans with their everyday words, and the words that are offered for them, most used first. */
export async function listWordings(ctx: Context) {
  permit(ctx, 'plan.edit');
  return ctx.read(async (db) => {
    const rows = await db
      .select({ id: tasks.id, code: tasks.code, title: tasks.title, synonyms: tasks.synonyms })
      .from(tasks)
      .innerJoin(plans, refersTo(tasks, 'planId', plans))
      .where(and(eq(tasks.domainId, ctx.domainId), eq(plans.state, 'confirmed')))
      .orderBy(desc(plans.year), asc(tasks.position), asc(tasks.id));
    const offered = await db
      .select({
        taskId: wordings.taskId,
        wording: wordings.wording,
        times: wordings.times,
        lastAt: wordings.lastAt,
      })
      .from(wordings)
      .where(and(eq(wordings.domainId, ctx.domainId), eq(wordings.state, 'offered')))
      .orderBy(desc(wordings.times), desc(wordings.lastAt), asc(wordings.wording));
    return {
      tasks: rows.map((task) => ({
        ...task,
        offered: offered
          .filter(({ taskId }) => taskId === task.id)
          .map(({ wording, times, lastAt }) => ({ wording, times, lastAt })),
      })),
    };
  });
}
