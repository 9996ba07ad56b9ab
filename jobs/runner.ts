/**
 * Runs the timetable. node-cron wakes it every minute; which jobs are due is asked of the clock that is passed in,
 * and the database decides who runs: a run is claimed by (job, scheduled instant), so of several processes one runs
 * it, and what was missed while all were down is made up once (time.md, "Jobs").
 */
import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import cron from 'node-cron';
import type { Context } from '../api/context.ts';
import {
  type Counts,
  claimRun,
  endRun,
  lastScheduled,
  type UnfinishedRun,
  unfinishedRuns,
} from '../api/services/jobs/job-runs.ts';
import { owed, worthRunning } from './due.ts';
import type { Job } from './job.ts';

/** Tried again twice after a failure, each time after a longer pause. */
const PAUSES_MS = [5_000, 60_000];

/** What took too long may be going on still, so it is not begun a second time beside itself. */
class TookTooLong extends Error {}

export interface RunnerOptions {
  /** Waits before an attempt is repeated. */
  pause?: (ms: number) => Promise<unknown>;
  /** Asked for by hand. */
  byHand?: boolean;
}

/** A run that began longer ago than this has ended, or its process has died. */
const abandonedAfter = (job: Job): number =>
  job.minutes * 60_000 * (PAUSES_MS.length + 1) + PAUSES_MS.reduce((sum, ms) => sum + ms);

async function withinLimit(work: Promise<Counts>, job: Job): Promise<Counts> {
  const over = new AbortController();
  const limit = sleep(job.minutes * 60_000, undefined, { signal: over.signal }).then(() => {
    throw new TookTooLong(`took longer than ${job.minutes} minutes`);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    over.abort();
  }
}

/** Does the job, again where it fails. Gives its counts, or the error of the last attempt, and how many there were. */
async function attempt(ctx: Context, job: Job, scheduledAt: Date, pause: (ms: number) => Promise<unknown>) {
  for (let attempts = 1; ; attempts++) {
    try {
      return { counts: await withinLimit(job.run(ctx, scheduledAt), job), attempts };
    } catch (error) {
      ctx.log.error({ job: job.name, attempts, err: error }, 'job failed');
      const wait = error instanceof TookTooLong ? undefined : PAUSES_MS[attempts - 1];
      const said = error instanceof Error ? error.message : String(error);
      if (wait === undefined) return { error: said, what: job.what, attempts };
      await pause(wait);
    }
  }
}

/**
 * Runs a job for one scheduled instant, if no other process has. Gives its counts, or null where the run was
 * another's or the job is paused. A failure is tried again twice, then recorded, logged and told to the admins, never
 * thrown.
 */
export async function runOnce(
  ctx: Context,
  job: Job,
  scheduledAt: Date,
  { pause = sleep, byHand = false }: RunnerOptions = {},
): Promise<Counts | null> {
  const claim = await claimRun(ctx, { job: job.name, scheduledAt, byHand }, abandonedAfter(job));
  if (claim === null) return null;
  const end = await attempt(ctx, job, scheduledAt, pause);
  await endRun(ctx, claim, end);
  return 'counts' in end ? end.counts : null;
}

/** Takes up a run that nobody has ended. One that a dead process left behind fails where it makes no sense any more. */
async function takeUp(ctx: Context, job: Job, run: UnfinishedRun, options: RunnerOptions): Promise<void> {
  const { scheduledAt, waiting } = run;
  const catchUp = job.catchUp === 'never' ? 'today' : job.catchUp;
  if (waiting || worthRunning({ catchUp }, scheduledAt, ctx.clock(), true)) {
    await runOnce(ctx, job, scheduledAt, options);
    return;
  }
  const claim = await claimRun(ctx, { job: job.name, scheduledAt }, abandonedAfter(job));
  const error = 'the process that ran it died';
  if (claim !== null) await endRun(ctx, claim, { attempts: 1, error, what: job.what });
}

/** Gives the function that runs whatever is owed at each call, each run at most once. */
export function createTick(
  ctx: Context,
  timetable: readonly Job[],
  options: RunnerOptions = {},
): () => Promise<void> {
  let seen: Map<string, Date> | undefined;
  const shortest = Math.min(...timetable.map(abandonedAfter));
  return async () => {
    const now = ctx.clock();
    seen ??= new Map(await lastScheduled(ctx));
    for (const job of timetable) {
      for (const due of owed(job, seen.get(job.name) ?? null, now)) await runOnce(ctx, job, due, options);
      seen.set(job.name, now);
    }
    for (const run of await unfinishedRuns(ctx, new Date(now.getTime() - shortest))) {
      const job = timetable.find(({ name }) => name === run.job);
      if (job !== undefined) await takeUp(ctx, job, run, options);
    }
  };
}

/** Hears that a run may have been asked for by hand; gives the way to stop. */
export type Hear = (heard: () => void) => Promise<() => Promise<void>>;

/** Starts the timetable and makes up what was missed. Gives the way to stop; a run that has begun is waited for. */
export async function startRunner(
  ctx: Context,
  timetable: readonly Job[],
  hear?: Hear,
): Promise<() => Promise<void>> {
  const tick = createTick(ctx, timetable);
  let running: Promise<void> = Promise.resolve();
  let waiting = false;
  // The news comes in the midst of the transaction that announces it, which the runner is no part of.
  const wake = AsyncResource.bind((): void => {
    if (waiting) return;
    waiting = true;
    running = running
      .then(() => {
        waiting = false;
        return tick();
      })
      .catch((error: unknown) => ctx.log.error({ err: error }, 'timetable failed'));
  });
  wake();
  const minute = cron.schedule('* * * * *', wake);
  const unheard = await hear?.(wake);
  await running;
  return async () => {
    await minute.destroy();
    await unheard?.();
    await running;
  };
}
