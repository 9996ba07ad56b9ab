/** The values (指标值) that a scheme asks for, as of an instant: collected by the system, or as reported. */
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import type { Value } from '../../domain/score/data.ts';
import type { Indicator } from '../../domain/score/scheme.ts';
import { day } from '../../domain/time/day.ts';
import type { Question, Share } from '../measures/measure.ts';
import { collectMeasures } from '../measures/registry.ts';

/** A value without its unit and indicator, as `reported_values` keeps it. */
type Reached = Pick<Value, 'value' | 'outOf' | 'marks' | 'notApplicable'>;
type ByUnit = ReadonlyMap<UnitId, Reached>;

const reachedBy = (shares: readonly Share[]): ByUnit =>
  new Map(
    shares.map(({ unitId, of, all }) => [
      unitId,
      all === 0 ? { notApplicable: true } : { value: of, outOf: all },
    ]),
  );

/** The latest value of each unit on each reported indicator, by indicator. */
async function reported(db: Database, { domainId, year, asOf }: Question): Promise<Map<string, ByUnit>> {
  const rows = await db
    .selectDistinctOn([reportedValues.indicator, reportedValues.unitId], {
      indicator: reportedValues.indicator,
      unitId: reportedValues.unitId,
      value: reportedValues.value,
    })
    .from(reportedValues)
    .where(
      and(eq(reportedValues.domainId, domainId), eq(reportedValues.year, year), lte(reportedValues.at, asOf)),
    )
    .orderBy(
      reportedValues.indicator,
      reportedValues.unitId,
      sql`${reportedValues.at} desc`,
      sql`${reportedValues.id} desc`,
    );
  const found = new Map<string, Map<UnitId, Reached>>();
  for (const row of rows) {
    const units = found.get(row.indicator) ?? new Map<UnitId, Reached>();
    found.set(row.indicator, units.set(row.unitId, row.value as Reached));
  }
  return found;
}

/**
 * Every unit's value on every indicator of its group. Nothing to measure is `notApplicable`; a reported value that
 * has not come in carries the day by which it must (assessment.md, "Missing values").
 */
export async function collectValues(
  db: Database,
  question: Question,
  indicators: readonly Indicator[],
  units: readonly { id: UnitId; group: string }[],
): Promise<Value[]> {
  const wanted = new Set(indicators.map((indicator) => indicator.measure ?? 'reported'));
  const shares = await collectMeasures(db, question, wanted);
  const byMeasure = new Map([...shares].map(([key, each]) => [key, reachedBy(each)]));
  const byIndicator = await reported(db, question);

  const reach = (indicator: Indicator, unitId: UnitId): Reached | Pick<Value, 'dueOn'> => {
    const own = byMeasure.get(indicator.measure ?? 'reported');
    if (own !== undefined) return own.get(unitId) ?? { notApplicable: true };
    const due =
      indicator.reportBy === undefined ? {} : { dueOn: day(`${question.year}-${indicator.reportBy}`) };
    return byIndicator.get(indicator.code)?.get(unitId) ?? due;
  };
  return indicators.flatMap((indicator) =>
    units
      .filter((unit) => unit.group === indicator.group)
      .map((unit) => ({ unit: String(unit.id), indicator: indicator.code, ...reach(indicator, unit.id) })),
  );
}
