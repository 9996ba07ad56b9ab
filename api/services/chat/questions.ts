/** The bot's question to a contact (追问), open for ten minutes, one at a time (chat.md, "Taking it in", 5). */
import { and, eq, gt } from 'drizzle-orm';
import { inbox, questions } from '../../../db/schema/chat.ts';
import type { ContactId, MessageId, RoomId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

const OPEN_FOR_MS = 600_000;

export interface Question {
  contactId: ContactId;
  /** Where it was asked; null in private. */
  roomId: RoomId | null;
  /** The message that gave rise to it. */
  messageId: MessageId;
  /** What each answer would do, in the order of their numbers; the bot writes it and reads it. */
  options: unknown;
}

const isOf = (tx: Tx, contactId: ContactId) =>
  and(eq(questions.domainId, tx.domainId), eq(questions.contactId, contactId));

/** Asks a question; one that was open before is closed by it. That it was needed stays on the message. */
export async function askQuestion(tx: Tx, question: Question): Promise<void> {
  const askedAt = tx.clock();
  const row = { ...question, askedAt, expiresAt: new Date(askedAt.getTime() + OPEN_FOR_MS) };
  await tx.db
    .insert(questions)
    .values({ domainId: tx.domainId, ...row })
    .onConflictDoUpdate({ target: [questions.domainId, questions.contactId], set: row });
  await tx.db
    .update(inbox)
    .set({ asked: true })
    .where(and(eq(inbox.domainId, tx.domainId), eq(inbox.id, question.messageId)));
}

/** The question that is open to a contact; null where none is. */
export async function openQuestion(tx: Tx, contactId: ContactId): Promise<Question | null> {
  const [row] = await tx.db
    .select({
      contactId: questions.contactId,
      roomId: questions.roomId,
      messageId: questions.messageId,
      options: questions.options,
    })
    .from(questions)
    .where(and(isOf(tx, contactId), gt(questions.expiresAt, tx.clock())));
  return row ?? null;
}

/** Closes the contact's question, answered or no longer asked. */
export async function closeQuestion(tx: Tx, contactId: ContactId): Promise<void> {
  await tx.db.delete(questions).where(isOf(tx, contactId));
}
