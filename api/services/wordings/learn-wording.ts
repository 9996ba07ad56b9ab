import { and, eq, sql } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { wordings } from '../../../db/schema/wordings.ts';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found } from '../../errors.ts';

/**
 * Keeps the words that somebody used for a task, to be offered to the office (chat.md, "Synonyms"); said again, they
 * count once more. Words that the task knows already are not kept. Throws `forbidden` and `notFound`.
 */
export async function learnWording(
  ctx: Context,
  { assignmentId, wording }: { assignmentId: AssignmentId; wording: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const [row] = await tx.db
      .select({ taskId: tasks.id, unitId: assignments.unitId, title: tasks.title, synonyms: tasks.synonyms })
      .from(assignments)
      .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
      .where(and(eq(assignments.domainId, tx.domainId), eq(assignments.id, assignmentId)));
    const task = found(row, '任务');
    permit(tx, 'progress.report', task.unitId);
    if (task.title.includes(wording) || task.synonyms.includes(wording)) return;
    const at = tx.clock();
    await tx.db
      .insert(wordings)
      .values({ domainId: tx.domainId, taskId: task.taskId, wording, firstAt: at, lastAt: at })
      .onConflictDoUpdate({
        target: [wordings.domainId, wordings.taskId, wordings.wording],
        set: { times: sql`${wordings.times} + 1`, lastAt: at },
      });
  });
}
