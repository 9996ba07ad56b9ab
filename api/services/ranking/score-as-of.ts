import { and, asc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import type { UnitResult } from '../../domain/score/data.ts';
import { score } from '../../domain/score/score.ts';
import { type Day, dayOf, endOf, partsOf } from '../../domain/time/day.ts';
import { collectValues } from './collect-values.ts';
import { type SchemeInForce, schemeInForce } from './scheme-in-force.ts';

export interface Scored {
  asOf: Date;
  scheme: SchemeInForce;
  units: ReadonlyMap<UnitId, { name: string; group: RankingGroup }>;
  /** By group in the scheme's order, then by rank. */
  results: readonly (UnitResult & { unitId: UnitId })[];
}

/** The instant that a day's figures are as of: its end, or now while the day still runs. */
export const asOfDay = (shown: Day, now: Date): Date => (shown >= dayOf(now) ? now : endOf(shown));

/** The day that an instant's figures are for: its own, or at 0:00 the one that has just ended. */
const figuresDay = (asOf: Date): Day => dayOf(new Date(asOf.getTime() - 1));

/**
 * Scores every unit of the sub-district that was assessed at an instant from what was recorded by then; the same
 * instant gives the same score for ever (assessment.md, "As of"). Null where the year has no scheme.
 */
export async function scoreAsOf(db: Database, domainId: DomainId, asOf: Date): Promise<Scored | null> {
  const shownDay = figuresDay(asOf);
  const { year } = partsOf(shownDay);
  const question = { domainId, year, asOf };
  const scheme = await schemeInForce(db, question);
  if (scheme === null) return null;
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
  const assessed = rows.flatMap((row) => (row.group === null ? [] : [{ ...row, group: row.group }]));
  const values = await collectValues(db, question, scheme.body.indicators, assessed);
  const { results } = score(
    { ...scheme.body, mode: 'rolling', asOf: shownDay },
    { units: assessed.map((unit) => ({ key: String(unit.id), name: unit.name, group: unit.group })), values },
  );
  const ids = new Map(assessed.map((unit) => [String(unit.id), unit.id]));
  return {
    asOf,
    scheme,
    units: new Map(assessed.map(({ id, name, group }) => [id, { name, group }])),
    results: results.flatMap((result) => {
      const unitId = ids.get(result.unit);
      return unitId === undefined ? [] : [{ ...result, unitId }];
    }),
  };
}
