/** How often the gateways refuse what they are given to say (被拒), by the day. */
import { and, eq, sql } from 'drizzle-orm';
import { refusals } from '../../../db/schema/gateways.ts';
import type { GatewayName } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { dayOf } from '../../domain/time/day.ts';

/** Notes that a gateway refused a message just now. */
export async function noteRefusal(ctx: Context, gateway: GatewayName): Promise<void> {
  await ctx.read((db) =>
    db
      .insert(refusals)
      .values({ domainId: ctx.domainId, gateway, day: dayOf(ctx.clock()), times: 1 })
      .onConflictDoUpdate({
        target: [refusals.domainId, refusals.gateway, refusals.day],
        set: { times: sql`${refusals.times} + 1` },
      }),
  );
}

/** How often each gateway has refused something today; those that have not are left out. */
export async function refusalsToday(ctx: Context): Promise<ReadonlyMap<GatewayName, number>> {
  const rows = await ctx.read((db) =>
    db
      .select({ gateway: refusals.gateway, times: refusals.times })
      .from(refusals)
      .where(and(eq(refusals.domainId, ctx.domainId), eq(refusals.day, dayOf(ctx.clock())))),
  );
  return new Map(rows.map(({ gateway, times }) => [gateway, times]));
}
