/** The outbox as the pump looks at it: what waits, and what was sent not long ago (chat.md, "Speaking"). */
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, lte, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Database, rowsOf } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, outbox, rooms } from '../../../db/schema/chat.ts';
import type { ContactId, GatewayName, Id, OutboxCause, RoomId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { HOLDS_UP_TRIES } from '../../domain/chat/sending.ts';
import { dayOf, startOf } from '../../domain/time/day.ts';

export type OutgoingId = Id<'outgoing'>;

/** A message that waits to be sent, addressed as its gateway knows it. */
export interface WaitingMessage {
  id: OutgoingId;
  key: string;
  cause: OutboxCause;
  urgent: boolean;
  text: string;
  gateway: GatewayName;
  to: { kind: 'room' | 'contact'; externalId: string };
  /** The same room or contact, told apart from all others: `room:5`. */
  target: string;
  /** The gateway's own numbers of the contacts to mention. */
  mentions: string[];
  /** What goes out behind the text, as the file store keeps it. */
  file: { hash: string; name: string } | null;
  notBefore: Date;
  expiresAt: Date | null;
  attempts: number;
}

/** The room that a message goes to: its own, or the one that stands in for it. */
const roomId = sql<RoomId | null>`coalesce(${outbox.viaRoomId}, ${outbox.roomId})`;
const gateway = sql<GatewayName>`coalesce(${rooms.gateway}, ${contacts.gateway})`;
/** Whom to mention, as the gateway of the room knows them: in a stand-in room, the same people's contacts there. */
const mentions = sql<string[] | null>`(
  select json_agg(distinct there.external_id) from contacts m
  join contacts there on there.domain_id = m.domain_id and there.gateway = ${rooms.gateway}
    and (there.id = m.id or there.person_id = m.person_id)
  where m.domain_id = ${outbox.domainId}
    and m.id in (select jsonb_array_elements_text(${outbox.mentions})::bigint)
    and (m.gateway <> ${rooms.gateway} or there.id = m.id))`;

/** The condition for what waits to be said. */
export const waiting = (ctx: Context): SQL | undefined =>
  and(eq(outbox.domainId, ctx.domainId), eq(outbox.state, 'queued'));

const targetOf = (room: RoomId | null, contact: ContactId | null): string =>
  room === null ? `contact:${contact}` : `room:${room}`;

const older = alias(outbox, 'older');
/** The room or the contact that a message goes to, as one number. */
const targetIn = (table: typeof outbox | typeof older): SQL =>
  sql`coalesce(${table.viaRoomId}, ${table.roomId}, -${table.contactId})`;

/**
 * An older message to the same room or person is under way: claimed, by a pump that may have died since, or to be
 * tried again. What was said first is to be read first, so the later ones wait for it. One that keeps failing may be
 * at fault itself and holds them up no longer.
 */
const olderUnderWay = (ctx: Context, db: Database): SQL =>
  notExists(
    db
      .select({ id: older.id })
      .from(older)
      .where(
        and(
          eq(older.domainId, outbox.domainId),
          eq(older.state, 'queued'),
          isNotNull(older.triedAt),
          gt(older.notBefore, ctx.clock()),
          lte(older.attempts, HOLDS_UP_TRIES),
          lt(older.id, outbox.id),
          sql`${targetIn(older)} = ${targetIn(outbox)}`,
        ),
      ),
  );

/** What is due on these gateways, in the order it was queued, at most 100. */
export async function dueMessages(ctx: Context, gateways: readonly GatewayName[]): Promise<WaitingMessage[]> {
  if (gateways.length === 0) return [];
  const rows = await ctx.read((db) =>
    db
      .select({
        id: outbox.id,
        key: outbox.key,
        cause: outbox.cause,
        urgent: outbox.urgent,
        text: outbox.text,
        gateway,
        roomId: rooms.id,
        contactId: outbox.contactId,
        room: rooms.externalId,
        contact: contacts.externalId,
        mentions,
        fileHash: outbox.fileHash,
        fileName: outbox.fileName,
        notBefore: outbox.notBefore,
        expiresAt: outbox.expiresAt,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .leftJoin(rooms, and(eq(rooms.domainId, outbox.domainId), eq(rooms.id, roomId)))
      .leftJoin(contacts, refersTo(outbox, 'contactId', contacts))
      .where(
        and(
          waiting(ctx),
          lte(outbox.notBefore, ctx.clock()),
          inArray(gateway, [...gateways]),
          olderUnderWay(ctx, db),
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(100),
  );
  return rows.map(({ room, contact, roomId: id, contactId, fileHash, fileName, ...row }) => ({
    ...row,
    file: fileHash === null || fileName === null ? null : { hash: fileHash, name: fileName },
    target: targetOf(id, contactId),
    to: room === null ? { kind: 'contact', externalId: contact ?? '' } : { kind: 'room', externalId: room },
    mentions: row.mentions ?? [],
  }));
}

/**
 * Whether anything that waits has become stale, or is too urgent to wait for its gateway. Seldom it is, and to look once
 * costs a pass less than to see to both.
 */
export async function whatPresses(ctx: Context): Promise<{ stale: boolean; urgent: boolean }> {
  const [pressing] = await ctx.read((db) =>
    rowsOf<{ stale: boolean; urgent: boolean }>(
      db,
      sql`select coalesce(bool_or(expires_at <= ${ctx.clock().toISOString()}::timestamptz), false) as stale,
          coalesce(bool_or(urgent), false) as urgent
        from outbox where domain_id = ${ctx.domainId} and state = 'queued'`,
    ),
  );
  return pressing ?? { stale: false, urgent: false };
}

/** When the next message that is not due yet will be; null where none waits. */
export async function nextDueAt(ctx: Context): Promise<Date | null> {
  const [row] = await ctx.read((db) =>
    db
      .select({ at: outbox.notBefore })
      .from(outbox)
      .where(and(waiting(ctx), sql`${outbox.notBefore} > ${ctx.clock().toISOString()}::timestamptz`))
      .orderBy(asc(outbox.notBefore))
      .limit(1),
  );
  return row?.at ?? null;
}

/** What rooms and contacts were last sent, latest first: what a pump that starts has to know. */
export async function lastSent(ctx: Context): Promise<{ target: string; at: Date; text: string }[]> {
  const rows = await ctx.read((db) =>
    db
      .select({ room: roomId, contactId: outbox.contactId, at: outbox.sentAt, text: outbox.text })
      .from(outbox)
      .where(and(eq(outbox.domainId, ctx.domainId), eq(outbox.state, 'sent')))
      .orderBy(desc(outbox.id))
      .limit(200),
  );
  return rows.flatMap(({ room, contactId, at, text }) =>
    at === null
      ? []
      : [{ target: targetOf(room === null ? null : (Number(room) as RoomId), contactId), at, text }],
  );
}

/** How many routine pushes each room has had today, by its target. */
export async function pushesToday(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const since = startOf(dayOf(ctx.clock())).toISOString();
  const rows = await ctx.read((db) =>
    rowsOf<{ room: number; pushes: number }>(
      db,
      sql`select coalesce(via_room_id, room_id)::float8 as room, count(distinct coalesce(gathered_into, id))::int as pushes
        from outbox where domain_id = ${ctx.domainId} and state = 'sent' and cause = 'reminder' and not urgent
          and room_id is not null and sent_at >= ${since}::timestamptz
        group by 1`,
    ),
  );
  return new Map(rows.map(({ room, pushes }) => [`room:${room}`, pushes]));
}
