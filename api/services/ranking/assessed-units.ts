import { and, asc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';

export interface AssessedUnit {
  id: UnitId;
  name: string;
  group: RankingGroup;
}

/** The units (被考核单位) that were there at an instant and belong to a ranking group, in the order people list them. */
export async function assessedUnits(db: Database, domainId: DomainId, asOf: Date): Promise<AssessedUnit[]> {
  const rows = await db
    .select({ id: units.id, name: units.shortName, group: units.rankingGroup })
    .from(units)
    .where(
      and(
        eq(units.domainId, domainId),
        isNotNull(units.rankingGroup),
        lte(units.addedAt, asOf),
        or(isNull(units.retiredAt), gt(units.retiredAt, asOf)),
      ),
    )
    .orderBy(asc(units.position), asc(units.id));
  return rows.flatMap(({ group, ...row }) => (group === null ? [] : [{ ...row, group }]));
}
