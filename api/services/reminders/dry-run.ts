import type { Context } from '../../context.ts';
import { planReminders } from './plan-reminders.ts';

/** One line of a dry run (试运行), as `duban job run reminders --dry-run` prints it. */
export interface DryReminder {
  unit: string;
  stage: string;
  task: string;
  due: string;
  workingDaysLate: number;
  mentions: readonly string[];
  channel: string;
}

/** What the run of an instant would say, by unit, most urgent first; writes nothing (time.md, "Reminders"). */
export async function dryRunReminders(ctx: Context, at: Date): Promise<DryReminder[]> {
  const planned = await ctx.read((db) => planReminders(db, ctx, { at, kind: 'full' }));
  return planned.map(({ unit, code, dueOn, step }) => ({
    unit,
    stage: step.stage,
    task: code,
    due: dueOn,
    workingDaysLate: step.workingDaysLate,
    mentions: step.mentions,
    channel: step.places.join('+'),
  }));
}
