/** 交办、核验、退回、延期答复 by chat, and who is furthest behind: what the office and the leaders order. */
import type { Tx } from '../../api/context.ts';
import { dayOf } from '../../api/domain/time/day.ts';
import { Refusal } from '../../api/errors.ts';
import { assignTask } from '../../api/services/assignments/assign-task.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';
import { roomsOf } from '../../api/services/chat/unit-rooms.ts';
import type { NamedUnit } from '../../api/services/chat/units-named.ts';
import type { Known } from '../../api/services/people/find-actor.ts';
import { decideExtension } from '../../api/services/progress/extension.ts';
import { verifyAssignment } from '../../api/services/progress/verify-assignment.ts';
import { matchingTasks } from '../../api/services/tasks/list-tasks.ts';
import type { UnitId } from '../../db/vocabulary.ts';
import { type Order, type Ordered, orderIn } from '../understand/orders.ts';
import * as words from './order-replies.ts';
import { notDone } from './replies.ts';
import { here, type Reply } from './reply.ts';
import { isAddressed } from './scene.ts';

type Waiting = Awaited<ReturnType<typeof matchingTasks>>[number];
type Of<Name extends Order['order']> = Extract<Order, { order: Name }>;

/** Far more than a sub-district ever has overdue or waiting. */
const MOST = 5000;
const MOST_BEHIND = 8;
const MAY_ORDER = new Set(['office', 'leader', 'committee']);

interface Desk {
  now: Tx;
  /** The unit that the order names. */
  unit: NamedUnit | null;
  /** Where it is said; null in private. */
  room: StoredMessage['room'];
}

/** The order that a message of somebody who may order gives; null where it gives none. */
export function orderOf(
  tx: Tx,
  message: StoredMessage,
  speaker: Known,
  named: readonly NamedUnit[],
): Ordered | null {
  if (!MAY_ORDER.has(speaker.actor.role)) return null;
  const callings = named.map(({ calling }) => calling);
  const order = orderIn(message.text, callings, dayOf(tx.clock()));
  // Among people, who is furthest behind is asked of them.
  return order?.order === 'mostOverdue' && !isAddressed(message) ? null : order;
}

/**
 * The one assignment of a code that waits for a decision: of the unit named, else of the only unit that waits. Several
 * periods of it are decided in their order. Throws `invalid` where it is not clear which, `notFound` where none waits.
 */
async function waitingFor(
  { now, unit }: Desk,
  code: string,
  waits: (row: Waiting) => boolean,
): Promise<Waiting> {
  const of = unit === null ? {} : { unit: unit.unitId };
  const all = await matchingTasks(now, { ...of, q: code, state: 'unfinished' }, MOST);
  const rows = all.filter((row) => row.code === code && waits(row));
  const [first] = rows;
  if (first === undefined)
    throw new Refusal('notFound', 'nothingWaits', words.nothingWaits(code, unit?.name));
  const units = [...new Set(rows.map((row) => row.unit.name))];
  if (units.length > 1) throw new Refusal('invalid', 'whichUnit', words.whichUnit(code, units));
  return first;
}

const isSubmitted = ({ state }: Waiting): boolean => state === 'submitted';
const isAsking = ({ extensionUntil }: Waiting): boolean => extensionUntil !== null;

async function verify(desk: Desk, { codes }: Of<'verify'>): Promise<string> {
  const done: Waiting[] = [];
  for (const code of codes) {
    const row = await waitingFor(desk, code, isSubmitted);
    await verifyAssignment(desk.now, { assignmentId: row.id, version: row.version, decision: 'verify' });
    done.push(row);
  }
  return words.verified(done);
}

/** Whether a unit's group hears of a decision, for the answer to say so truly. */
async function hearsOf({ now, room }: Desk, unitId: UnitId): Promise<words.Hears> {
  const told = await roomsOf(now, [unitId]);
  if (told.length === 0) return 'nowhere';
  return told.some(({ roomId }) => roomId === room?.id) ? 'here' : 'there';
}

async function sendBack(desk: Desk, { code, reason }: Of<'return'>): Promise<string> {
  if (reason === '') return words.returnWhy(code);
  const row = await waitingFor(desk, code, isSubmitted);
  await verifyAssignment(desk.now, {
    assignmentId: row.id,
    version: row.version,
    decision: 'return',
    reason,
  });
  return words.returned(row, reason, await hearsOf(desk, row.unit.id));
}

async function extend(desk: Desk, order: Of<'grant'> | Of<'refuse'>): Promise<string> {
  const row = await waitingFor(desk, order.code, isAsking);
  const { id: assignmentId, version } = row;
  if (order.order === 'refuse') {
    const reason = order.reason === '' ? null : order.reason;
    await decideExtension(desk.now, { assignmentId, version, granted: false, reason });
    return words.refused(row, await hearsOf(desk, row.unit.id));
  }
  const until = order.until ?? row.extensionUntil;
  await decideExtension(desk.now, { assignmentId, version, granted: true, until });
  return words.granted(row, until, await hearsOf(desk, row.unit.id));
}

async function assign(desk: Desk, { code }: Of<'assign'>): Promise<string> {
  const { now, unit } = desk;
  if (unit === null) return words.assignWhom(code);
  const task = await assignTask(now, { code, unitId: unit.unitId });
  return words.assigned(unit.name, task, await hearsOf(desk, unit.unitId));
}

/** The units with the most that is overdue, and how many. */
async function mostOverdue({ now }: Desk): Promise<string> {
  const rows = await matchingTasks(now, { light: 'red', state: 'unfinished' }, MOST);
  const counts = new Map<string, number>();
  for (const { unit } of rows) counts.set(unit.name, (counts.get(unit.name) ?? 0) + 1);
  const behind = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_BEHIND);
  return words.mostOverdue(behind, counts.size);
}

function act(desk: Desk, order: Order): Promise<string> {
  switch (order.order) {
    case 'verify':
      return verify(desk, order);
    case 'return':
      return sendBack(desk, order);
    case 'grant':
    case 'refuse':
      return extend(desk, order);
    case 'assign':
      return assign(desk, order);
    case 'mostOverdue':
      return mostOverdue(desk);
  }
}

/** An order as it was given. */
interface Spoken {
  message: StoredMessage;
  speaker: Known;
  named: readonly NamedUnit[];
}

/** Carries an order out as the speaker, wholly or not at all. What may not be done is said as it is. */
export async function carryOut(
  tx: Tx,
  { message: { room }, speaker, named }: Spoken,
  order: Ordered,
): Promise<Reply[]> {
  const unit = named.find(({ calling }) => calling === order.calling) ?? null;
  try {
    return [here(await tx.as(speaker.actor, 'chat').transaction((now) => act({ now, unit, room }, order)))];
  } catch (error) {
    if (error instanceof Refusal) return [here(notDone(error.message))];
    throw error;
  }
}
