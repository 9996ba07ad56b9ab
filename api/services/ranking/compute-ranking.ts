import type { RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { addDays, type Day, dayOf, firstDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { asOfDay, type Scored, scoreAsOf } from './score-as-of.ts';

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
  return ctx.read((db) => scoreAsOf(db, ctx.domainId, { asOf: asOfDay(end, ctx.clock()) }));
}

/**
 * The score as it stood at the end of a day, today's as it stands now. Throws `invalid` for a day that has not come,
 * and `notFound` for one of a year without a scheme.
 */
export async function scoreOnDay(ctx: Context, shown: Day): Promise<Scored> {
  if (shown > dayOf(ctx.clock())) {
    const fault = { path: 'day', message: '这一天还没有到' };
    throw new Refusal('invalid', 'future', fault.message, [fault]);
  }
  const scored = await ctx.read((db) => scoreAsOf(db, ctx.domainId, { asOf: asOfDay(shown, ctx.clock()) }));
  if (scored === null) {
    throw new Refusal('notFound', 'noScheme', `${partsOf(shown).year}年还没有发布考核方案`);
  }
  return scored;
}

/**
 * The ranking (排名) of one group as it stood at the end of a day, today's as it stands now: each unit's total, rank
 * and grade with its lines explained, and its rank at the end of the month before. Throws `invalid` for a day that
 * has not come, and `notFound` for one of a year without a scheme.
 */
export async function ranking(ctx: Context, { group, day }: { group: RankingGroup; day?: Day | undefined }) {
  permit(ctx, 'ranking.see');
  const shown = day ?? dayOf(ctx.clock());
  const scored = await scoreOnDay(ctx, shown);
  const before = ranksOf(await scoreLastMonth(ctx, shown));
  const { scheme } = scored;
  const indicators = new Map(scheme.body.indicators.map((indicator) => [indicator.code, indicator]));
  return {
    group,
    name: scheme.body.groups.find((each) => each.key === group)?.name ?? '',
    day: shown,
    asOf: scored.asOf.toISOString(),
    mode: 'rolling' as const,
    scheme: { year: scheme.year, version: scheme.version },
    rows: scored.results
      .filter((result) => result.group === group)
      .map((result) => ({
        unitId: result.unitId,
        name: scored.units.get(result.unitId)?.name ?? '',
        rank: result.rank,
        previousRank: before.get(result.unitId) ?? null,
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
      })),
  };
}
