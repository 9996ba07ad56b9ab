/** The office's word on everyday words (同义词): set for a task, or taken from what is offered. */
import { and, eq } from 'drizzle-orm';
import { tasks } from '../../../db/schema/plans.ts';
import { wordings } from '../../../db/schema/wordings.ts';
import type { TaskId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { found } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** One space between words, each wording once, in the order given. */
const tidy = (said: readonly string[]): string[] => [
  ...new Set(said.map((wording) => wording.trim().replace(/\s+/g, ' ')).filter((wording) => wording !== '')),
];

const isTask = (tx: Tx, taskId: TaskId) => and(eq(tasks.domainId, tx.domainId), eq(tasks.id, taskId));

async function taskHeld(tx: Tx, taskId: TaskId): Promise<{ synonyms: string[] }> {
  const [row] = await tx.db
    .select({ synonyms: tasks.synonyms })
    .from(tasks)
    .where(isTask(tx, taskId))
    .for('update');
  return found(row, '任务');
}

async function write(tx: Tx, taskId: TaskId, synonyms: readonly string[]): Promise<void> {
  await tx.db
    .update(tasks)
    .set({ synonyms: [...synonyms] })
    .where(isTask(tx, taskId));
}

/** Sets the everyday words that the bot listens for. Throws `forbidden` and `notFound`. */
export async function setWordings(ctx: Context, taskId: TaskId, said: readonly string[]): Promise<void> {
  permit(ctx, 'plan.edit');
  await ctx.transaction(async (tx) => {
    await taskHeld(tx, taskId);
    const synonyms = tidy(said);
    await write(tx, taskId, synonyms);
    await recordAudit(tx, 'wording.set', `task:${taskId}`, { synonyms: synonyms.join('；') });
  });
}

export interface WordingDecision {
  taskId: TaskId;
  wording: string;
  accepted: boolean;
}

/** Takes an offered wording into the task's own, or lets it go for good. Throws `forbidden` and `notFound`. */
export async function decideWording(
  ctx: Context,
  { taskId, wording, accepted }: WordingDecision,
): Promise<void> {
  permit(ctx, 'plan.edit');
  await ctx.transaction(async (tx) => {
    const { synonyms } = await taskHeld(tx, taskId);
    const [decided] = await tx.db
      .update(wordings)
      .set({ state: accepted ? 'accepted' : 'refused', decidedAt: tx.clock(), decidedBy: personOf(tx) })
      .where(
        and(
          eq(wordings.domainId, tx.domainId),
          eq(wordings.taskId, taskId),
          eq(wordings.wording, wording),
          eq(wordings.state, 'offered'),
        ),
      )
      .returning({ wording: wordings.wording });
    found(decided, '建议');
    if (accepted) await write(tx, taskId, tidy([...synonyms, wording]));
    await recordAudit(tx, 'wording.decide', `task:${taskId}`, { wording, accepted });
  });
}
