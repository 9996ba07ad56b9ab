import { sql } from 'drizzle-orm';
import type { AssignmentId, ContactId, ReminderStage, RoomId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { type Day, dayOf, endOf } from '../../domain/time/day.ts';
import { composeReminder } from '../../domain/time/reminder-message.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { type NewMessage, queueMessages, type Target } from '../chat/queue-message.ts';
import { contactsOf, peopleInCharge, roomsOf, type UnitContact } from '../chat/unit-rooms.ts';
import { remindOfProblems } from '../inspections/remind-problems.ts';
import { draftOrders } from '../supervision/draft-orders.ts';
import { remindOfOrders } from '../supervision/remind-orders.ts';
import { tellCommittee } from '../supervision/tell-committee.ts';
import { lastRunOn, type PlannedReminder, planReminders, type RunAsked } from './plan-reminders.ts';
import { readUnsaid, stepName } from './read-unsaid.ts';

/** Makes the address that a reminder carries: the phone page of one person and task, or the list for a room. */
export interface ReminderLinks {
  toTasks(): string;
  /** The supervision orders. */
  toOrders(): string;
  toTask(contact: UnitContact, reminder: PlannedReminder): string;
}

/** Runs of a sub-district take turns until their transactions end: what one has said, the next one sees. */
const takeTurn = (tx: Tx): Promise<unknown> =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('reminders', ${tx.domainId}::bigint))`);

/** The reminders of one step and due day, by what the database knows them by. */
function bySteps(planned: readonly PlannedReminder[]) {
  const groups = new Map<string, { due: Day; step: string; stage: ReminderStage; ids: AssignmentId[] }>();
  for (const { assignmentId, dueOn: due, step } of planned) {
    const key = `${due} ${step.step}`;
    const group = groups.get(key) ?? { due, step: step.step, stage: step.stage, ids: [] };
    group.ids.push(assignmentId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What a run is asked for; `policy`: the table of stages, where it is configured. */
type RunGiven = Pick<RunAsked, 'at' | 'kind' | 'policy'>;

/** What a run is to say: all that the rules call for, and what no room heard of the runs before, which is for rooms only. */
async function planRun(tx: Tx, { at, kind, policy }: RunGiven): Promise<PlannedReminder[]> {
  if (kind === 'light') return planReminders(tx.db, tx, { at, kind, policy });
  const unsaid = await readUnsaid(tx, dayOf(at));
  // After days offline the morning run says what stands today, the latest step of each assignment.
  const lastRun = await lastRunOn(tx.db, tx, at);
  const since = [lastRun, unsaid.since].filter((day) => day !== null).sort()[0] ?? null;
  const planned = await planReminders(tx.db, tx, { at, kind, policy, since, unsaid });
  const again = planned.filter((each) => unsaid.steps.has(stepName(each.assignmentId, each.step.step)));
  if (again.length === 0) return planned;
  await forget(tx, again);
  const isAgain = new Set(again);
  return planned.map((each) =>
    isAgain.has(each) ? { ...each, step: { ...each.step, places: ['room'], draftsOrder: false } } : each,
  );
}

/** Takes back the keys of steps that are said again, since no room heard them. */
const forget = (tx: Tx, again: readonly PlannedReminder[]): Promise<unknown> =>
  tx.db.execute(
    sql`delete from reminders r
      using jsonb_to_recordset(${JSON.stringify(bySteps(again))}::text::jsonb) as steps(due date, step text, ids jsonb),
        jsonb_array_elements(ids) as id
      where r.domain_id = ${tx.domainId} and r.assignment_id = id::bigint and r.due_on = due and r.step = steps.step`,
  );

/** Keeps the key of each step, in one statement of one parameter. The key is the last word: a step twice is refused. */
async function keep(tx: Tx, planned: readonly PlannedReminder[]): Promise<void> {
  if (planned.length === 0) return;
  await tx.db.execute(
    sql`insert into reminders (domain_id, assignment_id, due_on, step, stage, sent_at)
      select ${tx.domainId}::bigint, id::bigint, due, step, stage, ${tx.clock().toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(bySteps(planned))}::text::jsonb)
          as steps(due date, step text, stage text, ids jsonb),
        jsonb_array_elements(ids) as id`,
  );
}

interface Gathered {
  to: Target;
  key: string;
  lines: PlannedReminder[];
  mentions: Set<ContactId>;
  severalUnits: boolean;
  link: string;
}

function gather<K>(groups: Map<K, Gathered>, key: K, first: () => Gathered): Gathered {
  const group = groups.get(key) ?? first();
  groups.set(key, group);
  return group;
}

/** A list by the unit that each of it is about, in its order. */
function byUnit<T extends { unitId: UnitId }>(list: readonly T[]): (unitId: UnitId) => readonly T[] {
  const lists = new Map<UnitId, T[]>();
  for (const each of list) {
    const own = lists.get(each.unitId);
    if (own === undefined) lists.set(each.unitId, [each]);
    else own.push(each);
  }
  return (unitId) => lists.get(unitId) ?? [];
}

type OfUnit<T> = (unitId: UnitId) => readonly T[];

/** One message for each room, with all its units' assignments, mentioning who is to be mentioned. */
async function forRooms(
  tx: Tx,
  planned: readonly PlannedReminder[],
  peopleOf: OfUnit<UnitContact>,
  links: ReminderLinks,
) {
  const plannedFor = byUnit(planned.filter(({ step }) => step.places.includes('room')));
  const rooms = await roomsOf(tx, [...new Set(planned.map((each) => each.unitId))]);
  const messages = new Map<RoomId, Gathered>();
  for (const { roomId, unitId, gateway, units } of rooms) {
    const people = peopleOf(unitId).filter((person) => person.gateway === gateway);
    for (const reminder of plannedFor(unitId)) {
      const message = gather(messages, roomId, () => ({
        to: { roomId },
        key: `room:${roomId}`,
        lines: [],
        mentions: new Set(),
        severalUnits: units > 1,
        link: links.toTasks(),
      }));
      message.lines.push(reminder);
      for (const { contactId, duty } of people) {
        if (reminder.step.mentions.includes(duty)) message.mentions.add(contactId);
      }
    }
  }
  return [...messages.values()];
}

/** One private message for each person whom a stage wants told in private; the leader in charge hears of all units. */
function inPrivate(
  planned: readonly PlannedReminder[],
  peopleOf: OfUnit<UnitContact>,
  leaders: readonly UnitContact[],
  links: ReminderLinks,
) {
  const messages = new Map<ContactId, Gathered>();
  for (const reminder of planned.filter((each) => each.step.places.includes('private'))) {
    const concerned = [...peopleOf(reminder.unitId), ...leaders];
    for (const person of concerned.filter((each) => reminder.step.mentions.includes(each.duty))) {
      const { contactId } = person;
      gather(messages, contactId, () => ({
        to: { contactId },
        key: `contact:${contactId}`,
        lines: [],
        mentions: new Set(),
        severalUnits: person.duty === 'leaderInCharge',
        link: links.toTask(person, reminder),
      })).lines.push(reminder);
    }
  }
  return [...messages.values()];
}

/** Stages that do not wait for a gateway that stays down (督办、督办单). */
const URGENT: readonly ReminderStage[] = ['escalated', 'order'];

function messageOf(
  { to, key, lines, mentions, severalUnits, link }: Gathered,
  runKey: string,
  today: Day,
): NewMessage {
  return {
    key: `reminder:${runKey}:${key}`,
    cause: 'reminder',
    to,
    text: composeReminder({ today, lines, link, severalUnits }),
    mentions: [...mentions],
    // A reminder of yesterday is stale.
    expiresAt: endOf(today),
    urgent: lines.some(({ step }) => URGENT.includes(step.stage)),
  };
}

/** Drafts supervision orders of what has come so far, and tells the committee of them. */
async function draftOf(tx: Tx, planned: readonly PlannedReminder[], links: ReminderLinks): Promise<number> {
  const late = planned.filter(({ step }) => step.draftsOrder);
  const drafts = await draftOrders(
    tx,
    late.map(({ step, ...each }) => ({ ...each, workingDaysLate: step.workingDaysLate })),
  );
  await tellCommittee(tx, drafts, links.toOrders());
  return drafts.length;
}

/** Recalls what units have been asked for by name: answers to orders, and problems to be put right. */
async function recall(tx: Tx, today: Day): Promise<number> {
  const calendar = await readCalendar(tx);
  return (await remindOfOrders(tx, calendar, today)) + (await remindOfProblems(tx, calendar, today));
}

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
    const now = outer.clock();
    // One instant for all of the run: by it a step and the message that says it are known to belong together.
    const tx = outer.as(outer.actor, outer.channel, () => now);
    const today = dayOf(at);
    const planned = await planRun(tx, given);
    await keep(tx, planned);
    const peopleOf = byUnit(await contactsOf(tx, [...new Set(planned.map((each) => each.unitId))]));
    const leaders = planned.length === 0 ? [] : await peopleInCharge(tx);
    const messages = [
      ...(await forRooms(tx, planned, peopleOf, links)),
      ...inPrivate(planned, peopleOf, leaders, links),
    ];
    await queueMessages(
      tx,
      messages.map((message) => messageOf(message, at.toISOString(), today)),
    );
    const orders = await draftOf(tx, planned, links);
    const recalled = kind === 'full' ? await recall(tx, today) : 0;
    const said = { reminders: planned.length, messages: messages.length + recalled, orders };
    if (planned.length + recalled > 0) await recordAudit(tx, 'reminder.run', 'reminders', said);
    return said;
  });
}
