/** Which rooms of a gateway that is away have another to take its urgent messages (备用群). */
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { GatewayName } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { DOWN_FOR_MS } from '../../domain/chat/sending.ts';
import { type GatewayState, isFresh } from './gateway-states.ts';

interface Coverage {
  gateway: GatewayName;
  /** Its rooms that speak for units. */
  rooms: number;
  /** Those of them whose stand-in can be reached now. */
  covered: number;
}

const readCoverage = (ctx: Context, online: readonly GatewayName[]): Promise<Coverage[]> =>
  ctx.read((db) =>
    rowsOf<Coverage>(
      db,
      sql`select r.gateway, count(*)::int as rooms,
          (count(*) filter (where exists (select 1 from rooms s where s.domain_id = r.domain_id
            and s.stands_in_for = r.id
            and s.gateway in (select jsonb_array_elements_text(${JSON.stringify(online)}::text::jsonb)))))::int as covered
        from rooms r
        where r.domain_id = ${ctx.domainId} and r.bound_at is not null and r.stands_in_for is null
        group by r.gateway`,
    ),
  );

/** How urgent messages go while their gateway is away. */
export interface Detour {
  /** From when on they go by the stand-ins. */
  from: string;
  begun: boolean;
  rooms: number;
  covered: number;
}

/**
 * How the urgent messages of each gateway go that is away and has rooms. Where no process speaks, none goes by any
 * way, and nothing is said of it.
 */
export async function readDetours(
  ctx: Context,
  states: readonly GatewayState[],
): Promise<ReadonlyMap<GatewayName, Detour>> {
  const now = ctx.clock();
  const fresh = states.filter((state) => isFresh(state, now));
  const online = fresh.filter(({ life }) => life === 'online').map(({ gateway }) => gateway);
  if (online.length === fresh.length) return new Map();
  const coverage = await readCoverage(ctx, online);
  return new Map(
    fresh
      .filter(({ life }) => life !== 'online')
      .flatMap(({ gateway, since }) => {
        const of = coverage.find((each) => each.gateway === gateway);
        if (of === undefined) return [];
        const from = new Date(since.getTime() + DOWN_FOR_MS);
        const { rooms, covered } = of;
        return [[gateway, { from: from.toISOString(), begun: from <= now, rooms, covered }] as const];
      }),
  );
}
