/** One unit's score (单位得分) with everything that explains it. */
import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { snapshots } from '../../../db/schema/assessment.ts';
import type { DomainId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { measureOf } from '../../domain/score/assemble.ts';
import { gains } from '../../domain/score/gains.ts';
import { explainGap } from '../../domain/score/gap.ts';
import { isMeasure, MEASURES } from '../../domain/score/measures.ts';
import { ruleOf } from '../../domain/score/why/rule.ts';
import { type Day, firstDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { found } from '../../errors.ts';
import { presentResult, ranksOf, scoreLastMonth } from './compute-ranking.ts';
import type { Scored } from './score-as-of.ts';
import { type Asked, daySettledOr, scoreOf, settlementOf, viewOf } from './score-shown.ts';

/** The unit's totals and ranks of the year up to a day, as they were kept. */
async function trendOf(
  db: Database,
  domainId: DomainId,
  { unitId, group, day }: { unitId: UnitId; group: RankingGroup; day: Day },
) {
  const rows = await db
    .select({ day: snapshots.day, total: snapshots.total, rank: snapshots.rank })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.domainId, domainId),
        eq(snapshots.rankingGroup, group),
        eq(snapshots.unitId, unitId),
        gte(snapshots.day, firstDayOfMonth(partsOf(day).year, 1)),
        lte(snapshots.day, day),
      ),
    )
    .orderBy(asc(snapshots.day));
  return rows.map(({ total, ...row }) => ({ ...row, total: total === null ? null : Number(total) }));
}

/** Lines with the rule of each and where its value comes from. */
function explainedLines(scored: Scored, result: Scored['results'][number]) {
  const indicators = new Map(scored.scheme.body.indicators.map((indicator) => [indicator.code, indicator]));
  return presentResult(scored, result).lines.map((line) => {
    const indicator = indicators.get(line.indicator);
    const measure = indicator === undefined ? 'reported' : measureOf(indicator);
    return {
      ...line,
      rule: indicator === undefined ? '' : ruleOf(indicator),
      source: isMeasure(measure) ? MEASURES[measure].name : measure,
    };
  });
}

/** With whom a unit is compared: the one named, else the one right ahead of it; null where nobody is ahead. */
function rivalOf(
  own: Scored['results'][number],
  all: readonly Scored['results'][number][],
  against?: UnitId,
) {
  if (against !== undefined)
    return found(
      all.find(({ unitId }) => unitId === against),
      '单位',
    );
  return all[all.indexOf(own) - 1] ?? null;
}

/**
 * One unit's score as of a day: its lines with rule, source and reason, what could still be gained, why it is behind
 * the unit ahead of it or the one named, and how it got here. Throws as `ranking` does, and `notFound` for a unit
 * that is not assessed.
 */
export async function explainUnit(
  ctx: Context,
  { unitId, against, ...asked }: { unitId: UnitId; against?: UnitId | undefined } & Asked,
) {
  permit(ctx, 'ranking.see');
  const view = viewOf(ctx, asked);
  const scored = await ctx.read((db) => scoreOf(db, ctx.domainId, view));
  const until = daySettledOr(scored, view.day);
  const before = ranksOf(await scoreLastMonth(ctx, until));
  return ctx.read(async (db) => {
    const own = found(
      scored.results.find((result) => result.unitId === unitId),
      '单位',
    );
    const unit = found(scored.units.get(unitId), '单位');
    const all = scored.results.filter(({ group }) => group === own.group);
    const rival = rivalOf(own, all, against);
    const { rules } = scored;
    const nameOf = (id: UnitId): string => scored.units.get(id)?.name ?? '';
    return {
      unit: { id: unitId, ...unit },
      day: view.day,
      asOf: scored.asOf.toISOString(),
      known: scored.known,
      mode: rules.mode,
      settled: settlementOf(scored),
      scheme: { year: scored.scheme.year, version: scored.scheme.version },
      ranked: all.filter(({ rank }) => rank !== null).length,
      previousRank: before.get(unitId) ?? null,
      score: { ...presentResult(scored, own), lines: explainedLines(scored, own) },
      // What is signed can be raised no more.
      gains: scored.settled === null ? gains(own, rules) : [],
      gap:
        rival === null
          ? null
          : {
              unitId: rival.unitId,
              name: nameOf(rival.unitId),
              total: rival.total,
              lines: explainGap(own, rival, rules),
            },
      others: all
        .filter((result) => result !== own)
        .map((result) => ({ unitId: result.unitId, name: nameOf(result.unitId), rank: result.rank })),
      trend: await trendOf(db, ctx.domainId, { unitId, group: unit.group, day: until }),
    };
  });
}
