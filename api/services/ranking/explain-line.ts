import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import { people } from '../../../db/schema/units.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { measureOf, type Reached } from '../../domain/score/assemble.ts';
import { isMeasure, MEASURES } from '../../domain/score/measures.ts';
import { partsOf } from '../../domain/time/day.ts';
import { found } from '../../errors.ts';
import type { Question } from '../measures/measure.ts';
import { recordsBehind } from '../measures/registry.ts';
import { type Asked, scoreOf, viewOf } from './compute-ranking.ts';

/** Every figure that was reported for the line, the one that counts first. */
async function figuresReported(db: Database, question: Question, unitId: UnitId, indicator: string) {
  const { domainId, year, asOf, knownBy = asOf } = question;
  const recordedAt = sql`coalesce(${reportedValues.recordedAt}, ${reportedValues.at})`;
  const rows = await db
    .select({
      value: reportedValues.value,
      at: reportedValues.at,
      note: reportedValues.note,
      person: people.name,
    })
    .from(reportedValues)
    .leftJoin(
      people,
      and(eq(people.domainId, reportedValues.domainId), eq(people.id, reportedValues.personId)),
    )
    .where(
      and(
        eq(reportedValues.domainId, domainId),
        eq(reportedValues.year, year),
        eq(reportedValues.indicator, indicator),
        eq(reportedValues.unitId, unitId),
        lte(reportedValues.at, asOf),
        sql`${recordedAt} <= ${knownBy.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(reportedValues.at), desc(reportedValues.id));
  return rows.map(({ value, at, ...row }) => {
    const reached = value as Reached;
    return {
      ...row,
      at: at.toISOString(),
      value: reached.value ?? null,
      outOf: reached.outOf ?? null,
      marks: reached.marks === undefined ? null : [...reached.marks],
      notApplicable: reached.notApplicable === true,
    };
  });
}

/**
 * What one line of a unit's score rests on (依据), as of a day: the records that were counted, or the figures that
 * were reported. Throws as `ranking` does, `notFound` for a line that the scheme has not.
 */
export async function explainLine(
  ctx: Context,
  { unitId, indicator: code, ...asked }: { unitId: UnitId; indicator: string } & Asked,
) {
  permit(ctx, 'score.explain', unitId);
  const view = viewOf(ctx, asked);
  const { domainId } = ctx;
  return ctx.read(async (db) => {
    const scored = await scoreOf(db, domainId, view);
    const own = scored.results.find((result) => result.unitId === unitId);
    const line = found(
      own?.lines.find((each) => each.indicator === code),
      '指标',
    );
    const indicator = found(
      scored.scheme.body.indicators.find((each) => each.code === code),
      '指标',
    );
    const measure = measureOf(indicator);
    const question = { domainId, year: partsOf(view.day).year, asOf: view.asOf, knownBy: view.knownBy };
    const records = await recordsBehind(db, question, unitId, measure);
    return {
      unitId,
      indicator: code,
      name: indicator.name,
      source: isMeasure(measure) ? MEASURES[measure].name : measure,
      why: line.why,
      records: records === null ? null : [...records],
      reported: records === null ? await figuresReported(db, question, unitId, code) : [],
    };
  });
}
