import type { Context, Tx } from '../../context.ts';
import type { ReminderPolicy } from '../../domain/time/reminder-policy.ts';
import { buildAssignments } from '../assignments/build-assignments.ts';
import { planReminders } from './plan-reminders.ts';
import { rewindTo } from './rewind.ts';

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

/** Thrown to leave everything as it was. */
class NothingKept extends Error {}

/** Does something in a transaction and takes it all back; gives what it came to. */
async function thenForget<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const came: T[] = [];
  try {
    await ctx.transaction(async (tx) => {
      came.push(await work(tx));
      throw new NothingKept();
    });
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error;
  }
  const [value] = came;
  if (value === undefined) throw new Error('the dry run came to nothing');
  return value;
}

/**
 * What the run of an instant would say, by unit, most urgent first; writes nothing (time.md, "Reminders"). Of an instant
 * that is past, as things stood then; of one to come, with the assignments that will be built by then, as things
 * stand now. Every run before it counts as made.
 */
export async function dryRunReminders(
  ctx: Context,
  at: Date,
  policy?: ReminderPolicy,
): Promise<DryReminder[]> {
  const planned = await thenForget(ctx, async (tx) => {
    if (at < tx.clock()) await rewindTo(tx, at);
    else await buildAssignments(tx.as(tx.actor, tx.channel, () => at));
    return planReminders(tx.db, tx, { at, kind: 'full', policy });
  });
  return planned.map(({ unit, said: { code, dueOn, step } }) => ({
    unit,
    stage: step.stage,
    task: code,
    due: dueOn,
    workingDaysLate: step.workingDaysLate,
    mentions: step.mentions,
    channel: step.places.join('+'),
  }));
}
