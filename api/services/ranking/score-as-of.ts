import type { Database } from '../../../db/open.ts';
import type { DomainId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { assembleValues, measureOf } from '../../domain/score/assemble.ts';
import type { UnitResult } from '../../domain/score/data.ts';
import { score } from '../../domain/score/score.ts';
import { type Day, dayOf, endOf, partsOf } from '../../domain/time/day.ts';
import { assessedUnits } from './assessed-units.ts';
import { collectBasis } from './collect-values.ts';
import { type SchemeInForce, schemeInForce } from './scheme-in-force.ts';

type Collect = typeof collectBasis;

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
 * How a past instant is looked at (口径): `then` as it was known, `now` as it is known by a later instant, with the
 * scheme in force by then.
 */
export interface View {
  asOf: Date;
  knownBy?: Date | undefined;
}

/**
 * Scores every unit of the sub-district that was assessed at an instant from what was recorded by then; the same
 * instant gives the same score for ever (assessment.md, "As of"). Null where the year has no scheme. `collect` may give
 * what there is to score from in another way than from all records.
 */
export async function scoreAsOf(
  db: Database,
  domainId: DomainId,
  { asOf, knownBy }: View,
  collect: Collect = collectBasis,
): Promise<Scored | null> {
  const shownDay = figuresDay(asOf);
  const { year } = partsOf(shownDay);
  const scheme = await schemeInForce(db, { domainId, year, asOf: knownBy ?? asOf });
  if (scheme === null) return null;
  const measures = new Set(scheme.body.indicators.map(measureOf));
  const [assessed, basis] = await Promise.all([
    assessedUnits(db, domainId, asOf),
    collect(db, { domainId, year, asOf, knownBy }, measures),
  ]);
  const units = assessed.map((unit) => ({ key: String(unit.id), name: unit.name, group: unit.group }));
  const { results } = score(
    { ...scheme.body, mode: 'rolling', asOf: shownDay },
    { units, values: assembleValues(basis, scheme.body, units) },
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
