import type { Database } from '../../../db/open.ts';
import type { DomainId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { addDays, type Day, dayOf, firstDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { asOfDay, type Scored, scoreAsOf, type View } from './score-as-of.ts';

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

/** By when a past day is known: as it was shown that day, or with what was written down since. 按当时口径 · 按现在口径 */
export const KNOWN = ['then', 'now'] as const;
export type Known = (typeof KNOWN)[number];

/** What is asked about: a day, today unless said, as it was known then unless said. */
export interface Asked {
  day?: Day | undefined;
  known?: Known | undefined;
}

/** The view of the day asked for. Throws `invalid` for a day that has not come. */
export function viewOf(ctx: Context, { day, known = 'then' }: Asked): View & { day: Day } {
  const now = ctx.clock();
  const shown = day ?? dayOf(now);
  if (shown > dayOf(now)) {
    const fault = { path: 'day', message: '这一天还没有到' };
    throw new Refusal('invalid', 'future', fault.message, [fault]);
  }
  return { day: shown, asOf: asOfDay(shown, now), ...(known === 'now' && { knownBy: now }) };
}

/** The score of a view. Throws `notFound` for a day of a year without a scheme. */
export async function scoreOf(db: Database, domainId: DomainId, view: View & { day: Day }): Promise<Scored> {
  const scored = await scoreAsOf(db, domainId, view);
  if (scored !== null) return scored;
  throw new Refusal('notFound', 'noScheme', `${partsOf(view.day).year}年还没有发布考核方案`);
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
 * The score as it stood at the end of a day, today's as it stands now. Throws `invalid` for a day that has not come,
 * and `notFound` for one of a year without a scheme.
 */
export const scoreOnDay = (ctx: Context, shown: Day): Promise<Scored> =>
  ctx.read((db) => scoreOf(db, ctx.domainId, viewOf(ctx, { day: shown })));

/**
 * The ranking (排名) of one group as it stood at the end of a day, today's as it stands now: each unit's total, rank
 * and grade with its lines explained, and its rank at the end of the month before. Throws `invalid` for a day that
 * has not come, and `notFound` for one of a year without a scheme.
 */
export async function ranking(ctx: Context, { group, ...asked }: { group: RankingGroup } & Asked) {
  permit(ctx, 'ranking.see');
  const view = viewOf(ctx, asked);
  const scored = await ctx.read((db) => scoreOf(db, ctx.domainId, view));
  const before = ranksOf(await scoreLastMonth(ctx, view.day));
  const { scheme } = scored;
  return {
    group,
    name: scheme.body.groups.find((each) => each.key === group)?.name ?? '',
    day: view.day,
    asOf: scored.asOf.toISOString(),
    known: asked.known ?? 'then',
    mode: 'rolling' as const,
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
