/**
 * Watches over the gateways (chat.md, "What goes wrong in practice"): writes down how each is for every process to
 * read, asks one that has been silent for a sign of life, and makes a deaf one connect anew.
 */
import type { Context } from '../api/context.ts';
import { alertGateway } from '../api/services/chat/alert-gateway.ts';
import {
  type GatewayState,
  noteProbe,
  readGatewayStates,
  writeGatewayState,
} from '../api/services/chat/gateway-states.ts';
import type { GatewayName } from '../db/vocabulary.ts';
import type { Gateway, GatewayStatus } from './gateways/gateway.ts';

/** A heartbeat is written so often. */
const BEAT_MS = 15_000;
/** A gateway that has said nothing for so long is asked for a sign of life. */
const SILENT_MS = 5 * 60_000;
/** Somebody is told of a gateway that is away for so long. */
const AWAY_MS = 10 * 60_000;
/** A deaf one is given time to connect. */
const ASK_AGAIN_MS = 60_000;

export interface Watch {
  /** One round. `throttledUntil` is what the pump was told. */
  round(throttledUntil: (gateway: GatewayName) => Date | null): Promise<void>;
  /** How a gateway is, deafness told. */
  status(gateway: Gateway): GatewayStatus;
}

interface Seen {
  written: string;
  beatAt: number;
  /** The last sign of life that a probe brought. */
  aliveAt: number;
  deafSince: Date | null;
  /** Since when it is away by what an earlier process wrote; null once it was online. */
  awaySince: Date | null;
  /** A deaf one is not asked again before. */
  askAgainAt: number;
  /** The state that somebody was told of last. */
  told: string | null;
}

/** Makes the watch over these gateways. */
export function createWatch(ctx: Context, gateways: readonly Gateway[]): Watch {
  const seen = new Map<GatewayName, Seen>();
  const of = (name: GatewayName): Seen => {
    const fresh = {
      written: '',
      beatAt: 0,
      aliveAt: 0,
      deafSince: null,
      awaySince: null,
      askAgainAt: 0,
      told: null,
    };
    const known = seen.get(name) ?? fresh;
    seen.set(name, known);
    return known;
  };

  function status(gateway: Gateway): GatewayStatus {
    const now = gateway.status();
    const mine = of(gateway.name);
    if (now.life === 'online') {
      mine.awaySince = null;
      return mine.deafSince === null ? now : { ...now, life: 'deaf', since: mine.deafSince };
    }
    return mine.awaySince === null ? now : { ...now, since: mine.awaySince };
  }

  /** What was away before this process began has been away since then: a start is no end of it. */
  function takeUp(gateway: Gateway, state: GatewayState | undefined): void {
    const mine = of(gateway.name);
    const began = mine.written === '';
    if (began && state !== undefined && state.life !== 'online') mine.awaySince = state.since;
  }

  async function probe(gateway: Gateway): Promise<void> {
    const mine = of(gateway.name);
    try {
      await gateway.probe?.();
      mine.aliveAt = ctx.clock().getTime();
      mine.deafSince = null;
      await noteProbe(ctx, gateway.name, null);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      ctx.log.error({ err: error, gateway: gateway.name }, 'the gateway is deaf and is connected anew');
      mine.deafSince ??= ctx.clock();
      mine.askAgainAt = ctx.clock().getTime() + ASK_AGAIN_MS;
      await noteProbe(ctx, gateway.name, fault);
      await gateway.reconnect?.();
    }
  }

  function lastSign(gateway: Gateway): number {
    const { since, lastInbound } = gateway.status();
    return Math.max(since.getTime(), lastInbound?.getTime() ?? 0, of(gateway.name).aliveAt);
  }

  function isDue(gateway: Gateway): boolean {
    const now = ctx.clock().getTime();
    const { deafSince, askAgainAt } = of(gateway.name);
    if (gateway.probe === undefined || gateway.status().life !== 'online' || now < askAgainAt) return false;
    return deafSince !== null || now - lastSign(gateway) >= SILENT_MS;
  }

  const isAsked = (state: GatewayState | undefined): boolean =>
    state?.probeAskedAt != null && (state.probedAt === null || state.probedAt < state.probeAskedAt);

  async function write(gateway: Gateway, throttledUntil: Date | null): Promise<void> {
    const mine = of(gateway.name);
    const report = { ...status(gateway), throttledUntil };
    const written = JSON.stringify(report);
    const now = ctx.clock().getTime();
    if (written === mine.written && now - mine.beatAt < BEAT_MS) return;
    await writeGatewayState(ctx, gateway.name, report);
    mine.written = written;
    mine.beatAt = now;
  }

  /** Tells the admins, once for each spell, by whatever other gateway they are on. */
  async function tell(gateway: Gateway): Promise<void> {
    const mine = of(gateway.name);
    const { life, since } = status(gateway);
    const away = life !== 'online' && ctx.clock().getTime() - since.getTime() >= AWAY_MS;
    const spell = `${life}:${since.toISOString()}`;
    if ((life !== 'deaf' && !away) || mine.told === spell) return;
    mine.told = spell;
    await alertGateway(ctx, { gateway: gateway.name, life, since });
  }

  return {
    status,
    round: async (throttledUntil) => {
      const states = await readGatewayStates(ctx);
      for (const gateway of gateways) {
        const known = states.find((each) => each.gateway === gateway.name);
        takeUp(gateway, known);
        await write(gateway, throttledUntil(gateway.name));
        if (isAsked(known) || isDue(gateway)) await probe(gateway);
        await write(gateway, throttledUntil(gateway.name));
        await tell(gateway);
      }
    },
  };
}
