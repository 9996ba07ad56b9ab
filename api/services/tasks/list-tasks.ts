import { asc, count, sql } from 'drizzle-orm';
import { keptQuestion } from '../../../db/kept-question.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { items, tasks } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { Light } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { type LightBounds, type Lit, lightOf } from '../../domain/assignment/light.ts';
import { type AssignmentRow, present, selectAssignments, todayOf } from './assignment-row.ts';
import {
  type AskedValues,
  afterCursor,
  askedBy,
  asksOfTasks,
  conditionsOf,
  ofLight,
  shapeOf,
  type TaskFilter,
} from './task-filter.ts';

export interface TaskPage extends TaskFilter {
  /** The cursor that the page before gave. */
  after?: string | undefined;
  /** Rows to a page, 50 unless named, 200 at most. */
  limit?: number | undefined;
}

const askRows = keptQuestion((db, shape) =>
  selectAssignments(db)
    .where(conditionsOf(shape))
    .orderBy(asc(assignments.dueOn), asc(assignments.id))
    .limit(sql.placeholder('limit'))
    .prepare('rows'),
);

/** The rows that are asked for in the order of due day and number, so many at most. */
const rowsOf = (ctx: Context, values: AskedValues, limit: number) =>
  ctx.read((db) => askRows(db, shapeOf(values)).execute({ ...values, limit }));

const askDays = keptQuestion((db, shape) => {
  const { state, dueOn, lastDueOn } = assignments;
  const ofUnits = db
    .select({ state, dueOn, lastDueOn, count: count() })
    .from(assignments)
    .innerJoin(units, refersTo(assignments, 'unitId', units))
    .$dynamic();
  // The task and its item are looked at only where the filter asks about them.
  const counted = asksOfTasks(shape)
    ? ofUnits
        .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
        .innerJoin(items, refersTo(tasks, 'itemId', items))
    : ofUnits;
  return counted.where(conditionsOf(shape)).groupBy(state, dueOn, lastDueOn).prepare('days');
});

/** How many there are of each state and days: few, and by them the lights are told once the calendar is there. */
const daysOf = (ctx: Context, values: AskedValues) =>
  ctx.read((db) => askDays(db, shapeOf(values)).execute({ ...values }));

/** How many there are of each light. */
function countLights(days: readonly (Lit & { count: number })[], bounds: LightBounds): Record<Light, number> {
  const counts = { blue: 0, green: 0, yellow: 0, red: 0 };
  for (const alike of days) counts[lightOf(alike, bounds)] += alike.count;
  return counts;
}

/** All rows that a filter shows, so many at most. Throws `invalid` for a bad month. */
export async function matchingTasks(
  ctx: Context,
  filter: TaskFilter,
  most: number,
): Promise<AssignmentRow[]> {
  const values = askedBy(ctx, filter);
  const today = await todayOf(ctx);
  const rows = await rowsOf(ctx, { ...values, ...ofLight(filter.light, today.bounds) }, most);
  return rows.map((row) => present(row, today));
}

/**
 * The responsibility list (责任清单) as a page of assignments by due day, with how many there are of each light over
 * the same filter. A liaison sees the own units' only. Throws `invalid` for a bad month or cursor.
 */
export async function listTasks(ctx: Context, filter: TaskPage) {
  const values = askedBy(ctx, filter);
  const after = filter.after === undefined ? {} : afterCursor(filter.after);
  const limit = Math.min(filter.limit ?? 50, 200);
  const asked = todayOf(ctx);
  // Where the filter asks for no light, the page does not wait for the calendar.
  const light = filter.light === undefined ? {} : ofLight(filter.light, (await asked).bounds);
  const [today, rows, days] = await Promise.all([
    asked,
    rowsOf(ctx, { ...values, ...light, ...after }, limit + 1),
    daysOf(ctx, values),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => present(row, today)),
    next: rows.length > limit && last !== undefined ? `${last.dueOn}.${last.id}` : null,
    counts: countLights(days, today.bounds),
  };
}
