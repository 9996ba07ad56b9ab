/** Sends an issued bulletin to the work groups (推送): its picture, one line and a link, through the outbox. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { rooms } from '../../../db/schema/chat.ts';
import type { BulletinId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { chatLine } from '../../domain/bulletin/chat-line.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { type BulletinRow, changeBulletin, holdBulletin } from './bulletin-row.ts';
import type { Held } from './decide-bulletin.ts';

/** The address of a bulletin's page. */
export type BulletinLink = (id: BulletinId) => string;

/** Puts it into the outbox for every bound room, once each, however often it is asked. */
export async function sendOut(tx: Tx, row: BulletinRow, link: BulletinLink): Promise<void> {
  const bound = await tx.db
    .select({ id: rooms.id })
    .from(rooms)
    .where(and(eq(rooms.domainId, tx.domainId), isNotNull(rooms.boundAt)))
    .orderBy(asc(rooms.id));
  const text = chatLine(row.content, link(row.id));
  const file =
    row.pictureHash === null ? {} : { file: { hash: row.pictureHash, name: `${row.content.title}.png` } };
  for (const { id } of bound) {
    await queueMessage(tx, {
      key: `bulletin:${row.id}:${id}`,
      cause: 'notice',
      to: { roomId: id },
      text,
      ...file,
    });
  }
  await changeBulletin(tx, row, {
    action: 'push',
    set: { pushedAt: tx.clock() },
    detail: { rooms: bound.length },
  });
}

/** Sends out a bulletin that was issued without. Throws `conflict` where it is not issued. */
export async function pushBulletin(ctx: Context, which: Held, link: BulletinLink): Promise<void> {
  permit(ctx, 'bulletin.issue');
  await ctx.transaction(async (tx) => {
    await sendOut(tx, await holdBulletin(tx, which, ['issued']), link);
  });
}
