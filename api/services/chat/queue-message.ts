import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { ContactId, OutboxCause, RoomId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

/** Where a message goes: a room, or a contact in private. */
export type Target = { roomId: RoomId } | { contactId: ContactId };

export interface NewMessage {
  /** By it a repeat is known: a message of the same key is queued once, whatever its text. */
  key: string;
  cause: OutboxCause;
  to: Target;
  text: string;
  /** Contacts of the room to mention for real. */
  mentions?: readonly ContactId[];
  /** A picture or file to send behind the text, by the hash under which the file store keeps it. */
  file?: { hash: string; name: string };
  /** Not before this instant; at once unless given. */
  notBefore?: Date;
  /** Stale from this instant on; never unless given. */
  expiresAt?: Date;
  /** Takes the room's stand-in where its gateway stays down; an alert always does. */
  urgent?: boolean;
}

/** The texts of messages with the number of each, from 1: rooms that are told the same are told by one text. */
function numbered(messages: readonly NewMessage[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { text } of messages) if (!numbers.has(text)) numbers.set(text, numbers.size + 1);
  return numbers;
}

/** A message as a row of the outbox, its text by number and its instants as PostgreSQL reads them. */
function rowOf(message: NewMessage, said: number | undefined, now: Date) {
  return {
    key: message.key,
    cause: message.cause,
    room: 'roomId' in message.to ? message.to.roomId : null,
    contact: 'contactId' in message.to ? message.to.contactId : null,
    said,
    mentions: message.mentions ?? [],
    hash: message.file?.hash ?? null,
    file: message.file?.name ?? null,
    earliest: message.notBefore ?? now,
    stale: message.expiresAt ?? null,
    urgent: message.urgent ?? message.cause === 'alert',
  };
}

/**
 * Puts messages into the outbox (发件箱), in the transaction that causes them: they go out if and only if that commits
 * (chat.md, "Speaking"). One statement of two parameters, however many they are. Gives how many were new; the same key
 * again changes nothing.
 */
export async function queueMessages(tx: Tx, messages: readonly NewMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const now = tx.clock();
  const numbers = numbered(messages);
  const rows = JSON.stringify(messages.map((message) => rowOf(message, numbers.get(message.text), now)));
  // Half a character, as a cut may leave it, is no text to PostgreSQL.
  const texts = [...numbers.keys()].map((text) => text.toWellFormed());
  const queued = await rowsOf(
    tx.db,
    sql`insert into outbox (domain_id, key, cause, room_id, contact_id, text, mentions, file_hash, file_name,
        queued_at, not_before, expires_at, urgent)
      select ${tx.domainId}::bigint, key, cause, room, contact, (${sql.param(texts)}::text[])[said], mentions, hash, file,
        ${now.toISOString()}::timestamptz, earliest, stale, urgent
      from rows from (json_to_recordset(${rows}::text::json) as (key text, cause text, room bigint, contact bigint,
        said int, mentions jsonb, hash text, file text, earliest timestamptz, stale timestamptz, urgent boolean))
        with ordinality
      order by ordinality
      on conflict do nothing
      returning id`,
  );
  return queued.length;
}

/** Puts one message into the outbox. Gives whether it was new. */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  return (await queueMessages(tx, [message])) > 0;
}
