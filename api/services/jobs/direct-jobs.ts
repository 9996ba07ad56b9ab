import { and, eq, inArray } from 'drizzle-orm';
import { jobRuns, jobSwitches } from '../../../db/schema/system.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

/**
 * Asks for a run by hand (立即运行), for this instant: whichever process runs jobs takes it up at once, paused or not.
 * Throws `forbidden`, and `conflict` where the job is running or waits already.
 */
export async function requestRun(ctx: Context, job: string): Promise<void> {
  permit(ctx, 'job.run');
  await ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const now = tx.clock();
    const going = await tx.db
      .select({ job: jobRuns.job })
      .from(jobRuns)
      .where(
        and(
          eq(jobRuns.domainId, domainId),
          eq(jobRuns.job, job),
          inArray(jobRuns.outcome, ['waiting', 'running']),
        ),
      );
    const added =
      going.length > 0
        ? []
        : await tx.db
            .insert(jobRuns)
            .values({
              ...{ domainId, job, scheduledAt: now, startedAt: now },
              outcome: 'waiting',
              byHand: true,
              requestedBy: personOf(tx),
            })
            .onConflictDoNothing()
            .returning({ job: jobRuns.job });
    if (added.length === 0) throw new Refusal('conflict', 'running', '这个任务正在运行，请稍候');
    await recordAudit(tx, 'job.request', `job:${job}`);
  });
}

/** Pauses a job (暂停) or lets it go on (恢复), in every process at once. Throws `forbidden`. */
export async function pauseJob(ctx: Context, job: string, paused: boolean): Promise<void> {
  permit(ctx, 'job.run');
  await ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const now = { paused, changedAt: tx.clock(), changedBy: personOf(tx) };
    await tx.db
      .insert(jobSwitches)
      .values({ domainId, job, ...now })
      .onConflictDoUpdate({ target: [jobSwitches.domainId, jobSwitches.job], set: now });
    await recordAudit(tx, paused ? 'job.pause' : 'job.resume', `job:${job}`);
  });
}
