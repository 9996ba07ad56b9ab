/** What there is to score from (指标值), as of an instant: collected by the system, or as reported. */
import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
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
  const { domainId, year, asOf, knownBy = asOf, units } = question;
  const rows = await rowsOf<{ indicator: string; unitId: UnitId; value: Reached }>(
    db,
    sql`select distinct on (v.indicator, v.unit_id) v.indicator, v.unit_id::int as "unitId", v.value
      from reported_values v
      where v.domain_id = ${domainId} and v.year = ${year} and v.at <= ${asOf.toISOString()}::timestamptz
        and coalesce(v.recorded_at, v.at) <= ${knownBy.toISOString()}::timestamptz
        and ${units === undefined ? sql`true` : sql`v.unit_id = any (${sql.param([...units])}::bigint[])`}
      order by v.indicator, v.unit_id, v.at desc, v.id desc`,
  );
  const found: Record<string, Record<string, Reached>> = {};
  for (const { indicator, unitId, value } of rows) {
    const own = found[indicator] ?? {};
    found[indicator] = own;
    own[unitId] = value;
  }
  return found;
}

/** Everything there is to score from: what these measures collect, and what was reported on any indicator. */
export async function collectBasis(
  db: Database,
  question: Question,
  measures: ReadonlySet<string>,
): Promise<Basis> {
  const [collected, told] = await Promise.all([
    collectMeasures(db, question, measures),
    reported(db, question),
  ]);
  return {
    collected: Object.fromEntries(
      [...collected].map(([key, each]) => [
        key,
        Object.fromEntries(each.map((measured) => [measured.unitId, reachedBy(measured)])),
      ]),
    ),
    reported: told,
  };
}
