/** What becomes of a message once it was taken up: handled, held until its sender is known, or failed. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { inbox } from '../../../db/schema/chat.ts';
import type { ContactId, MessageId } from '../../../db/vocabulary.ts';
import type { Context, Tx } from '../../context.ts';
import { messageFrom, type StoredMessage, selectMessages } from './take-message.ts';

const isThis = (ctx: Context, id: MessageId) => and(eq(inbox.domainId, ctx.domainId), eq(inbox.id, id));

/** Marks a message handled (已处理), with what it was understood to mean. */
export async function markHandled(tx: Tx, id: MessageId, intent: object): Promise<void> {
  await tx.db.update(inbox).set({ state: 'handled', handledAt: tx.clock(), intent }).where(isThis(tx, id));
}

/** Keeps a message for when its sender is known (暂存). */
export async function holdMessage(tx: Tx, id: MessageId, intent: object): Promise<void> {
  await tx.db.update(inbox).set({ state: 'held', handledAt: tx.clock(), intent }).where(isThis(tx, id));
}

/** The messages of a contact that are held, oldest first, at most 20. */
export async function heldMessages(tx: Tx, contactId: ContactId): Promise<StoredMessage[]> {
  const rows = await selectMessages(tx)
    .where(and(eq(inbox.domainId, tx.domainId), eq(inbox.contactId, contactId), eq(inbox.state, 'held')))
    .orderBy(asc(inbox.id))
    .limit(20);
  return rows.map(messageFrom);
}

/** A message is tried so often before the rest goes on without it. */
const MOST_ATTEMPTS = 3;

/**
 * Notes that handling a message failed; after the third time it is set aside (处理失败), for an admin to see.
 * Gives whether it was set aside.
 */
export async function noteFailure(ctx: Context, id: MessageId, fault: string): Promise<boolean> {
  const over = sql`${inbox.attempts} + 1 >= ${MOST_ATTEMPTS}`;
  const at = ctx.clock().toISOString();
  const [row] = await ctx.read((db) =>
    db
      .update(inbox)
      .set({
        attempts: sql`${inbox.attempts} + 1`,
        error: fault.slice(0, 300),
        state: sql`case when ${over} then 'failed' else 'pending' end`,
        handledAt: sql`case when ${over} then ${at}::timestamptz end`,
      })
      .where(and(isThis(ctx, id), eq(inbox.state, 'pending')))
      .returning({ state: inbox.state }),
  );
  return row?.state === 'failed';
}

/** Lets go of held messages: recorded by now, or not wanted. */
export async function releaseHeld(tx: Tx, ids: readonly MessageId[]): Promise<void> {
  await tx.db
    .update(inbox)
    .set({ state: 'handled' })
    .where(and(eq(inbox.domainId, tx.domainId), inArray(inbox.id, [...ids]), eq(inbox.state, 'held')));
}
