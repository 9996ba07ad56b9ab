import { and, asc, count, eq, gte, ilike, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { items, tasks } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { AssignmentState, Light, UnitId } from '../../../db/vocabulary.ts';
import { type Context, reach } from '../../context.ts';
import { firstDayOfMonth, lastDayOfMonth, parseDay } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { type AssignmentRow, askedFor, present, selectAssignments, todayOf } from './assignment-row.ts';
import { lightSql } from './light-sql.ts';

export interface TaskFilter {
  unit?: UnitId | undefined;
  light?: Light | undefined;
  /** `unfinished` is every state but done. */
  state?: AssignmentState | 'unfinished' | undefined;
  /** The number of a chapter of the plan, `四(三)`. */
  chapter?: string | undefined;
  /** Due in this month, `2026-06`. */
  month?: string | undefined;
  /** Part of a code or title. */
  q?: string | undefined;
  /** The cursor that the page before gave. */
  after?: string | undefined;
  /** Rows to a page, 50 unless named, 200 at most. */
  limit?: number | undefined;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function inMonth(month: string): SQL | undefined {
  const [, year, number] = (/^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(month) ?? []).map(Number);
  if (year === undefined || number === undefined) {
    throw new Refusal('invalid', 'month', '月份写作 2026-06', [
      { path: 'month', message: '月份写作 2026-06' },
    ]);
  }
  return and(
    gte(assignments.dueOn, firstDayOfMonth(year, number)),
    lte(assignments.dueOn, lastDayOfMonth(year, number)),
  );
}

/** After the row that a cursor `2026-06-30.123` names, in the order of due day and number. */
function afterCursor(cursor: string): SQL {
  const [, due = '', id = ''] = /^([\d-]{10})\.(\d{1,15})$/.exec(cursor) ?? [];
  const dueOn = parseDay(due);
  if (dueOn === undefined) {
    throw new Refusal('invalid', 'cursor', '翻页位置不对', [{ path: 'after', message: '翻页位置不对' }]);
  }
  return sql`(${assignments.dueOn}, ${assignments.id}) > (${dueOn}::date, ${Number(id)})`;
}

function inState(state: TaskFilter['state']): SQL | undefined {
  if (state === undefined) return undefined;
  return state === 'unfinished' ? ne(assignments.state, 'done') : eq(assignments.state, state);
}

/** What the viewer may see, narrowed by everything in the filter but light and page. */
function conditions(ctx: Context, filter: TaskFilter): SQL | undefined {
  const own =
    reach(ctx, 'assignment.see') === 'own' && ctx.actor.kind === 'person'
      ? inArray(assignments.unitId, [...ctx.actor.unitIds])
      : undefined;
  const text = filter.q?.trim();
  return and(
    eq(assignments.domainId, ctx.domainId),
    own,
    filter.unit === undefined ? undefined : eq(assignments.unitId, filter.unit),
    inState(filter.state),
    filter.chapter === undefined ? undefined : eq(items.chapter, filter.chapter),
    filter.month === undefined ? undefined : inMonth(filter.month),
    text ? or(ilike(tasks.title, `%${escaped(text)}%`), ilike(tasks.code, `${escaped(text)}%`)) : undefined,
    askedFor(),
  );
}

/** The rows of a filter in the order of due day and number, so many at most. */
const rowsOf = (db: Database, where: SQL | undefined, limit: number) =>
  selectAssignments(db).where(where).orderBy(asc(assignments.dueOn), asc(assignments.id)).limit(limit);

/** How many there are of each light; the task and its item are looked at only where the filter asks about them. */
async function lightsOf(db: Database, where: SQL | undefined, light: SQL<Light>, filter: TaskFilter) {
  const ofUnits = db
    .select({ light, count: count() })
    .from(assignments)
    .innerJoin(units, and(eq(units.domainId, assignments.domainId), eq(units.id, assignments.unitId)))
    .$dynamic();
  const counted =
    filter.q?.trim() || filter.chapter !== undefined
      ? ofUnits
          .innerJoin(tasks, and(eq(tasks.domainId, assignments.domainId), eq(tasks.id, assignments.taskId)))
          .innerJoin(items, and(eq(items.domainId, tasks.domainId), eq(items.id, tasks.itemId)))
      : ofUnits;
  return counted.where(where).groupBy(sql`1`);
}

const ofLight = (light: SQL<Light>, wanted: Light | undefined): SQL | undefined =>
  wanted === undefined ? undefined : sql`${light} = ${wanted}`;

/** All rows that a filter shows, so many at most. Throws `invalid` for a bad month. */
export async function matchingTasks(
  ctx: Context,
  filter: Omit<TaskFilter, 'after' | 'limit'>,
  most: number,
): Promise<AssignmentRow[]> {
  const where = conditions(ctx, filter);
  const today = await todayOf(ctx);
  const lit = and(where, ofLight(lightSql(today.bounds), filter.light));
  const rows = await ctx.read((db) => rowsOf(db, lit, most));
  return rows.map((row) => present(row, today));
}

/**
 * The responsibility list (责任清单) as a page of assignments by due day, with how many there are of each light over
 * the same filter. A liaison sees the own units' only. Throws `invalid` for a bad month or cursor.
 */
export async function listTasks(ctx: Context, filter: TaskFilter) {
  const where = conditions(ctx, filter);
  const today = await todayOf(ctx);
  const light = lightSql(today.bounds);
  const limit = Math.min(filter.limit ?? 50, 200);
  return ctx.read(async (db) => {
    const after = filter.after === undefined ? undefined : afterCursor(filter.after);
    const [rows, lights] = await Promise.all([
      rowsOf(db, and(where, ofLight(light, filter.light), after), limit + 1),
      lightsOf(db, where, light, filter),
    ]);
    const counted = (of: Light): number => lights.find((row) => row.light === of)?.count ?? 0;
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map((row) => present(row, today)),
      next: rows.length > limit && last !== undefined ? `${last.dueOn}.${last.id}` : null,
      counts: {
        blue: counted('blue'),
        green: counted('green'),
        yellow: counted('yellow'),
        red: counted('red'),
      },
    };
  });
}
