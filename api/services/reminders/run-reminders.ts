import { sql } from 'drizzle-orm';
import { type Context, permit, type Tx } from '../../context.ts';
import { type Day, dayOf } from '../../domain/time/day.ts';
import type { Said } from '../../domain/time/reminder-message.ts';
import type { Calendar } from '../../domain/time/working-days.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { remindOfProblems } from '../inspections/remind-problems.ts';
import { draftOrders } from '../supervision/draft-orders.ts';
import { remindOfOrders } from '../supervision/remind-orders.ts';
import { tellCommittee } from '../supervision/tell-committee.ts';
import { together } from '../together.ts';
import { forgetKeys, keepKeys } from './keys.ts';
import {
  lastRunOn,
  type PlannedReminder,
  planReminders,
  type RunAsked,
  type RunGround,
  runGround,
} from './plan-reminders.ts';
import { readUnsaid, stepName } from './read-unsaid.ts';
import { type ReminderLinks, sayReminders } from './say-reminders.ts';

/** Runs of a sub-district take turns until their transactions end: what one has said, the next one sees. */
const takeTurn = (tx: Tx): Promise<unknown> =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('reminders', ${tx.domainId}::bigint))`);

/** What a run is asked for; `policy`: the table of stages, where it is configured. */
type RunGiven = Pick<RunAsked, 'at' | 'kind' | 'policy'>;

/** Steps that no room heard, said again: in rooms alone, and without a draft of an order. */
function inRoomsAlone(again: readonly PlannedReminder[]): (said: Said) => Said {
  const anew = new Map<Said, Said>();
  for (const { said } of again) {
    anew.set(said, { ...said, step: { ...said.step, places: ['room'], draftsOrder: false } });
  }
  return (said) => anew.get(said) ?? said;
}

interface Before {
  ground: RunGround;
  /** The day of the last run that was made. */
  lastRun: Day | null;
}

/** What a run is to say: all that the rules call for, and what no room heard of the runs before, which is for rooms only. */
async function planRun(
  tx: Tx,
  { at, kind, policy }: RunGiven,
  { ground, lastRun }: Before,
): Promise<PlannedReminder[]> {
  if (kind === 'light') return planReminders(tx.db, tx, { at, kind, policy }, ground);
  const unsaid = await readUnsaid(tx, ground.calendar, dayOf(at));
  // After days offline the morning run says what stands today, the latest step of each assignment.
  const since = [lastRun, unsaid.since].filter((day) => day !== null).sort()[0] ?? null;
  const planned = await planReminders(tx.db, tx, { at, kind, policy, since, unsaid }, ground);
  if (unsaid.steps.size === 0) return planned;
  const again = planned.filter((each) => unsaid.steps.has(stepName(each.assignmentId, each.said.step.step)));
  if (again.length === 0) return planned;
  await forgetKeys(tx, again);
  const isAgain = new Set(again);
  const saidAgain = inRoomsAlone(again);
  return planned.map((each) => (isAgain.has(each) ? { ...each, said: saidAgain(each.said) } : each));
}

/** Drafts supervision orders of what has come so far, and tells the committee of them. */
async function draftOf(tx: Tx, planned: readonly PlannedReminder[], links: ReminderLinks): Promise<number> {
  const late = planned.filter(({ said }) => said.step.draftsOrder);
  const drafts = await draftOrders(
    tx,
    late.map(({ unitId, assignmentId, said: { dueOn, step } }) => ({
      ...{ unitId, assignmentId, dueOn, workingDaysLate: step.workingDaysLate },
    })),
  );
  await tellCommittee(tx, drafts, links.toOrders());
  return drafts.length;
}

/** Recalls what units have been asked for by name: answers to orders, and problems to be put right. */
const recall = async (tx: Tx, calendar: Calendar, today: Day): Promise<number> =>
  (await remindOfOrders(tx, calendar, today)) + (await remindOfProblems(tx, calendar, today));

/**
 * One run of the reminders (催办): each step goes out exactly once, whatever runs again or beside it, gathered into
 * one message for a room and one for a person told in private; what has come to a supervision order is drafted as one,
 * and orders that wait for an answer and problems to be put right are recalled (time.md, "Reminders"). Gives how much was said and drafted.
 */
export async function runReminders(
  ctx: Context,
  { links, ...given }: RunGiven & { links: ReminderLinks },
): Promise<{ reminders: number; messages: number; orders: number }> {
  permit(ctx, 'job.run');
  const { at, kind } = given;
  return ctx.transaction(async (outer) => {
    await takeTurn(outer);
    const [ground, lastRun] = await Promise.all([
      runGround(outer.db, outer, at),
      lastRunOn(outer.db, outer, at),
    ]);
    const now = outer.clock();
    // One instant for all of the run: by it a step and the message that says it are known to belong together.
    const tx = outer.as(outer.actor, outer.channel, () => now);
    const planned = await planRun(tx, given, { ground, lastRun });
    // The keys take the database as long as it takes to compose the messages.
    const [messages] = await together(sayReminders(tx, planned, { at, links }), keepKeys(tx, planned));
    const orders = await draftOf(tx, planned, links);
    const recalled = kind === 'full' ? await recall(tx, ground.calendar, dayOf(at)) : 0;
    const said = { reminders: planned.length, messages: messages + recalled, orders };
    if (planned.length + recalled > 0) await recordAudit(tx, 'reminder.run', 'reminders', said);
    return said;
  });
}
