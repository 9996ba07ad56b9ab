/** Messages that wait for an admin to decide on them (搁置): shown on the page of channels, sent again, dropped. */
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, outbox, rooms } from '../../../db/schema/chat.ts';
import type { GatewayName, OutboxState } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { OutgoingId } from './waiting-messages.ts';

const ASIDE = ['dead', 'held', 'unknown'] as const satisfies readonly OutboxState[];

/** What an admin sees of a message that is to go out. */
export const OUTGOING = {
  id: outbox.id,
  state: outbox.state,
  text: outbox.text,
  error: outbox.error,
  at: outbox.queuedAt,
};

/** The room that a message goes by: its own, or the one that stands in for it. */
const byRoom = sql`coalesce(${outbox.viaRoomId}, ${outbox.roomId})`;

/** What is queued for a gateway that is not configured waits for nobody else than an admin. */
const stranded = (unset: readonly GatewayName[]): SQL | undefined =>
  unset.length === 0
    ? undefined
    : and(
        eq(outbox.state, 'queued'),
        inArray(sql`coalesce(${rooms.gateway}, ${contacts.gateway})`, [...unset]),
      );

/**
 * Messages set aside for an admin: dead letters, held ones, ones of which nobody knows, and those for gateways that
 * are not configured. The latest 100.
 */
export async function readAside(ctx: Context, unset: readonly GatewayName[]) {
  const rows = await ctx.read((db) =>
    db
      .select({
        ...OUTGOING,
        to: sql<string>`coalesce(${rooms.topic}, ${contacts.name})`,
      })
      .from(outbox)
      .leftJoin(rooms, and(eq(rooms.domainId, outbox.domainId), eq(rooms.id, byRoom)))
      .leftJoin(contacts, refersTo(outbox, 'contactId', contacts))
      .where(and(eq(outbox.domainId, ctx.domainId), or(inArray(outbox.state, [...ASIDE]), stranded(unset))))
      .orderBy(sql`${outbox.id} desc`)
      .limit(100),
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    error: row.state === 'queued' ? '通道没有配置' : row.error,
  }));
}

/** What an admin does with a message: 重发 · 丢弃 · 算已送达 */
export type Handling = 'resend' | 'drop' | 'arrived';

/** From which states each is possible. */
const FROM: Readonly<Record<Handling, readonly OutboxState[]>> = {
  resend: ['dead', 'held', 'unknown', 'expired'],
  drop: ['queued', 'dead', 'held', 'unknown'],
  arrived: ['unknown'],
};

/** Decides on a message that was set aside, or drops one that waits. Throws `forbidden` and `notFound`. */
export async function handleOutgoing(ctx: Context, id: OutgoingId, how: Handling): Promise<void> {
  permit(ctx, 'channel.manage');
  await ctx.transaction(async (tx) => {
    const now = tx.clock();
    const set = {
      resend: { state: 'queued' as const, attempts: 0, notBefore: now, expiresAt: null, queuedAt: now },
      drop: { state: 'dropped' as const },
      arrived: { state: 'sent' as const, sentAt: now },
    }[how];
    const [row] = await tx.db
      .update(outbox)
      .set(set)
      .where(and(eq(outbox.domainId, tx.domainId), eq(outbox.id, id), inArray(outbox.state, [...FROM[how]])))
      .returning({ id: outbox.id });
    found(row, '消息');
    await recordAudit(tx, `outbox.${how}`, `outbox:${id}`);
  });
}
