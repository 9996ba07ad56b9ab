import { and, desc, eq, isNull } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { files } from '../../../db/schema/assignments.ts';
import { contacts, inbox, outbox } from '../../../db/schema/chat.ts';
import type { ContactId, InboxState, OutboxState, RoomId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found } from '../../errors.ts';

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
  /** `type` by content; what the page may show it shows. */
  file: { hash: string; name: string; type: string } | null;
}

const SHOWN = 100;
/** The bot's name as people see it in the chat. */
const BOT = '督办助手';

interface Filed {
  fileHash: string | null;
  fileName: string | null;
}

/** What the bot draws itself is kept without an entry among the files that people sent. */
const DRAWN = 'image/png';
const UNNAMED = '文件';

const fileOf = ({ fileHash, fileName }: Filed, type: string): ShownMessage['file'] =>
  fileHash === null ? null : { hash: fileHash, name: fileName ?? UNNAMED, type };

async function came(ctx: Context, talk: Talk): Promise<ShownMessage[]> {
  const rows = await ctx.read((db) =>
    db
      .select({ message: inbox, speaker: contacts.name, type: files.type })
      .from(inbox)
      .leftJoin(files, refersTo(inbox, 'fileHash', files, 'hash'))
      .innerJoin(contacts, refersTo(inbox, 'contactId', contacts))
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
  return rows.map(({ message, speaker, type }) => ({
    id: message.id,
    direction: 'in',
    at: message.receivedAt.toISOString(),
    speaker,
    contactId: message.contactId,
    text: message.text,
    state: message.state,
    file: fileOf(message, type ?? ''),
  }));
}

async function went(ctx: Context, talk: Talk): Promise<ShownMessage[]> {
  const rows = await ctx.read((db) =>
    db
      .select({ message: outbox, type: files.type })
      .from(outbox)
      .leftJoin(files, refersTo(outbox, 'fileHash', files, 'hash'))
      .where(
        and(
          eq(outbox.domainId, ctx.domainId),
          'roomId' in talk ? eq(outbox.roomId, talk.roomId) : eq(outbox.contactId, talk.contactId),
        ),
      )
      .orderBy(desc(outbox.id))
      .limit(SHOWN),
  );
  return rows.map(({ message, type }) => ({
    id: message.id,
    direction: 'out',
    at: (message.sentAt ?? message.queuedAt).toISOString(),
    speaker: BOT,
    contactId: null,
    text: message.text,
    state: message.state,
    file: fileOf(message, type ?? DRAWN),
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

/** The bytes of a file that went through the chat (聊天里的图片和文件). Throws `forbidden` and `notFound`. */
export async function chatFile(ctx: Context, hash: string) {
  permit(ctx, 'chat.try');
  const { domainId } = ctx;
  const [row] = await ctx.read(async (db): Promise<{ name: string | null; type: string | null }[]> => {
    const of = { type: files.type };
    const came = await db
      .select({ ...of, name: inbox.fileName })
      .from(inbox)
      .innerJoin(files, refersTo(inbox, 'fileHash', files, 'hash'))
      .where(and(eq(inbox.domainId, domainId), eq(inbox.fileHash, hash)))
      .limit(1);
    if (came.length > 0) return came;
    return db
      .select({ ...of, name: outbox.fileName })
      .from(outbox)
      .leftJoin(files, refersTo(outbox, 'fileHash', files, 'hash'))
      .where(and(eq(outbox.domainId, domainId), eq(outbox.fileHash, hash)))
      .limit(1);
  });
  const { name, type } = found(row, '文件');
  return { name: name ?? UNNAMED, type: type ?? DRAWN, bytes: await ctx.files.get(hash) };
}
