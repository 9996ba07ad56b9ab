/** What there is to score from (指标值), as of an instant: collected by the system, or as reported. */
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { Basis, Reached } from '../../domain/score/assemble.ts';
import type { Measured, Question } from '../measures/measure.ts';
import { collectMeasures } from '../measures/registry.ts';

/** A share of nothing is not applicable. */
function reachedBy(measured: Measured): Reached {
  if ('count' in measured) return { value: measured.count };
  return measured.all === 0 ? { notApplicable: true } : { value: measured.of, outOf: measured.all };
}

/** The latest value of each unit on each reported indicator, by indicator. */
async function reported(db: Database, question: Question): Promise<Basis['reported']> {
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
  const found: Record<string, Record<string, Reached>> = {};
  for (const { indicator, unitId, value } of rows) {
    found[indicator] = { ...found[indicator], [unitId]: value as Reached };
  }
  return found;
}

/** Everything there is to score from: what these measures collect, and what was reported on any indicator. */
export async function collectBasis(
  db: Database,
  question: Question,
  measures: ReadonlySet<string>,
): Promise<Basis> {
  const collected = await collectMeasures(db, question, measures);
  return {
    collected: Object.fromEntries(
      [...collected].map(([key, each]) => [
        key,
        Object.fromEntries(each.map((measured) => [measured.unitId, reachedBy(measured)])),
      ]),
    ),
    reported: await reported(db, question),
  };
}
