/** The outbox as the pump sees it: what waits, claimed one by one, and what became of it (chat.md, "Speaking"). */
import { and, asc, desc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { contacts, outbox, rooms } from '../../../db/schema/chat.ts';
import type { ContactId, GatewayName, Id, OutboxCause, RoomId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { MOST_TRIES, pauseAfter } from '../../domain/chat/sending.ts';

export type OutgoingId = Id<'outgoing'>;

/** A message that waits to be sent, addressed as its gateway knows it. */
export interface WaitingMessage {
  id: OutgoingId;
  key: string;
  cause: OutboxCause;
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

const gateway = sql<GatewayName>`coalesce(${rooms.gateway}, ${contacts.gateway})`;
const mentions = sql<string[] | null>`(select json_agg(m.external_id) from contacts m
  where m.domain_id = ${outbox.domainId}
    and m.id in (select jsonb_array_elements_text(${outbox.mentions})::bigint))`;

const waiting = (ctx: Context): SQL | undefined =>
  and(eq(outbox.domainId, ctx.domainId), eq(outbox.state, 'queued'));

const targetOf = (roomId: RoomId | null, contactId: ContactId | null): string =>
  roomId === null ? `contact:${contactId}` : `room:${roomId}`;

/** What is due on these gateways, in the order it was queued, at most 100. */
export async function dueMessages(ctx: Context, gateways: readonly GatewayName[]): Promise<WaitingMessage[]> {
  if (gateways.length === 0) return [];
  const rows = await ctx.read((db) =>
    db
      .select({
        id: outbox.id,
        key: outbox.key,
        cause: outbox.cause,
        text: outbox.text,
        gateway,
        roomId: outbox.roomId,
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
      .leftJoin(rooms, and(eq(rooms.domainId, outbox.domainId), eq(rooms.id, outbox.roomId)))
      .leftJoin(contacts, and(eq(contacts.domainId, outbox.domainId), eq(contacts.id, outbox.contactId)))
      .where(
        and(
          waiting(ctx),
          lte(outbox.notBefore, ctx.clock()),
          or(inArray(rooms.gateway, [...gateways]), inArray(contacts.gateway, [...gateways])),
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(100),
  );
  return rows.map(({ room, contact, roomId, contactId, fileHash, fileName, ...row }) => ({
    ...row,
    file: fileHash === null || fileName === null ? null : { hash: fileHash, name: fileName },
    target: targetOf(roomId, contactId),
    to: room === null ? { kind: 'contact', externalId: contact ?? '' } : { kind: 'room', externalId: room },
    mentions: row.mentions ?? [],
  }));
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

/** When rooms and contacts were last sent something, latest first: what a pump that starts has to know. */
export async function lastSent(ctx: Context): Promise<{ target: string; at: Date }[]> {
  const rows = await ctx.read((db) =>
    db
      .select({ roomId: outbox.roomId, contactId: outbox.contactId, at: outbox.sentAt })
      .from(outbox)
      .where(and(eq(outbox.domainId, ctx.domainId), eq(outbox.state, 'sent')))
      .orderBy(desc(outbox.id))
      .limit(200),
  );
  return rows.flatMap(({ roomId, contactId, at }) =>
    at === null ? [] : [{ target: targetOf(roomId, contactId), at }],
  );
}

/** Marks what has become stale as expired (过期). Gives how many. */
export async function expireStale(ctx: Context): Promise<number> {
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ state: 'expired' })
      .where(and(waiting(ctx), lte(outbox.expiresAt, ctx.clock())))
      .returning({ id: outbox.id }),
  );
  return rows.length;
}

const one = (ctx: Context, id: OutgoingId) => and(waiting(ctx), eq(outbox.id, id));
const later = (ctx: Context, ms: number): Date => new Date(ctx.clock().getTime() + ms);

/** For so long a message belongs to the pump that claimed it; one that died in between is sent again after. */
const CLAIM_MS = 60_000;

/** Claims a due message and counts the try. Gives false where another pump was faster. */
export async function claimMessage(ctx: Context, id: OutgoingId): Promise<boolean> {
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, notBefore: later(ctx, CLAIM_MS) })
      .where(and(one(ctx, id), lte(outbox.notBefore, ctx.clock())))
      .returning({ id: outbox.id }),
  );
  return rows.length > 0;
}

/** Puts a message off until later: the room's rate, or quiet hours. */
export async function postponeMessage(ctx: Context, id: OutgoingId, until: Date): Promise<void> {
  await ctx.read((db) => db.update(outbox).set({ notBefore: until }).where(one(ctx, id)));
}

export async function markSent(ctx: Context, id: OutgoingId): Promise<void> {
  await ctx.read((db) =>
    db.update(outbox).set({ state: 'sent', sentAt: ctx.clock(), error: null }).where(one(ctx, id)),
  );
}

/** Notes a try that failed, to be tried again after a pause; a dead letter (死信) after the twelfth. */
export async function markFailed(
  ctx: Context,
  { id, tries, fault }: { id: OutgoingId; tries: number; fault: string },
): Promise<void> {
  await ctx.read((db) =>
    db
      .update(outbox)
      .set({
        error: fault.slice(0, 300),
        notBefore: later(ctx, pauseAfter(tries)),
        ...(tries >= MOST_TRIES ? { state: 'dead' as const } : {}),
      })
      .where(one(ctx, id)),
  );
}
