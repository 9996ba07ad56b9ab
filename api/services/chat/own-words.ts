import { and, eq, gte } from 'drizzle-orm';
import { contacts, outbox } from '../../../db/schema/chat.ts';
import type { Tx } from '../../context.ts';
import type { StoredMessage } from './take-message.ts';

/** Shorter texts are what people say too. */
const TELLING = 12;
const WITHIN_MS = 10 * 60_000;

/**
 * Whether a message in a room is what we said there ourselves a moment ago: another of our gateways, or another bot,
 * repeats it. Its sender is a bot from now on, and is not answered.
 */
export async function repeatsUs(tx: Tx, { room, text, contact }: StoredMessage): Promise<boolean> {
  if (room === null || text.length < TELLING) return false;
  const [same] = await tx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.domainId, tx.domainId),
        eq(outbox.roomId, room.id),
        eq(outbox.text, text),
        gte(outbox.sentAt, new Date(tx.clock().getTime() - WITHIN_MS)),
      ),
    )
    .limit(1);
  if (same === undefined) return false;
  if (contact.personId === null)
    await tx.db
      .update(contacts)
      .set({ isBot: true })
      .where(and(eq(contacts.domainId, tx.domainId), eq(contacts.id, contact.id)));
  return true;
}
