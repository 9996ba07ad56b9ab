import { and, eq, isNull } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { unitAliases, units } from '../../../db/schema/units.ts';
import type { RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

/** The collective names that a responsibility list may use (`@villages`: every village). */
const COLLECTIVES: Readonly<Record<string, readonly RankingGroup[]>> = {
  '@villages': ['village'],
  '@departments': ['department'],
  '@all': ['village', 'department'],
};

/**
 * Gives the units that a name of the responsibility list stands for. A name that several units bear stands for none of
 * them: whom it means is for a person to say.
 */
export type UnitsNamed = (name: string) => readonly UnitId[] | 'nobody' | 'several';

/**
 * Reads every name that a unit of the sub-district goes by: full, short and other names. A unit's own name goes before
 * another's other name. Units that are gone are not meant.
 */
export async function unitNames(tx: Tx): Promise<UnitsNamed> {
  const present = and(eq(units.domainId, tx.domainId), isNull(units.retiredAt));
  const rows = await tx.db.select().from(units).where(present);
  const aliases = await tx.db
    .select({ alias: unitAliases.alias, id: unitAliases.unitId })
    .from(unitAliases)
    .innerJoin(units, refersTo(unitAliases, 'unitId', units))
    .where(present);
  const bearers = new Map<string, Set<UnitId>>();
  const bears = (name: string, id: UnitId) => bearers.set(name, (bearers.get(name) ?? new Set()).add(id));
  for (const unit of rows) for (const name of [unit.name, unit.shortName]) bears(name, unit.id);
  const owned = new Set(bearers.keys());
  for (const { alias, id } of aliases) if (!owned.has(alias)) bears(alias, id);
  return (name) => {
    const groups = COLLECTIVES[name];
    if (groups !== undefined) {
      return rows.flatMap(({ id, rankingGroup }) =>
        rankingGroup !== null && groups.includes(rankingGroup) ? [id] : [],
      );
    }
    const [id, ...more] = bearers.get(name) ?? [];
    if (id === undefined) return 'nobody';
    return more.length > 0 ? 'several' : [id];
  };
}
