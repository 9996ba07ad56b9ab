import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import { people } from '../../../db/schema/units.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { valueText } from '../../domain/annual/value-text.ts';
import { measureOf, type Reached } from '../../domain/score/assemble.ts';
import { isMeasure, MEASURES } from '../../domain/score/measures.ts';
import type { Indicator } from '../../domain/score/scheme.ts';
import { found } from '../../errors.ts';
import type { Question } from '../measures/measure.ts';
import { recordsBehind } from '../measures/registry.ts';
import { type Asked, type Shown, scoreOf, viewOf } from './score-shown.ts';

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
    .leftJoin(people, refersTo(reportedValues, 'personId', people))
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

/** The value that was signed for the line, and why the committee changed it where it did; null where nothing is signed. */
function signedFor({ settled }: Shown, unitId: UnitId, indicator: Indicator) {
  if (settled === null) return null;
  const ofLine = (each: { unit: string; indicator: string }): boolean =>
    each.unit === String(unitId) && each.indicator === indicator.code;
  const value = settled.result.values.find(ofLine);
  return {
    value: value === undefined ? null : valueText(indicator, value),
    changedFor: settled.result.overrides.find(ofLine)?.reason ?? null,
  };
}

/**
 * What one line of a unit's score rests on (依据), as of a day: the records that were counted, or the figures that
 * were reported; of a settled year with the value that was signed. Throws as `ranking` does, `notFound` for a line that the scheme has not.
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
    const { settled, scheme } = scored;
    const of = { domainId, year: scheme.year };
    const seen = settled === null ? view : { asOf: settled.cutoffAt, knownBy: undefined };
    const records = await recordsBehind(
      db,
      { ...of, asOf: seen.asOf, knownBy: seen.knownBy },
      unitId,
      measure,
    );
    const told = settled === null ? seen : { asOf: settled.signedAt, knownBy: undefined };
    return {
      unitId,
      indicator: code,
      name: indicator.name,
      source: isMeasure(measure) ? MEASURES[measure].name : measure,
      /** Whether each record counts as one, rather than as met or not. */
      counts: isMeasure(measure) && MEASURES[measure].kind === 'count',
      why: line.why,
      records: records === null ? null : [...records],
      reported:
        records === null
          ? await figuresReported(db, { ...of, asOf: told.asOf, knownBy: told.knownBy }, unitId, code)
          : [],
      signed: signedFor(scored, unitId, indicator),
    };
  });
}
