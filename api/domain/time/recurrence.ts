/**
 * When a task is due (时限): once, or once in every period of the plan's year (time.md, "Due days"). A due day is a
 * promise, so it is not moved when it falls on a day of rest.
 */
import { addDays, type Day, firstDayOfMonth, partsOf, weekdayOf } from './day.ts';
import { MONTH_SPANS, type MonthSpan, monthsPeriod, oncePeriod, type Period, weekPeriod } from './periods.ts';

export type Recurrence =
  | { dueOn: Day }
  /** Every week, Monday to Sunday. */
  | { weeks: 1 }
  /** Every so many months; `atMost` months at the most (至少每3个月), or null. */
  | { months: MonthSpan; atMost: number | null };

/** A task's deadline as its row keeps it: exactly one of the first three is set. */
export interface Deadline {
  dueOn: Day | null;
  everyWeeks: number | null;
  everyMonths: number | null;
  atMostMonths: number | null;
}

/** The recurrence that a task's row says. Throws RangeError where no such thing can be due. */
export function recurrenceOf({ dueOn, everyWeeks, everyMonths, atMostMonths }: Deadline): Recurrence {
  if (dueOn !== null) return { dueOn };
  if (everyWeeks === 1) return { weeks: 1 };
  const months = MONTH_SPANS.find((span) => span === everyMonths);
  if (months === undefined) throw new RangeError(`no period of ${everyWeeks} weeks or ${everyMonths} months`);
  if (atMostMonths !== null && atMostMonths <= months) throw new RangeError(`at most ${atMostMonths} months`);
  return { months, atMost: atMostMonths };
}

/** The weeks whose Sunday lies in the year. */
function weeksOf(year: number): Period[] {
  const newYear = firstDayOfMonth(year, 1);
  const weeks: Period[] = [];
  let monday = addDays(newYear, 1 - weekdayOf(newYear));
  for (; partsOf(addDays(monday, 6)).year === year; monday = addDays(monday, 7))
    weeks.push(weekPeriod(monday));
  return weeks;
}

/**
 * The periods of a plan's year, in order of time. A period is of the year in which it falls due, so every assignment
 * of a plan is due by 31 December and the annual assessment counts each exactly once: the week from 28 December 2026
 * to 3 January 2027 is the first of the plan of 2027, though ISO calls it `2026-W53`.
 */
export function periodsOf(recurrence: Recurrence, year: number): Period[] {
  if ('dueOn' in recurrence) return [oncePeriod(year, recurrence.dueOn)];
  if ('weeks' in recurrence) return weeksOf(year);
  const { months, atMost } = recurrence;
  return Array.from({ length: 12 / months }, (_, n) => monthsPeriod(year, n * months + 1, months, atMost));
}
