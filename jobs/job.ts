import type { Context } from '../api/context.ts';
import type { Counts } from '../api/services/jobs/job-runs.ts';

/** One line of the timetable (定时任务). */
export interface Job {
  name: string;
  /** When, as a cron expression in China time. */
  cron: string;
  /** What it does, in words, as the admin page shows it. */
  what: string;
  /**
   * What becomes of runs missed while everything was down, once it is up again: `always` makes up each of them (every
   * one records something of its own), `last` the latest alone, `today` the latest if it was due on the same day,
   * `never` none.
   */
  catchUp: 'always' | 'last' | 'today' | 'never';
  /** Longest that a run may take, in minutes. */
  minutes: number;
  /** Does it, for the instant it was scheduled for. Running it twice for one instant changes nothing. */
  run(ctx: Context, scheduledAt: Date): Promise<Counts>;
}
