import { and, asc, eq, inArray } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { people, units } from '../../../db/schema/units.ts';
import { type Context, permit } from '../../context.ts';
import type { WindowRoom } from './chat-window.ts';

/** Who speaks in the window: the contact, and the person it is bound to. */
const readMembers = (ctx: Context, known: readonly WindowRoom[]) =>
  ctx.read((db) =>
    db
      .select({
        contactId: contacts.id,
        name: contacts.name,
        personName: people.name,
        role: people.role,
        unit: units.shortName,
      })
      .from(contacts)
      .leftJoin(people, refersTo(contacts, 'personId', people))
      .leftJoin(units, refersTo(people, 'unitId', units))
      .where(
        and(
          eq(contacts.domainId, ctx.domainId),
          inArray(contacts.id, [...new Set(known.flatMap((room) => room.members))]),
        ),
      )
      .orderBy(asc(contacts.id)),
  );

/** The units that rooms are bound to. */
const readUnits = (ctx: Context, known: readonly WindowRoom[]) =>
  ctx.read((db) =>
    db
      .select({ roomId: roomUnits.roomId, id: units.id, name: units.shortName })
      .from(roomUnits)
      .innerJoin(units, refersTo(roomUnits, 'unitId', units))
      .where(
        and(
          eq(roomUnits.domainId, ctx.domainId),
          inArray(
            roomUnits.roomId,
            known.map((room) => room.id),
          ),
        ),
      )
      .orderBy(asc(units.position), asc(units.id)),
  );

/** The rooms of the chat window (工作群) with the units they speak for and their members. Throws `forbidden`. */
export async function listRooms(ctx: Context, known: readonly WindowRoom[]) {
  permit(ctx, 'chat.try');
  const ids = known.map((room) => room.id);
  const topics = await ctx.read((db) =>
    db
      .select({ id: rooms.id, topic: rooms.topic })
      .from(rooms)
      .where(and(eq(rooms.domainId, ctx.domainId), inArray(rooms.id, ids)))
      .orderBy(asc(rooms.id)),
  );
  const members = await readMembers(ctx, known);
  const bound = await readUnits(ctx, known);
  return topics.map((room) => {
    const present = new Set(known.find(({ id }) => id === room.id)?.members);
    return {
      ...room,
      units: bound.filter(({ roomId }) => roomId === room.id).map(({ id, name }) => ({ id, name })),
      members: members.filter(({ contactId }) => present.has(contactId)),
    };
  });
}
