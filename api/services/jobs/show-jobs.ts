import { and, eq, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { jobSwitches } from '../../../db/schema/system.ts';
import { people } from '../../../db/schema/units.ts';
import type { RunOutcome } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import type { Counts } from './job-runs.ts';

/** A job as the timetable has it (定时任务). */
export interface TimetableRow {
  name: string;
  /** When, as a cron expression in China time. */
  cron: string;
  /** What it does, in words. */
  what: string;
  /** The next instant after the given one that it is due at. */
  next(after: Date): Date;
}

export interface ShownRun {
  scheduledAt: string;
  startedAt: string;
  endedAt: string | null;
  outcome: RunOutcome;
  attempts: number;
  counts: Counts;
  error: string | null;
  byHand: boolean;
  /** Who asked for it, where a person did. */
  requestedBy: string | null;
}

export interface ShownJob {
  name: string;
  cron: string;
  what: string;
  paused: { at: string; by: string | null } | null;
  nextAt: string;
  /** The last runs, the latest first. */
  runs: ShownRun[];
}

const RUNS_SHOWN = 10;

type RunRow = Omit<ShownRun, 'scheduledAt' | 'startedAt' | 'endedAt'> & {
  job: string;
  scheduledAt: number;
  startedAt: number;
  endedAt: number | null;
};

/** An instant as milliseconds, which both drivers give alike. */
const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

const lastRuns = (ctx: Context): Promise<RunRow[]> =>
  ctx.read((db) =>
    rowsOf<RunRow>(
      db,
      sql`select job, ${ms('scheduled_at')} as "scheduledAt", ${ms('started_at')} as "startedAt",
        ${ms('ended_at')} as "endedAt", outcome, attempts::int, counts, error,
        by_hand as "byHand", name as "requestedBy"
      from (
        select r.*, p.name, row_number() over (partition by job order by scheduled_at desc) as n
        from job_runs r left join people p on p.domain_id = r.domain_id and p.id = r.requested_by
        where r.domain_id = ${ctx.domainId}) as numbered
      where n <= ${RUNS_SHOWN} order by job, n`,
    ),
  );

const iso = (at: number): string => new Date(at).toISOString();

/** Every job of the timetable with its next run, its last runs and whether it is paused. Throws `forbidden`. */
export async function showJobs(ctx: Context, timetable: readonly TimetableRow[]): Promise<ShownJob[]> {
  permit(ctx, 'job.see');
  const runs = await lastRuns(ctx);
  const switches = await ctx.read((db) =>
    db
      .select({ job: jobSwitches.job, at: jobSwitches.changedAt, by: people.name })
      .from(jobSwitches)
      .leftJoin(people, refersTo(jobSwitches, 'changedBy', people))
      .where(and(eq(jobSwitches.domainId, ctx.domainId), eq(jobSwitches.paused, true))),
  );
  return timetable.map(({ name, cron, what, next }) => {
    const paused = switches.find(({ job }) => job === name);
    return {
      name,
      cron,
      what,
      paused: paused === undefined ? null : { at: paused.at.toISOString(), by: paused.by },
      nextAt: next(ctx.clock()).toISOString(),
      runs: runs
        .filter(({ job }) => job === name)
        .map(({ job: _, scheduledAt, startedAt, endedAt, ...run }) => ({
          ...run,
          scheduledAt: iso(scheduledAt),
          startedAt: iso(startedAt),
          endedAt: endedAt === null ? null : iso(endedAt),
        })),
    };
  });
}
