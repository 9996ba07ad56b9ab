import { and, desc, eq, isNull } from 'drizzle-orm';
import { contacts, inbox, outbox } from '../../../db/schema/chat.ts';
import type { ContactId, InboxState, OutboxState, RoomId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';

/** A room's talk, or one contact's private talk with the bot. */
export type Talk = { roomId: RoomId } | { contactId: ContactId };

export interface ShownMessage {
  /** Unique among those that came in, and among those that went out. */
  id: number;
  direction: 'in' | 'out';
  at: string;
  speaker: string;
  contactId: ContactId | null;
  text: string;
  state: InboxState | OutboxState;
  file: { hash: string; name: string } | null;
}

const SHOWN = 100;
/** The bot's name as people see it in the chat. */
const BOT = '督办助手';

async function came(ctx: Context, talk: Talk): Promise<ShownMessage[]> {
  const rows = await ctx.read((db) =>
    db
      .select({ message: inbox, speaker: contacts.name })
      .from(inbox)
      .innerJoin(contacts, and(eq(contacts.domainId, inbox.domainId), eq(contacts.id, inbox.contactId)))
      .where(
        and(
          eq(inbox.domainId, ctx.domainId),
          'roomId' in talk
            ? eq(inbox.roomId, talk.roomId)
            : and(eq(inbox.contactId, talk.contactId), isNull(inbox.roomId)),
        ),
      )
      .orderBy(desc(inbox.id))
      .limit(SHOWN),
  );
  return rows.map(({ message, speaker }) => ({
    id: message.id,
    direction: 'in',
    at: message.receivedAt.toISOString(),
    speaker,
    contactId: message.contactId,
    text: message.text,
    state: message.state,
    file: message.fileHash === null ? null : { hash: message.fileHash, name: message.fileName ?? '文件' },
  }));
}

async function went(ctx: Context, talk: Talk): Promise<ShownMessage[]> {
  const rows = await ctx.read((db) =>
    db
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.domainId, ctx.domainId),
          'roomId' in talk ? eq(outbox.roomId, talk.roomId) : eq(outbox.contactId, talk.contactId),
        ),
      )
      .orderBy(desc(outbox.id))
      .limit(SHOWN),
  );
  return rows.map((message) => ({
    id: message.id,
    direction: 'out',
    at: (message.sentAt ?? message.queuedAt).toISOString(),
    speaker: BOT,
    contactId: null,
    text: message.text,
    state: message.state,
    file: message.fileHash === null ? null : { hash: message.fileHash, name: message.fileName ?? '文件' },
  }));
}

/** The last 100 messages of a talk, what came in and what went out together, oldest first. Throws `forbidden`. */
export async function listMessages(ctx: Context, talk: Talk): Promise<ShownMessage[]> {
  permit(ctx, 'chat.try');
  const both = [...(await came(ctx, talk)), ...(await went(ctx, talk))];
  const order = (a: ShownMessage, b: ShownMessage): number =>
    a.at.localeCompare(b.at) || a.direction.localeCompare(b.direction) || a.id - b.id;
  return both.sort(order).slice(-SHOWN);
}
