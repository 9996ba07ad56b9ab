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
   * A run missed while everything was down is made up at the next start: `always` (it builds or records
   * something), `today` (only if it was due on the same day), `never`.
   */
  catchUp: 'always' | 'today' | 'never';
  /** Longest that a run may take, in minutes. */
  minutes: number;
  /** Does it, for the instant it was scheduled for. Running it twice for one instant changes nothing. */
  run(ctx: Context, scheduledAt: Date): Promise<Counts>;
}
