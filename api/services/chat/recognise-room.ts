/**
 * Rooms and contacts that come back under new numbers after a login (chat.md, "What goes wrong in practice"): known
 * again by topic and members, never by topic alone; what is not is asked for by a code.
 */
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, inbox, rooms } from '../../../db/schema/chat.ts';
import type { ContactId, GatewayName, RoomId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../audit/record-audit.ts';

export interface FormerRoom {
  id: RoomId;
  externalId: string;
  /** Who has spoken there. */
  speakers: { contactId: ContactId; externalId: string; name: string }[];
}

/** Whether the room is known by its number. */
export async function isKnownRoom(ctx: Context, gateway: GatewayName, externalId: string): Promise<boolean> {
  const row = await ctx.read((db) =>
    db.query.rooms.findFirst({
      columns: { id: true },
      where: (r) => and(eq(r.domainId, ctx.domainId), eq(r.gateway, gateway), eq(r.externalId, externalId)),
    }),
  );
  return row !== undefined;
}

/** Bound rooms of that topic on the gateway, with who has spoken in them: one of them may have come back. */
export async function formerRooms(ctx: Context, gateway: GatewayName, topic: string): Promise<FormerRoom[]> {
  const rows = await ctx.read((db) =>
    db
      .selectDistinct({
        id: rooms.id,
        externalId: rooms.externalId,
        contactId: contacts.id,
        contact: contacts.externalId,
        name: contacts.name,
      })
      .from(rooms)
      .innerJoin(inbox, refersTo(inbox, 'roomId', rooms))
      .innerJoin(contacts, refersTo(inbox, 'contactId', contacts))
      .where(
        and(
          eq(rooms.domainId, ctx.domainId),
          eq(rooms.gateway, gateway),
          eq(rooms.topic, topic),
          isNotNull(rooms.boundAt),
          eq(contacts.isBot, false),
        ),
      ),
  );
  const found = new Map<RoomId, FormerRoom>();
  for (const { id, externalId, contactId, contact, name } of rows) {
    const room = found.get(id) ?? { id, externalId, speakers: [] };
    room.speakers.push({ contactId, externalId: contact, name });
    found.set(id, room);
  }
  return [...found.values()];
}

export interface Moved {
  room: RoomId;
  externalId: string;
  contacts: readonly { id: ContactId; externalId: string }[];
}

/** Lets a room and its people go on under their new numbers: what they are bound to stays. */
export async function moveRoom(ctx: Context, gateway: GatewayName, moved: Moved): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.db
      .update(rooms)
      .set({ externalId: moved.externalId })
      .where(and(eq(rooms.domainId, tx.domainId), eq(rooms.id, moved.room)));
    const wanted = moved.contacts.map(({ externalId }) => externalId);
    const taken = await tx.db
      .select({ externalId: contacts.externalId })
      .from(contacts)
      .where(
        and(
          eq(contacts.domainId, tx.domainId),
          eq(contacts.gateway, gateway),
          inArray(contacts.externalId, wanted),
        ),
      );
    const free = moved.contacts.filter(
      ({ externalId }) => !taken.some((each) => each.externalId === externalId),
    );
    for (const { id, externalId } of free)
      await tx.db
        .update(contacts)
        .set({ externalId })
        .where(
          and(eq(contacts.domainId, tx.domainId), eq(contacts.id, id), ne(contacts.externalId, externalId)),
        );
    await recordAudit(tx, 'room.recognise', `room:${moved.room}`, { contacts: free.length });
  });
}
