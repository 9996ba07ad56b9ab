import { outbox } from '../../../db/schema/chat.ts';
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

/**
 * Puts a message into the outbox (发件箱), in the transaction that causes it: it goes out if and only if that
 * commits (chat.md, "Speaking"). Gives whether it was new; the same key again changes nothing.
 */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const now = tx.clock();
  const queued = await tx.db
    .insert(outbox)
    .values({
      domainId: tx.domainId,
      key: message.key,
      cause: message.cause,
      roomId: 'roomId' in message.to ? message.to.roomId : null,
      contactId: 'contactId' in message.to ? message.to.contactId : null,
      text: message.text,
      mentions: [...(message.mentions ?? [])],
      fileHash: message.file?.hash ?? null,
      fileName: message.file?.name ?? null,
      queuedAt: now,
      notBefore: message.notBefore ?? now,
      expiresAt: message.expiresAt ?? null,
      urgent: message.urgent ?? message.cause === 'alert',
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return queued.length > 0;
}
