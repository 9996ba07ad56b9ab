import type { Duty, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { contactsOf, roomsOf } from '../chat/unit-rooms.ts';

/** Whom a room is to call on for an order: who reports, and who answers for the unit. */
const CALLED: readonly Duty[] = ['liaison', 'head'];

/** Tells a unit's rooms of its supervision order at once, mentioning its liaison and head. Gives how many were told. */
export async function tellUnit(tx: Tx, unitId: UnitId, key: string, text: string): Promise<number> {
  const people = await contactsOf(tx, [unitId]);
  let told = 0;
  for (const { roomId, gateway } of await roomsOf(tx, [unitId])) {
    const mentions = people
      .filter((each) => each.gateway === gateway && CALLED.includes(each.duty))
      .map((each) => each.contactId);
    const message = { key: `${key}:${roomId}`, cause: 'decision', to: { roomId }, text, mentions } as const;
    if (await queueMessage(tx, message)) told++;
  }
  return told;
}
