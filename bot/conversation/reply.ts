import type { Tx } from '../../api/context.ts';
import { queueMessages } from '../../api/services/chat/queue-message.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';

/** Something the bot says in answer to a message. */
export interface Reply {
  /** Where the message was said, or to the sender alone. */
  to: 'here' | 'private';
  text: string;
  /** A picture behind the text, by the hash under which it is kept. */
  file?: { hash: string; name: string };
  /** Said once under this key, however often there is cause; else once for each message. */
  once?: string;
}

/** A reply where the message was said. */
export const here = (text: string): Reply => ({ to: 'here', text });
/** A reply to the sender alone. */
export const inPrivate = (text: string): Reply => ({ to: 'private', text });

/** An answer that has waited a day is of no use any more. */
const STALE_AFTER_MS = 86_400_000;

/** Gathers replies to one place into one message, with the first picture; those said once only stand alone. */
function gathered(replies: readonly Reply[]): Reply[] {
  const whole = (['here', 'private'] as const).flatMap((to): Reply[] => {
    const own = replies.filter((reply) => reply.to === to && reply.once === undefined);
    const file = own.find((reply) => reply.file !== undefined)?.file;
    const text = own.map((reply) => reply.text).join('\n');
    return own.length === 0 ? [] : [{ to, text, ...(file === undefined ? {} : { file }) }];
  });
  return [...whole, ...replies.filter(({ once }) => once !== undefined)];
}

/** Puts the replies to a message into the outbox: one to the room, which mentions the sender, one in private. */
export async function sendReplies(tx: Tx, message: StoredMessage, replies: readonly Reply[]): Promise<void> {
  const { room, contact } = message;
  const expiresAt = new Date(tx.clock().getTime() + STALE_AFTER_MS);
  const placed = room === null ? replies.map((reply) => ({ ...reply, to: 'private' as const })) : replies;
  const answers = gathered(placed).map(({ to, text, once, file }) => {
    const inRoom = to === 'here' && room !== null;
    return {
      key: once ?? `reply:${message.id}:${inRoom ? 'room' : 'private'}`,
      cause: 'reply' as const,
      to: inRoom ? { roomId: room.id } : { contactId: contact.id },
      text,
      ...(file === undefined ? {} : { file }),
      mentions: inRoom ? [contact.id] : [],
      expiresAt,
    };
  });
  await queueMessages(tx, answers);
}
