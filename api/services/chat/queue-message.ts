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

/** A message as a row of the outbox, its instants as PostgreSQL reads them. */
function rowOf(message: NewMessage, now: Date) {
  return {
    key: message.key,
    cause: message.cause,
    room: 'roomId' in message.to ? message.to.roomId : null,
    contact: 'contactId' in message.to ? message.to.contactId : null,
    // Half a character, as a cut may leave it, is no JSON to PostgreSQL.
    text: message.text.toWellFormed(),
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
 * (chat.md, "Speaking"). One statement of one parameter, however many they are. Gives how many were new; the same key
 * again changes nothing.
 */
export async function queueMessages(tx: Tx, messages: readonly NewMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const now = tx.clock();
  const rows = JSON.stringify(messages.map((message) => rowOf(message, now)));
  const queued = await rowsOf(
    tx.db,
    sql`insert into outbox (domain_id, key, cause, room_id, contact_id, text, mentions, file_hash, file_name,
        queued_at, not_before, expires_at, urgent)
      select ${tx.domainId}::bigint, key, cause, room, contact, text, mentions, hash, file,
        ${now.toISOString()}::timestamptz, earliest, stale, urgent
      from rows from (jsonb_to_recordset(${rows}::text::jsonb) as (key text, cause text, room bigint, contact bigint,
        text text, mentions jsonb, hash text, file text, earliest timestamptz, stale timestamptz, urgent boolean))
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
