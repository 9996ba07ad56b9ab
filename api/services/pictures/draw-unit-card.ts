import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { snapshots } from '../../../db/schema/assessment.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import type { TaskLine, UnitPicture } from '../../documents/pictures/unit-picture.ts';
import { addDays, type Day, dayOf } from '../../domain/time/day.ts';
import { lateText, shortDay, shortInstant } from '../../domain/time/format.ts';
import { found, Refusal } from '../../errors.ts';
import { ranking } from '../ranking/compute-ranking.ts';
import type { AssignmentRow } from '../tasks/assignment-row.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { type Picture, pngOf, type Ranking } from './draw-ranking.ts';
import { issuerOf } from './issuer.ts';

const WEEKS = 12;
const COSTLY = 3;
const URGENT = 6;
/** Looked through for what is urgent: more than a unit has waiting for the office. */
const LOOKED_THROUGH = 60;

/** What the unit itself must hurry with, by due day: what waits for the office is out of its hands. */
export const urgentOf = <Row extends Pick<AssignmentRow, 'state'>>(rows: readonly Row[]): Row[] =>
  rows.filter(({ state }) => state !== 'submitted').slice(0, URGENT);

/** A task as a line of a picture. */
export const taskLine = ({ light, code, title, dueOn, workingDaysLate }: AssignmentRow): TaskLine => ({
  light,
  code,
  title,
  due: light === 'red' ? lateText(workingDaysLate) : `${shortDay(dueOn)}到期`,
});

async function unitOf(db: Database, domainId: DomainId, unitId: UnitId) {
  const [row] = await db
    .select({ name: units.name, group: units.rankingGroup })
    .from(units)
    .where(and(eq(units.domainId, domainId), eq(units.id, unitId)));
  return found(row, '单位');
}

/** The unit's totals of the last weeks, one a week, oldest first. */
async function trendOf(db: Database, { domainId }: Context, unitId: UnitId, today: Day) {
  const rows = await db
    .select({ day: snapshots.day, total: snapshots.total })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.domainId, domainId),
        eq(snapshots.unitId, unitId),
        inArray(snapshots.rankingGroup, ['village', 'department']),
        gte(snapshots.day, addDays(today, -7 * WEEKS)),
        lt(snapshots.day, today),
        sql`(${today}::date - ${snapshots.day}) % 7 = 0`,
      ),
    )
    .orderBy(asc(snapshots.day));
  return rows.map(({ day, total }) => ({ day: shortDay(day), total: total === null ? null : Number(total) }));
}

type Standing = Pick<UnitPicture, 'total' | 'rank' | 'of' | 'previousRank' | 'grade' | 'costly'>;
const UNRANKED: Standing = { total: null, rank: null, of: 0, previousRank: null, grade: null, costly: [] };

/** The ranking of a group; empty in a year that has no scheme yet. */
async function rankedIn(ctx: Context, group: RankingGroup): Promise<Ranking['rows']> {
  try {
    return (await ranking(ctx, { group })).rows;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'notFound') return [];
    throw error;
  }
}

/** How the unit stands in its group, and the lines that cost it most. */
async function standingOf(ctx: Context, unitId: UnitId, group: RankingGroup | null): Promise<Standing> {
  const rows = group === null ? [] : await rankedIn(ctx, group);
  const row = rows.find((each) => each.unitId === unitId);
  if (row === undefined) return UNRANKED;
  const costly = row.lines
    .filter(({ state, points, weight }) => (state === 'scored' || state === 'missing') && points < weight)
    .sort((a, b) => b.weight - b.points - (a.weight - a.points))
    .slice(0, COSTLY);
  return { ...row, of: rows.filter(({ rank }) => rank !== null).length, costly };
}

/**
 * A unit's card (单位卡片) as a picture for a phone: score, rank, lights, the lines that cost most, the trend and what
 * is urgent. Throws `forbidden` outside one's units, and `notFound`.
 */
export async function drawUnitCard(ctx: Context, unitId: UnitId): Promise<Picture> {
  permit(ctx, 'assignment.see', unitId);
  const now = ctx.clock();
  const { name, group } = await ctx.read((db) => unitOf(db, ctx.domainId, unitId));
  const standing = await standingOf(ctx, unitId, group);
  const before = await ctx.read((db) => trendOf(db, ctx, unitId, dayOf(now)));
  const { rows, counts } = await listTasks(ctx, { unit: unitId, state: 'unfinished', limit: LOOKED_THROUGH });
  const all = await listTasks(ctx, { unit: unitId, limit: 1 });
  const { unitPicture } = await import('../../documents/pictures/unit-picture.ts');
  const svg = unitPicture({
    issuer: await ctx.read((db) => issuerOf(db, ctx.domainId)),
    title: name,
    when: `截至${shortInstant(now)}`,
    ...standing,
    lights: { ...counts, blue: all.counts.blue },
    trend: [...before, { day: '今天', total: standing.total }],
    dueSoon: urgentOf(rows).map(taskLine),
  });
  return { name: `${name}.png`, bytes: await pngOf(svg) };
}
