/** How the gateways are, for every process to read (通道状态). */
import { and, eq, notInArray } from 'drizzle-orm';
import { gatewayStates } from '../../../db/schema/gateways.ts';
import type { GatewayLife, GatewayName } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';

export interface GatewayReport {
  life: GatewayLife;
  since: Date;
  qrcode: string | null;
  lastInbound: Date | null;
  lastOutbound: Date | null;
  fault: string | null;
  throttledUntil: Date | null;
}

export interface GatewayState extends GatewayReport {
  gateway: GatewayName;
  beatAt: Date;
  probeAskedAt: Date | null;
  probedAt: Date | null;
  probeFault: string | null;
}

/** A state that was not renewed for so long is nobody's any more: the process that wrote it is gone. */
const STATE_HOLDS_MS = 60_000;

/** How all gateways were when their process last said so. */
export const readGatewayStates = (ctx: Context): Promise<GatewayState[]> =>
  ctx.read((db) =>
    db
      .select()
      .from(gatewayStates)
      .where(eq(gatewayStates.domainId, ctx.domainId))
      .orderBy(gatewayStates.gateway),
  );

/** Writes down how a gateway is, with the heartbeat of this instant. */
export async function writeGatewayState(
  ctx: Context,
  gateway: GatewayName,
  report: GatewayReport,
): Promise<void> {
  const row = { ...report, beatAt: ctx.clock() };
  await ctx.read((db) =>
    db
      .insert(gatewayStates)
      .values({ domainId: ctx.domainId, gateway, ...row })
      .onConflictDoUpdate({ target: [gatewayStates.domainId, gatewayStates.gateway], set: row }),
  );
}

/** Forgets how all others are: they are not configured (未配置) any more. */
export async function keepStatesOf(ctx: Context, configured: readonly GatewayName[]): Promise<void> {
  await ctx.read((db) =>
    db
      .delete(gatewayStates)
      .where(
        and(eq(gatewayStates.domainId, ctx.domainId), notInArray(gatewayStates.gateway, [...configured])),
      ),
  );
}

/** Writes down what came of a probe (探测); `fault` is null where the other side answered. */
export async function noteProbe(ctx: Context, gateway: GatewayName, fault: string | null): Promise<void> {
  await ctx.read((db) =>
    db
      .update(gatewayStates)
      .set({ probedAt: ctx.clock(), probeFault: fault })
      .where(and(eq(gatewayStates.domainId, ctx.domainId), eq(gatewayStates.gateway, gateway))),
  );
}

/** Whether the process that spoke for it is still there, by its heartbeat. */
export const isFresh = (state: Pick<GatewayState, 'beatAt'>, now: Date): boolean =>
  now.getTime() - state.beatAt.getTime() < STATE_HOLDS_MS;
