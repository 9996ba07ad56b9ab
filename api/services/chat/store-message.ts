import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { contacts, inbox, rooms } from '../../../db/schema/chat.ts';
import type { ContactId, GatewayName, MessageId, RoomId } from '../../../db/vocabulary.ts';
import type { Context, Tx } from '../../context.ts';
import { fitted, storable } from '../../domain/chat/message-text.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { found, Refusal } from '../../errors.ts';
import { keepFile } from '../files/keep-file.ts';

/** A message as a gateway hands it over. */
export interface Incoming {
  gateway: GatewayName;
  /** The gateway's own number of the message: by it a second delivery is known. */
  externalId: string;
  sentAt: Date;
  contact: { externalId: string; name: string };
  /** Null in a private talk. */
  room: { externalId: string; topic: string } | null;
  text: string;
  /** Whether the bot was mentioned (@). */
  mentioned: boolean;
  /** `bytes` are null where the gateway could not fetch them. */
  file: { name: string; bytes: Uint8Array | null } | null;
}

const LONGEST_NAME = 100;
const shortName = (name: string): string => maskPersonalData(storable(name)).text.slice(0, LONGEST_NAME);

/** The number of the contact, made or renamed where that is news. */
async function contactOf(tx: Tx, { gateway, contact }: Incoming): Promise<ContactId> {
  const { domainId } = tx;
  const name = shortName(contact.name);
  const externalId = contact.externalId;
  const [known] = await tx.db
    .select({ id: contacts.id, name: contacts.name })
    .from(contacts)
    .where(
      and(
        eq(contacts.domainId, domainId),
        eq(contacts.gateway, gateway),
        eq(contacts.externalId, externalId),
      ),
    );
  if (known?.name === name) return known.id;
  const [row] = await tx.db
    .insert(contacts)
    .values({ domainId, gateway, externalId, name })
    .onConflictDoUpdate({ target: [contacts.domainId, contacts.gateway, contacts.externalId], set: { name } })
    .returning({ id: contacts.id });
  return found(row, '联系人').id;
}

/** A room as a message finds it: `heardUntil` is its watermark. */
interface RoomThen {
  id: RoomId;
  heardUntil: Date | null;
}

async function roomOf(tx: Tx, { gateway, room }: Incoming): Promise<RoomThen | null> {
  if (room === null) return null;
  const { domainId } = tx;
  const topic = shortName(room.topic);
  const externalId = room.externalId;
  const [known] = await tx.db
    .select({ id: rooms.id, topic: rooms.topic, heardUntil: rooms.heardUntil })
    .from(rooms)
    .where(and(eq(rooms.domainId, domainId), eq(rooms.gateway, gateway), eq(rooms.externalId, externalId)));
  if (known?.topic === topic) return known;
  const [row] = await tx.db
    .insert(rooms)
    .values({ domainId, gateway, externalId, topic })
    .onConflictDoUpdate({ target: [rooms.domainId, rooms.gateway, rooms.externalId], set: { topic } })
    .returning({ id: rooms.id, heardUntil: rooms.heardUntil });
  return found(row, '工作群');
}

/** What is said now is no replay: people do say the same twice in a second. */
const FRESH_MS = 60_000;

/**
 * Whether a message that is not newer than the room's watermark stands there already under another number: the same
 * words of the same name at the same instant. Gateways replay under new numbers after a login; what merely comes late
 * stands nowhere yet and is taken. Moves the watermark on where the message is newer.
 */
async function isReplay(tx: Tx, room: RoomThen | null, incoming: Incoming, text: string): Promise<boolean> {
  if (room === null) return false;
  const { sentAt } = incoming;
  if (room.heardUntil === null || sentAt > room.heardUntil) {
    await tx.db
      .update(rooms)
      .set({ heardUntil: sentAt })
      .where(
        and(
          eq(rooms.domainId, tx.domainId),
          eq(rooms.id, room.id),
          or(isNull(rooms.heardUntil), lt(rooms.heardUntil, sentAt)),
        ),
      );
    return false;
  }
  if (tx.clock().getTime() - sentAt.getTime() < FRESH_MS) return false;
  const [same] = await tx.db
    .select({ id: inbox.id })
    .from(inbox)
    .innerJoin(contacts, and(eq(contacts.domainId, inbox.domainId), eq(contacts.id, inbox.contactId)))
    .where(
      and(
        eq(inbox.domainId, tx.domainId),
        eq(inbox.roomId, room.id),
        eq(inbox.sentAt, sentAt),
        eq(inbox.text, text),
        eq(contacts.name, shortName(incoming.contact.name)),
        isNull(inbox.fileName),
      ),
    )
    .limit(1);
  return same !== undefined && incoming.file === null;
}

interface Kept {
  hash: string | null;
  /** Why the file was not kept, in words for the sender. */
  fault: string | null;
}

/** Keeps the file that came with a message; one that cannot be kept is answered, the message stands. */
async function keep(ctx: Context, file: Incoming['file']): Promise<Kept> {
  if (file === null) return { hash: null, fault: null };
  if (file.bytes === null) return { hash: null, fault: '文件没有收到，请重新发一次' };
  try {
    return { hash: (await keepFile(ctx, file.bytes)).hash, fault: null };
  } catch (error) {
    if (error instanceof Refusal) return { hash: null, fault: error.message };
    throw error;
  }
}

/**
 * Stores an incoming message before anything else happens to it (chat.md, "Taking it in", 1 and 7): personal data
 * masked, over-long text cut with a note. Once this resolves the message is acknowledged: no crash loses it.
 * Gives its number; null where it stood there already.
 */
export async function storeMessage(ctx: Context, incoming: Incoming): Promise<MessageId | null> {
  const file = await keep(ctx, incoming.file);
  const masking = maskPersonalData(storable(incoming.text));
  const text = fitted(masking.text);
  return ctx.transaction(async (tx) => {
    const room = await roomOf(tx, incoming);
    if (await isReplay(tx, room, incoming, text)) return null;
    const [row] = await tx.db
      .insert(inbox)
      .values({
        domainId: tx.domainId,
        gateway: incoming.gateway,
        externalId: incoming.externalId,
        roomId: room?.id ?? null,
        contactId: await contactOf(tx, incoming),
        text,
        fileHash: file.hash,
        fileName: incoming.file === null ? null : shortName(incoming.file.name),
        mentioned: incoming.mentioned ? 1 : 0,
        masked: masking.found.length,
        sentAt: incoming.sentAt,
        receivedAt: tx.clock(),
        error: file.fault,
      })
      .onConflictDoNothing()
      .returning({ id: inbox.id });
    return row?.id ?? null;
  });
}
