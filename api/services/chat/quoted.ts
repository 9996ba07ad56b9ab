/** What somebody quotes in a talk (引用): a message of their own, the bot's answer to one, a picture of theirs. */
import { and, desc, eq, gte, isNotNull, isNull, like, lt, type SQL, sql } from 'drizzle-orm';
import { inbox, outbox } from '../../../db/schema/chat.ts';
import type { ContactId, Id, MessageId, RoomId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import type { LooseFile } from './own-reports.ts';

/** Who speaks where. */
export interface Talk {
  contactId: ContactId;
  roomId: RoomId | null;
}

const saidBy = (tx: Tx, { contactId, roomId }: Talk): SQL | undefined =>
  and(
    eq(inbox.domainId, tx.domainId),
    eq(inbox.contactId, contactId),
    roomId === null ? isNull(inbox.roomId) : eq(inbox.roomId, roomId),
    lt(inbox.sentAt, tx.clock()),
  );

/** The latest message of the speaker in that talk that read so; null where there is none. */
async function ownMessage(tx: Tx, talk: Talk, text: string): Promise<MessageId | null> {
  const [row] = await tx.db
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(saidBy(tx, talk), eq(inbox.text, text)))
    .orderBy(desc(inbox.id))
    .limit(1);
  return row?.id ?? null;
}

/** How answers to a message are known in the outbox: `reply:12:room`. */
const ANSWER = /^reply:(\d+):/;

/** The message of the speaker that the bot answered so in that talk; null where there is none. */
async function answeredMessage(tx: Tx, { contactId, roomId }: Talk, text: string): Promise<MessageId | null> {
  const to =
    roomId === null
      ? eq(outbox.contactId, contactId)
      : and(eq(outbox.roomId, roomId), sql`${outbox.mentions} @> ${JSON.stringify([contactId])}::jsonb`);
  const [row] = await tx.db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(
        eq(outbox.domainId, tx.domainId),
        to,
        like(outbox.key, 'reply:%'),
        sql`position(${outbox.text} in ${text}) > 0`,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(1);
  const number = ANSWER.exec(row?.key ?? '')?.[1];
  return number === undefined ? null : (Number(number) as Id<'message'>);
}

/** The message of the speaker that a quote points to: its own words, or the bot's answer to it. */
export const messageQuoted = async (tx: Tx, talk: Talk, text: string): Promise<MessageId | null> =>
  (await ownMessage(tx, talk, text)) ?? (await answeredMessage(tx, talk, text));

/** The latest words of the speaker in that talk since an instant that quote something; null where there are none. */
export async function lastQuoting(
  tx: Tx,
  talk: Talk,
  since: Date,
): Promise<{ id: MessageId; text: string; sentAt: Date } | null> {
  const [row] = await tx.db
    .select({ id: inbox.id, text: inbox.text, sentAt: inbox.sentAt })
    .from(inbox)
    .where(and(saidBy(tx, talk), gte(inbox.sentAt, since), like(inbox.text, '「%')))
    .orderBy(desc(inbox.id))
    .limit(1);
  return row ?? null;
}

/** The speaker's latest picture or file in that talk, of that name where one is given; null where there is none. */
export async function fileQuoted(tx: Tx, talk: Talk, name: string | null): Promise<LooseFile | null> {
  const [row] = await tx.db
    .select({ messageId: inbox.id, hash: inbox.fileHash, name: inbox.fileName })
    .from(inbox)
    .where(
      and(saidBy(tx, talk), isNotNull(inbox.fileHash), name === null ? undefined : eq(inbox.fileName, name)),
    )
    .orderBy(desc(inbox.id))
    .limit(1);
  return row === undefined || row.hash === null
    ? null
    : { messageId: row.messageId, hash: row.hash, name: row.name ?? '材料' };
}
