import { eq } from 'drizzle-orm';
import { unitAliases, units } from '../../../db/schema/units.ts';
import type { RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

/** The collective names that a responsibility list may use (`@villages`: every village). */
const COLLECTIVES: Readonly<Record<string, readonly RankingGroup[]>> = {
  '@villages': ['village'],
  '@departments': ['department'],
  '@all': ['village', 'department'],
};

/** Gives the units that a name of the responsibility list stands for; undefined where nobody is called so. */
export type UnitsNamed = (name: string) => readonly UnitId[] | undefined;

/** Reads every name that a unit of the sub-district goes by: full, short and other names. */
export async function unitNames(tx: Tx): Promise<UnitsNamed> {
  const rows = await tx.db.select().from(units).where(eq(units.domainId, tx.domainId));
  const aliases = await tx.db.select().from(unitAliases).where(eq(unitAliases.domainId, tx.domainId));
  const named = new Map<string, UnitId>();
  for (const alias of aliases) named.set(alias.alias, alias.unitId);
  for (const unit of rows) named.set(unit.shortName, unit.id).set(unit.name, unit.id);
  return (name) => {
    const groups = COLLECTIVES[name];
    if (groups === undefined) {
      const id = named.get(name);
      return id === undefined ? undefined : [id];
    }
    return rows.flatMap(({ id, rankingGroup }) =>
      rankingGroup !== null && groups.includes(rankingGroup) ? [id] : [],
    );
  };
}
