import { and, eq, inArray, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { contacts, outbox, rooms } from '../../../db/schema/chat.ts';
import { gatewayStates } from '../../../db/schema/gateways.ts';
import type { GatewayName, OutboxState } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { type Qr, qrOf } from '../../documents/qr.ts';
import { found } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type GatewayState, isFresh, readGatewayStates } from './gateway-states.ts';
import { refusalsToday } from './refusals.ts';
import type { OutgoingId } from './waiting-messages.ts';

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** How many messages wait for each gateway. */
async function readWaiting(ctx: Context): Promise<ReadonlyMap<GatewayName, number>> {
  const rows = await ctx.read((db) =>
    rowsOf<{ gateway: GatewayName; waiting: number }>(
      db,
      sql`select coalesce(r.gateway, c.gateway) as gateway, count(*)::int as waiting
        from outbox o
        left join rooms r on r.domain_id = o.domain_id and r.id = coalesce(o.via_room_id, o.room_id)
        left join contacts c on c.domain_id = o.domain_id and c.id = o.contact_id
        where o.domain_id = ${ctx.domainId} and o.state = 'queued'
        group by 1`,
    ),
  );
  return new Map(rows.map(({ gateway, waiting }) => [gateway, waiting]));
}

const ASIDE = ['dead', 'held', 'unknown'] as const satisfies readonly OutboxState[];

/** Messages set aside for an admin: dead letters, held ones, ones of which nobody knows. The latest 100. */
const readAside = (ctx: Context) =>
  ctx.read((db) =>
    db
      .select({
        id: outbox.id,
        state: outbox.state,
        text: outbox.text,
        error: outbox.error,
        at: outbox.queuedAt,
        to: sql<string>`coalesce(${rooms.topic}, ${contacts.name})`,
      })
      .from(outbox)
      .leftJoin(rooms, and(eq(rooms.domainId, outbox.domainId), eq(rooms.id, outbox.roomId)))
      .leftJoin(contacts, and(eq(contacts.domainId, outbox.domainId), eq(contacts.id, outbox.contactId)))
      .where(and(eq(outbox.domainId, ctx.domainId), inArray(outbox.state, [...ASIDE])))
      .orderBy(sql`${outbox.id} desc`)
      .limit(100),
  );

async function shown(state: GatewayState, now: Date) {
  const fresh = isFresh(state, now);
  const qr: Qr | null = fresh && state.qrcode !== null ? await qrOf(state.qrcode) : null;
  return {
    gateway: state.gateway,
    // Nobody renews it: the process that spoke is gone.
    life: fresh ? state.life : ('off' as const),
    since: (fresh ? state.since : state.beatAt).toISOString(),
    qr,
    lastInbound: text(state.lastInbound),
    lastOutbound: text(state.lastOutbound),
    fault: state.fault,
    throttledUntil:
      state.throttledUntil !== null && state.throttledUntil > now ? text(state.throttledUntil) : null,
    probedAt: text(state.probedAt),
    probeFault: state.probeFault,
    probing: state.probeAskedAt !== null && (state.probedAt === null || state.probedAt < state.probeAskedAt),
  };
}

/** How the channels (通道) are, with what waits and what was set aside. Throws `forbidden`. */
export async function showChannels(ctx: Context) {
  permit(ctx, 'channel.see');
  const waiting = await readWaiting(ctx);
  const refused = await refusalsToday(ctx);
  const now = ctx.clock();
  const channels = await Promise.all(
    (await readGatewayStates(ctx)).map(async (state) => ({
      ...(await shown(state, now)),
      waiting: waiting.get(state.gateway) ?? 0,
      refused: refused.get(state.gateway) ?? 0,
    })),
  );
  const aside = (await readAside(ctx)).map((row) => ({ ...row, at: row.at.toISOString() }));
  return { channels, aside };
}

/** Asks the process that speaks to probe a channel now (探测). Throws `forbidden` and `notFound`. */
export async function askProbe(ctx: Context, gateway: GatewayName): Promise<void> {
  permit(ctx, 'channel.manage');
  const [row] = await ctx.read((db) =>
    db
      .update(gatewayStates)
      .set({ probeAskedAt: ctx.clock() })
      .where(and(eq(gatewayStates.domainId, ctx.domainId), eq(gatewayStates.gateway, gateway)))
      .returning({ gateway: gatewayStates.gateway }),
  );
  found(row, '通道');
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
