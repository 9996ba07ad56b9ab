/** One assignment as lists and pages show it; every reader of assignments selects the same columns. */
import { and, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { items, tasks } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { Light } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { type LightBounds, latenessOf, lightBounds, lightOf } from '../../domain/assignment/light.ts';
import { type Day, dayOf } from '../../domain/time/day.ts';
import { periodLabel } from '../../domain/time/periods.ts';
import type { Calendar } from '../../domain/time/working-days.ts';
import { readCalendar } from '../calendar/read-calendar.ts';

const COLUMNS = {
  id: assignments.id,
  code: tasks.code,
  title: tasks.title,
  synonyms: tasks.synonyms,
  unitId: units.id,
  unitName: units.shortName,
  chapter: items.chapter,
  section: items.section,
  measure: tasks.measure,
  target: tasks.target,
  unitOfMeasure: tasks.unitOfMeasure,
  period: assignments.period,
  opensOn: assignments.opensOn,
  dueOn: assignments.dueOn,
  firstDueOn: assignments.firstDueOn,
  lastDueOn: assignments.lastDueOn,
  state: assignments.state,
  percent: assignments.percent,
  count: assignments.count,
  submittedAt: assignments.submittedAt,
  extensionUntil: assignments.extensionUntil,
  withdrawnAt: assignments.withdrawnAt,
  version: assignments.version,
};

/** What is asked for now: not withdrawn with an older version of the plan, not of a unit that is gone. */
export const askedFor = (): SQL | undefined => and(isNull(assignments.withdrawnAt), isNull(units.retiredAt));

/** The query over assignments with their task, item and unit; the caller adds the conditions. */
export const selectAssignments = (db: Database) =>
  db
    .select(COLUMNS)
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .innerJoin(items, refersTo(tasks, 'itemId', items))
    .innerJoin(units, refersTo(assignments, 'unitId', units));

type Selected = Awaited<ReturnType<typeof selectAssignments>>[number];

/** What lights and lateness are told by, today. */
export interface Today {
  day: Day;
  calendar: Calendar;
  bounds: LightBounds;
}

/** The day by the clock that is passed in, with the calendar and what lights go by. */
export async function todayOf(ctx: Context): Promise<Today> {
  const calendar = await readCalendar(ctx);
  const day = dayOf(ctx.clock());
  return { day, calendar, bounds: lightBounds(day, calendar) };
}

/**
 * An assignment with its light, how late or near it is, and the words for its period. Named one by one: spread into a
 * new object they cost a list ten times as much.
 */
export function present(row: Selected, { day, calendar, bounds }: Today) {
  const { workingDaysLate, workingDaysLeft } = latenessOf(row, day, calendar);
  const light: Light = lightOf(row, bounds);
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    unit: { id: row.unitId, name: row.unitName },
    chapter: row.chapter,
    section: row.section,
    measure: row.measure,
    target: row.target,
    unitOfMeasure: row.unitOfMeasure,
    period: row.period,
    periodLabel: periodLabel(row.period),
    opensOn: row.opensOn,
    dueOn: row.dueOn,
    firstDueOn: row.firstDueOn,
    lastDueOn: row.lastDueOn,
    state: row.state,
    percent: row.percent,
    count: row.count,
    submittedAt: row.submittedAt,
    extensionUntil: row.extensionUntil,
    version: row.version,
    light,
    workingDaysLate,
    workingDaysLeft,
  };
}

export type AssignmentRow = ReturnType<typeof present>;
