/**
 * Runs the timetable. node-cron wakes it every minute; which jobs are due is asked of the clock that is passed in,
 * and the database decides who runs: a run is claimed by (job, scheduled instant), so of several processes one runs
 * it, and one that was missed while all were down is made up once (time.md, "Jobs").
 */
import { CronExpressionParser } from 'cron-parser';
import cron from 'node-cron';
import type { Context } from '../api/context.ts';
import { dayOf } from '../api/domain/time/day.ts';
import { type Counts, claimRun, endRun } from '../api/services/jobs/job-runs.ts';
import type { Job } from './job.ts';

/** Tried again twice after a failure. */
const ATTEMPTS = 3;

/** The last instant, `now` included, that the job was due at. */
export function lastDue(job: Pick<Job, 'cron'>, now: Date): Date {
  const justAfter = new Date(now.getTime() + 1);
  return CronExpressionParser.parse(job.cron, { tz: 'Asia/Shanghai', currentDate: justAfter })
    .prev()
    .toDate();
}

/** The next instant after `now` that the job is due at. */
export function nextDue(job: Pick<Job, 'cron'>, now: Date): Date {
  return CronExpressionParser.parse(job.cron, { tz: 'Asia/Shanghai', currentDate: now }).next().toDate();
}

async function withinLimit(work: Promise<Counts>, job: Job): Promise<Counts> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`took longer than ${job.minutes} minutes`)),
      job.minutes * 60_000,
    );
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/**
 * Runs a job for one scheduled instant, if no other process has. Gives its counts, or null where the run was
 * another's. A failure is tried again twice, then recorded and logged, never thrown.
 */
export async function runOnce(ctx: Context, job: Job, scheduledAt: Date): Promise<Counts | null> {
  if (!(await claimRun(ctx, job.name, scheduledAt, job.minutes * ATTEMPTS * 60_000))) return null;
  for (let attempt = 1; ; attempt++) {
    try {
      const counts = await withinLimit(job.run(ctx, scheduledAt), job);
      await endRun(ctx, job.name, scheduledAt, { counts, attempts: attempt });
      return counts;
    } catch (error) {
      ctx.log.error({ job: job.name, attempt, err: error }, 'job failed');
      if (attempt < ATTEMPTS) continue;
      const said = error instanceof Error ? error.message : String(error);
      await endRun(ctx, job.name, scheduledAt, { error: said, attempts: attempt });
      return null;
    }
  }
}

/** A run found due late is made up only where the timetable says that it still makes sense. */
function worthRunning(job: Job, due: Date, now: Date): boolean {
  if (now.getTime() - due.getTime() < 60_000) return true;
  return job.catchUp === 'always' || (job.catchUp === 'today' && dayOf(due) === dayOf(now));
}

/** Gives the function that runs whatever is due at each call, a scheduled instant at most once. */
export function createTick(ctx: Context, timetable: readonly Job[]): () => Promise<void> {
  const looked = new Map<string, number>();
  return async () => {
    const now = ctx.clock();
    for (const job of timetable) {
      const due = lastDue(job, now);
      if (looked.get(job.name) === due.getTime()) continue;
      if (worthRunning(job, due, now)) await runOnce(ctx, job, due);
      looked.set(job.name, due.getTime());
    }
  };
}

/** Starts the timetable and makes up what was missed. Gives the way to stop; a run that has begun is waited for. */
export async function startRunner(ctx: Context, timetable: readonly Job[]): Promise<() => Promise<void>> {
  const tick = createTick(ctx, timetable);
  let running = tick();
  const minute = cron.schedule('* * * * *', () => {
    running = running.then(tick).catch((error: unknown) => ctx.log.error({ err: error }, 'timetable failed'));
  });
  await running;
  return async () => {
    await minute.destroy();
    await running;
  };
}
