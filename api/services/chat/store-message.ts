import { and, eq } from 'drizzle-orm';
import { contacts, inbox } from '../../../db/schema/chat.ts';
import type { ContactId, GatewayName, MessageId, RoomId } from '../../../db/vocabulary.ts';
import type { Context, Tx } from '../../context.ts';
import { fitted, shortName, storable } from '../../domain/chat/message-text.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { found, Refusal } from '../../errors.ts';
import { keepFile } from '../files/keep-file.ts';
import { isReplay, roomOf } from './heard-in-room.ts';

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

/** Where it is stored: a transaction, or a database whose statements stand alone. */
type Where = Pick<Tx, 'domainId' | 'db'>;

/** The number of the contact, made or renamed where that is news. */
async function contactOf({ domainId, db }: Where, { gateway, contact }: Incoming): Promise<ContactId> {
  const name = shortName(contact.name);
  const externalId = contact.externalId;
  const [known] = await db
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
  const [row] = await db
    .insert(contacts)
    .values({ domainId, gateway, externalId, name })
    .onConflictDoUpdate({ target: [contacts.domainId, contacts.gateway, contacts.externalId], set: { name } })
    .returning({ id: contacts.id });
  return found(row, '联系人').id;
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
  const add = async (where: Where, roomId: RoomId | null): Promise<MessageId | null> => {
    const [row] = await where.db
      .insert(inbox)
      .values({
        domainId: where.domainId,
        gateway: incoming.gateway,
        externalId: incoming.externalId,
        roomId,
        contactId: await contactOf(where, incoming),
        text,
        fileHash: file.hash,
        fileName: incoming.file === null ? null : shortName(incoming.file.name),
        mentioned: incoming.mentioned ? 1 : 0,
        masked: masking.found.length,
        sentAt: incoming.sentAt,
        receivedAt: ctx.clock(),
        error: file.fault,
      })
      .onConflictDoNothing()
      .returning({ id: inbox.id });
    return row?.id ?? null;
  };
  const { room, sentAt, contact } = incoming;
  // What is said in private is one row, and needs no transaction around it.
  if (room === null) return ctx.read((db) => add({ domainId: ctx.domainId, db }, null));
  return ctx.transaction(async (tx) => {
    const known = await roomOf(tx, incoming.gateway, room);
    const heard = { sentAt, text, name: contact.name, hasFile: incoming.file !== null };
    return (await isReplay(tx, known, heard)) ? null : add(tx, known.id);
  });
}
