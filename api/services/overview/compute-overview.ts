import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { snapshots } from '../../../db/schema/assessment.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { RANKING_GROUPS, type UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { addDays, type Day, daysBetween, partsOf } from '../../domain/time/day.ts';
import { lastMonthEnd, ranksOf, scoreLastMonth } from '../ranking/compute-ranking.ts';
import { asOfDay } from '../ranking/score-as-of.ts';
import { daySettledOr, findScore, type Shown, settlementOf, viewOf } from '../ranking/score-shown.ts';
import { askedFor, present, selectAssignments, type Today, todayOf } from '../tasks/assignment-row.ts';
import { type Figures, figuresAsOf } from './figures.ts';
import { progressByItem, progressByPhase } from './progress-by-item.ts';

const TREND_WEEKS = 12;
/** How many of what is overdue the overview lists; the rest are one click away. */
const OVERDUE_SHOWN = 12;

/** Each unit's totals of the last twelve weeks, one a week, oldest first. */
async function trends(
  db: Database,
  ctx: Context,
  today: Day,
): Promise<ReadonlyMap<UnitId, (number | null)[]>> {
  const from = addDays(today, -7 * TREND_WEEKS);
  const rows = await db
    .select({ unitId: snapshots.unitId, day: snapshots.day, total: snapshots.total })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.domainId, ctx.domainId),
        inArray(snapshots.rankingGroup, [...RANKING_GROUPS]),
        gte(snapshots.day, from),
        lt(snapshots.day, today),
        sql`(${today}::date - ${snapshots.day}) % 7 = 0`,
      ),
    );
  const byUnit = new Map<UnitId, (number | null)[]>();
  for (const { unitId, day, total } of rows) {
    const weeks = byUnit.get(unitId) ?? new Array<number | null>(TREND_WEEKS).fill(null);
    weeks[TREND_WEEKS - daysBetween(day, today) / 7] = total === null ? null : Number(total);
    byUnit.set(unitId, weeks);
  }
  return byUnit;
}

async function overdueNow(db: Database, ctx: Context, today: Today) {
  const rows = await selectAssignments(db)
    .where(
      and(
        eq(assignments.domainId, ctx.domainId),
        inArray(assignments.state, ['open', 'active', 'returned']),
        lt(sql`greatest(${assignments.dueOn}, ${assignments.lastDueOn})`, today.day),
        askedFor(),
      ),
    )
    .orderBy(asc(assignments.dueOn), asc(assignments.id))
    .limit(OVERDUE_SHOWN);
  return rows.map((row) => {
    const { id, code, title, unit, periodLabel, dueOn, workingDaysLate } = present(row, today);
    return { id, code, title, unit: unit.name, periodLabel, dueOn, workingDaysLate };
  });
}

/** Both rankings; without rows in a year that has no scheme yet and follows none that is settled. */
function rankingsOf(
  scored: Shown | null,
  before: ReadonlyMap<UnitId, number | null>,
  trend: ReadonlyMap<UnitId, (number | null)[]>,
) {
  return RANKING_GROUPS.map((group) => ({
    group,
    name: scored?.scheme.body.groups.find((each) => each.key === group)?.name ?? '',
    settled: scored && settlementOf(scored),
    rows: (scored?.results ?? [])
      .filter((result) => result.group === group)
      .map(({ unitId, rank, total, grade, vetoed }) => ({
        unitId,
        name: scored?.units.get(unitId)?.name ?? '',
        rank,
        previousRank: before.get(unitId) ?? null,
        total,
        grade,
        vetoed,
        trend: trend.get(unitId) ?? [],
      })),
  }));
}

const FIGURES = ['completion', 'timeliness', 'overdue', 'toVerify'] as const satisfies (keyof Figures)[];

/**
 * What a leader looks at (总览): the four figures against the end of last month, both rankings with movement and
 * trend, what is overdue now, the plan's chapters and phases as progress.
 */
export async function overview(ctx: Context) {
  permit(ctx, 'overview.see');
  const now = ctx.clock();
  const today = await todayOf(ctx);
  const { year } = partsOf(today.day);
  const monthEnd = lastMonthEnd(today.day);
  const scored = await ctx.read((db) => findScore(db, ctx.domainId, viewOf(ctx, {})));
  const before = await scoreLastMonth(ctx, scored === null ? today.day : daySettledOr(scored, today.day));
  return ctx.read(async (db) => {
    const { domainId } = ctx;
    const current = await figuresAsOf(db, { domainId, year, asOf: now });
    const lastMonth = { domainId, year: partsOf(monthEnd).year, asOf: asOfDay(monthEnd, now) };
    const previous = await figuresAsOf(db, lastMonth);
    return {
      day: today.day,
      asOf: now.toISOString(),
      figures: FIGURES.map((key) => ({ key, value: current[key], previous: previous[key] })),
      rankings: rankingsOf(scored, ranksOf(before), await trends(db, ctx, today.day)),
      overdue: { total: current.overdue, rows: await overdueNow(db, ctx, today) },
      chapters: await progressByItem(db, domainId, year, today),
      phases: await progressByPhase(db, domainId, year, today.day),
    };
  });
}
