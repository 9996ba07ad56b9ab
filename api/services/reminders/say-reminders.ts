/** How a run of the reminders is said: to whom, and in how many messages (time.md, "Reminders"). */
import type { ContactId, ReminderStage, RoomId, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { dayOf, endOf } from '../../domain/time/day.ts';
import { reminderWriter } from '../../domain/time/reminder-message.ts';
import { type NewMessage, queueMessages, type Target } from '../chat/queue-message.ts';
import { contactsOf, peopleInCharge, roomsOf, type UnitContact, type UnitRoom } from '../chat/unit-rooms.ts';
import type { PlannedReminder } from './plan-reminders.ts';

/** Makes the address that a reminder carries: the phone page of one person and task, or the list for a room. */
export interface ReminderLinks {
  toTasks(): string;
  /** The supervision orders. */
  toOrders(): string;
  toTask(contact: UnitContact, reminder: PlannedReminder): string;
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
function forRooms(
  planned: readonly PlannedReminder[],
  rooms: readonly UnitRoom[],
  peopleOf: OfUnit<UnitContact>,
  links: ReminderLinks,
): Gathered[] {
  const plannedFor = byUnit(planned.filter(({ said }) => said.step.places.includes('room')));
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
        if (reminder.said.step.mentions.includes(duty)) message.mentions.add(contactId);
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
): Gathered[] {
  const messages = new Map<ContactId, Gathered>();
  for (const reminder of planned.filter((each) => each.said.step.places.includes('private'))) {
    const concerned = [...peopleOf(reminder.unitId), ...leaders];
    for (const person of concerned.filter((each) => reminder.said.step.mentions.includes(each.duty))) {
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

/**
 * Says what a run has planned: one message for each room and one for each person told in private, composed and put into
 * the outbox. `at`: the instant of the run, which is part of each message's key. Gives how many messages there are.
 */
export async function sayReminders(
  tx: Tx,
  planned: readonly PlannedReminder[],
  { at, links }: { at: Date; links: ReminderLinks },
): Promise<number> {
  if (planned.length === 0) return 0;
  const unitIds = [...new Set(planned.map((each) => each.unitId))];
  const [rooms, contacts, leaders] = await Promise.all([
    roomsOf(tx, unitIds),
    contactsOf(tx, unitIds),
    peopleInCharge(tx),
  ]);
  const peopleOf = byUnit(contacts);
  const today = dayOf(at);
  const write = reminderWriter(today);
  const messages = [
    ...forRooms(planned, rooms, peopleOf, links),
    ...inPrivate(planned, peopleOf, leaders, links),
  ].map(
    ({ to, key, lines, mentions, severalUnits, link }): NewMessage => ({
      key: `reminder:${at.toISOString()}:${key}`,
      cause: 'reminder',
      to,
      text: write({ lines, link, severalUnits }),
      mentions: [...mentions],
      // A reminder of yesterday is stale.
      expiresAt: endOf(today),
      urgent: lines.some(({ said }) => URGENT.includes(said.step.stage)),
    }),
  );
  await queueMessages(tx, messages);
  return messages.length;
}
