/** The values (指标值) that a scheme asks for, as of an instant: collected by the system, or as reported. */
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import type { Value } from '../../domain/score/data.ts';
import { isMeasure, MEASURES } from '../../domain/score/measures.ts';
import type { Indicator } from '../../domain/score/scheme.ts';
import { day } from '../../domain/time/day.ts';
import type { Measured, Question } from '../measures/measure.ts';
import { collectMeasures } from '../measures/registry.ts';

/** A value without its unit and indicator, as `reported_values` keeps it. */
type Reached = Pick<Value, 'value' | 'outOf' | 'marks' | 'notApplicable'>;
type ByUnit = ReadonlyMap<UnitId, Reached>;

/** A share of nothing is not applicable. */
function reachedBy(measured: Measured): Reached {
  if ('count' in measured) return { value: measured.count };
  return measured.all === 0 ? { notApplicable: true } : { value: measured.of, outOf: measured.all };
}

/** What a unit reached that a measure does not name: nothing to be measured, or nothing that happened. */
const unnamed = (measure: string): Reached =>
  isMeasure(measure) && MEASURES[measure].kind === 'count' ? { value: 0 } : { notApplicable: true };

/** The latest value of each unit on each reported indicator, by indicator. */
async function reported(db: Database, question: Question): Promise<Map<string, ByUnit>> {
  const { domainId, year, asOf, knownBy = asOf } = question;
  const recordedAt = sql`coalesce(${reportedValues.recordedAt}, ${reportedValues.at})`;
  const rows = await db
    .selectDistinctOn([reportedValues.indicator, reportedValues.unitId], {
      indicator: reportedValues.indicator,
      unitId: reportedValues.unitId,
      value: reportedValues.value,
    })
    .from(reportedValues)
    .where(
      and(
        eq(reportedValues.domainId, domainId),
        eq(reportedValues.year, year),
        lte(reportedValues.at, asOf),
        sql`${recordedAt} <= ${knownBy.toISOString()}::timestamptz`,
      ),
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
  const measured = await collectMeasures(db, question, wanted);
  const byMeasure = new Map(
    [...measured].map(([key, each]) => [key, new Map(each.map((one) => [one.unitId, reachedBy(one)]))]),
  );
  const byIndicator = await reported(db, question);

  const reach = (indicator: Indicator, unitId: UnitId): Reached | Pick<Value, 'dueOn'> => {
    const measure = indicator.measure ?? 'reported';
    const own = byMeasure.get(measure);
    if (own !== undefined) return own.get(unitId) ?? unnamed(measure);
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
