import type { RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { addDays, type Day, firstDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { collectKept } from './kept-basis.ts';
import { asOfDay, type Scored, scoreAsOf } from './score-as-of.ts';
import { type Asked, daySettledOr, type Shown, scoreOf, settlementOf, viewOf } from './score-shown.ts';

/** The end of the month before a day: what "against last month" compares with. */
export function lastMonthEnd(shown: Day): Day {
  const { year, month } = partsOf(shown);
  return addDays(firstDayOfMonth(year, month), -1);
}

/** Each unit's rank at an instant; empty where the year before has no scheme to rank by. */
export function ranksOf(scored: Scored | null): ReadonlyMap<UnitId, number | null> {
  return new Map(scored?.results.map((result) => [result.unitId, result.rank]));
}

/** The score at the end of last month, or null where that lies in a year without a scheme. */
export async function scoreLastMonth(ctx: Context, shown: Day): Promise<Scored | null> {
  const end = lastMonthEnd(shown);
  if (partsOf(end).year !== partsOf(shown).year) return null;
  return ctx.read((db) => scoreAsOf(db, ctx.domainId, { asOf: asOfDay(end, ctx.clock()) }, collectKept));
}

/** A unit's result with what each line is about. */
export function presentResult({ scheme }: Scored, result: Scored['results'][number]) {
  const indicators = new Map(scheme.body.indicators.map((indicator) => [indicator.code, indicator]));
  return {
    unitId: result.unitId,
    rank: result.rank,
    total: result.total,
    scaled: result.scaled,
    bonus: result.bonus,
    penalty: result.penalty,
    grade: result.grade,
    vetoed: result.vetoed,
    lines: result.lines.map((line) => ({
      ...line,
      name: indicators.get(line.indicator)?.name ?? line.indicator,
      section: indicators.get(line.indicator)?.section ?? null,
    })),
  };
}

/**
 * The score of a day as people are shown it. Throws `invalid` for a day that has not come, and `notFound` for one of a
 * year without a scheme.
 */
export const scoreOnDay = (ctx: Context, shown: Day): Promise<Shown> =>
  ctx.read((db) => scoreOf(db, ctx.domainId, viewOf(ctx, { day: shown })));

/**
 * The ranking (排名) of one group on a day, today's as it stands now: each unit's total, rank and grade with its lines
 * explained, and its rank at the end of the month before; of a settled year what was signed. Throws `invalid` for a
 * day that has not come, and `notFound` for one of a year without a scheme.
 */
export async function ranking(ctx: Context, { group, ...asked }: { group: RankingGroup } & Asked) {
  permit(ctx, 'ranking.see');
  const view = viewOf(ctx, asked);
  const scored = await ctx.read((db) => scoreOf(db, ctx.domainId, view));
  const before = ranksOf(await scoreLastMonth(ctx, daySettledOr(scored, view.day)));
  const { scheme } = scored;
  return {
    group,
    name: scheme.body.groups.find((each) => each.key === group)?.name ?? '',
    day: view.day,
    asOf: scored.asOf.toISOString(),
    known: scored.known,
    mode: scored.rules.mode,
    settled: settlementOf(scored),
    scheme: { year: scheme.year, version: scheme.version },
    rows: scored.results
      .filter((result) => result.group === group)
      .map((result) => ({
        ...presentResult(scored, result),
        name: scored.units.get(result.unitId)?.name ?? '',
        previousRank: before.get(result.unitId) ?? null,
      })),
  };
}
