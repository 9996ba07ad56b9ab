/** The record of runs (任务运行记录): claiming one, ending it, and those that nobody has ended. */
import { and, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { jobRuns, jobSwitches } from '../../../db/schema/system.ts';
import type { Context, Tx } from '../../context.ts';
import { alertAdmins } from './alert-admins.ts';

/** What a run did, by name: `{sent: 12, rooms: 5}`. */
export type Counts = Record<string, number>;

/** A run by its key. */
export interface RunKey {
  job: string;
  scheduledAt: Date;
}

export interface RunRequest extends RunKey {
  /** Asked for by hand: it does not count as a run of the timetable, and is made though the job is paused. */
  byHand?: boolean;
}

/** A run that this process holds: since when, so that one who took it over later is not overwritten. */
export interface Claim extends RunKey {
  startedAt: Date;
}

const ofRun = (ctx: Context, { job, scheduledAt }: RunKey) =>
  and(eq(jobRuns.domainId, ctx.domainId), eq(jobRuns.job, job), eq(jobRuns.scheduledAt, scheduledAt));

async function isPaused(tx: Tx, job: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ paused: jobSwitches.paused })
    .from(jobSwitches)
    .where(and(eq(jobSwitches.domainId, tx.domainId), eq(jobSwitches.job, job)));
  return row?.paused === true;
}

/**
 * Claims a run (领取) for this process; null where it is another's. A run asked for by hand that waits may be claimed,
 * and so may one that began longer than `abandonedAfterMs` ago and never ended: its process has died. A run of a job
 * that is paused is written down as skipped, and is nobody's.
 */
export async function claimRun(
  ctx: Context,
  { byHand = false, ...key }: RunRequest,
  abandonedAfterMs: number,
): Promise<Claim | null> {
  const now = ctx.clock();
  const abandoned = new Date(now.getTime() - abandonedAfterMs);
  return ctx.transaction(async (tx) => {
    const row = { domainId: tx.domainId, ...key, byHand, startedAt: now };
    const known = await tx.db.select({ job: jobRuns.job }).from(jobRuns).where(ofRun(tx, key));
    if (!byHand && known.length === 0 && (await isPaused(tx, key.job))) {
      const skipped = { ...row, endedAt: now, outcome: 'skipped' as const };
      await tx.db.insert(jobRuns).values(skipped).onConflictDoNothing();
      return null;
    }
    const claimed = await tx.db
      .insert(jobRuns)
      .values({ ...row, outcome: 'running' })
      .onConflictDoUpdate({
        target: [jobRuns.domainId, jobRuns.job, jobRuns.scheduledAt],
        set: { startedAt: now, outcome: 'running' },
        setWhere: sql`${jobRuns.outcome} = 'waiting' or (${jobRuns.outcome} = 'running'
          and ${jobRuns.startedAt} < ${abandoned.toISOString()}::timestamptz)`,
      })
      .returning({ job: jobRuns.job });
    return claimed.length === 1 ? { ...key, startedAt: now } : null;
  });
}

export type RunEnd =
  | { attempts: number; counts: Counts }
  /** `what` is the job in words, for the alert. */
  | { attempts: number; error: string; what: string };

/**
 * Writes down how a claimed run ended: with its counts, or with the error of its last attempt, of which the admins are
 * told. Gives false where the run was taken over by another process meanwhile: then its word holds.
 */
export async function endRun(ctx: Context, claim: Claim, end: RunEnd): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const ended = await tx.db
      .update(jobRuns)
      .set({
        endedAt: tx.clock(),
        attempts: end.attempts,
        ...('counts' in end
          ? { outcome: 'done' as const, counts: end.counts }
          : { outcome: 'failed' as const, error: end.error }),
      })
      .where(and(ofRun(tx, claim), eq(jobRuns.outcome, 'running'), eq(jobRuns.startedAt, claim.startedAt)))
      .returning({ job: jobRuns.job });
    if (ended.length === 1 && 'error' in end) await alertAdmins(tx, { ...claim, ...end });
    return ended.length === 1;
  });
}

export interface UnfinishedRun extends RunKey {
  /** Asked for and not begun; else begun and left. */
  waiting: boolean;
}

/** The runs that nobody has ended: asked for by hand and waiting, or begun before `before`. */
export async function unfinishedRuns(ctx: Context, before: Date): Promise<UnfinishedRun[]> {
  return ctx.read((db) =>
    db
      .select({
        job: jobRuns.job,
        scheduledAt: jobRuns.scheduledAt,
        waiting: sql<boolean>`${jobRuns.outcome} = 'waiting'`,
      })
      .from(jobRuns)
      .where(
        and(
          eq(jobRuns.domainId, ctx.domainId),
          isNull(jobRuns.endedAt),
          or(eq(jobRuns.outcome, 'waiting'), lt(jobRuns.startedAt, before)),
        ),
      )
      .orderBy(jobRuns.scheduledAt),
  );
}

/** The last instant up to now that each job was due at and was run, or skipped, by the timetable. */
export async function lastScheduled(ctx: Context): Promise<ReadonlyMap<string, Date>> {
  const rows = await ctx.read((db) =>
    db
      .select({
        job: jobRuns.job,
        last: sql<Date>`max(${jobRuns.scheduledAt})`.mapWith(jobRuns.scheduledAt),
      })
      .from(jobRuns)
      .where(
        and(
          eq(jobRuns.domainId, ctx.domainId),
          eq(jobRuns.byHand, false),
          lte(jobRuns.scheduledAt, ctx.clock()),
        ),
      )
      .groupBy(jobRuns.job),
  );
  return new Map(rows.map((row) => [row.job, row.last]));
}
