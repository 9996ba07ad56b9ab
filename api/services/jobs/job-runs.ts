import { and, desc, eq, sql } from 'drizzle-orm';
import { jobRuns } from '../../../db/schema/system.ts';
import { type Context, permit } from '../../context.ts';

/** What a run did, by name: `{sent: 12, rooms: 5}`. */
export type Counts = Record<string, number>;

const runOf = (ctx: Context, job: string, scheduledAt: Date) =>
  and(eq(jobRuns.domainId, ctx.domainId), eq(jobRuns.job, job), eq(jobRuns.scheduledAt, scheduledAt));

/**
 * Claims a run (领取) for this process: true for the one that may run it. A run that began longer than
 * `abandonedAfterMs` ago and never ended belongs to a process that died, and may be claimed again.
 */
export async function claimRun(
  ctx: Context,
  job: string,
  scheduledAt: Date,
  abandonedAfterMs: number,
): Promise<boolean> {
  const now = ctx.clock();
  const abandoned = new Date(now.getTime() - abandonedAfterMs);
  return ctx.transaction(async (tx) => {
    const claimed = await tx.db
      .insert(jobRuns)
      .values({ domainId: tx.domainId, job, scheduledAt, startedAt: now })
      .onConflictDoUpdate({
        target: [jobRuns.domainId, jobRuns.job, jobRuns.scheduledAt],
        set: { startedAt: now, attempts: sql`${jobRuns.attempts} + 1` },
        setWhere: sql`${jobRuns.outcome} = 'running' and ${jobRuns.startedAt} < ${abandoned.toISOString()}::timestamptz`,
      })
      .returning({ job: jobRuns.job });
    return claimed.length === 1;
  });
}

/** Writes down how a claimed run ended: with its counts, or with the error of its last attempt. */
export async function endRun(
  ctx: Context,
  job: string,
  scheduledAt: Date,
  end: { counts: Counts; attempts: number } | { error: string; attempts: number },
): Promise<void> {
  await ctx.transaction((tx) =>
    tx.db
      .update(jobRuns)
      .set({
        endedAt: tx.clock(),
        attempts: end.attempts,
        ...('counts' in end
          ? { outcome: 'done' as const, counts: end.counts }
          : { outcome: 'failed' as const, error: end.error }),
      })
      .where(runOf(tx, job, scheduledAt)),
  );
}

/** The last 50 runs, newest first. */
export async function listRuns(ctx: Context) {
  permit(ctx, 'job.see');
  return ctx.read((db) =>
    db
      .select()
      .from(jobRuns)
      .where(eq(jobRuns.domainId, ctx.domainId))
      .orderBy(desc(jobRuns.startedAt))
      .limit(50),
  );
}
