import { and, eq, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { gatewayStates } from '../../../db/schema/gateways.ts';
import { GATEWAYS, type GatewayName } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { type Qr, qrOf } from '../../documents/qr.ts';
import { found } from '../../errors.ts';
import { readAside } from './aside.ts';
import { type GatewayState, isFresh, readGatewayStates } from './gateway-states.ts';
import { refusalsToday } from './refusals.ts';
import { readDetours } from './stand-ins.ts';

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

/**
 * How the channels (通道) are that the bot has, what waits for those that are not configured (未配置), and what was set
 * aside. Before the bot first ran nobody knows which are configured. Throws `forbidden`.
 */
export async function showChannels(ctx: Context) {
  permit(ctx, 'channel.see');
  const waiting = await readWaiting(ctx);
  const refused = await refusalsToday(ctx);
  const now = ctx.clock();
  const states = await readGatewayStates(ctx);
  const detours = await readDetours(ctx, states);
  const channels = await Promise.all(
    states.map(async (state) => ({
      ...(await shown(state, now)),
      waiting: waiting.get(state.gateway) ?? 0,
      refused: refused.get(state.gateway) ?? 0,
      detour: detours.get(state.gateway) ?? null,
    })),
  );
  const configured = new Set(states.map(({ gateway }) => gateway));
  const unset = configured.size === 0 ? [] : GATEWAYS.filter((name) => !configured.has(name));
  return {
    channels,
    unset: unset
      .filter((gateway) => waiting.has(gateway))
      .map((gateway) => ({ gateway, waiting: waiting.get(gateway) ?? 0 })),
    aside: await readAside(ctx, unset),
  };
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
