/**
 * Working days (工作日): weekends and the State Council's arrangement, over which the admin's table has the last
 * word (time.md, "Working days"). Every question costs the same however far apart the days are within a year.
 */
import type { DayKind } from '../../../db/vocabulary.ts';
import { addDays, type Day, firstDayOfMonth } from './day.ts';
import { publishedYear } from './published-years.ts';

/** A calendar of working days (工作日历). */
export interface Calendar {
  /** Whether the year's arrangement is published; of another year weekends alone hold, and the admin is told. */
  knows(year: number): boolean;
  isWorkingDay(day: Day): boolean;
  /**
   * The `n`th working day after `day`, or before it where `n` is negative; `day` itself where `n` is 0.
   * Throws RangeError where `n` is not whole.
   */
  addWorkingDays(day: Day, n: number): Day;
  /** Working days after `a` up to and including `b`; negative where `b` is earlier. */
  workingDaysBetween(a: Day, b: Day): number;
}

/** One year, counted once. */
interface Year {
  known: boolean;
  /** How many working days there are from 1 January up to and including each day. */
  through: ReadonlyMap<Day, number>;
  workingDays: readonly Day[];
}

/** What the caller knows is there. */
function sure<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('no such day');
  return found;
}

const yearIn = (day: Day): number => Number(day.slice(0, 4));

function count(year: number, table: ReadonlyMap<Day, DayKind>): Year {
  const { known, working } = publishedYear(year);
  const newYear = firstDayOfMonth(year, 1);
  const workingDays: Day[] = [];
  const through = new Map<Day, number>();
  for (const [index, published] of working.entries()) {
    const day = addDays(newYear, index);
    const kind = table.get(day);
    if (kind === undefined ? published : kind === 'work') workingDays.push(day);
    through.set(day, workingDays.length);
  }
  return { known, through, workingDays };
}

/** Years that no table touches are the same in every calendar. */
const shared = new Map<number, Year>();

/** A calendar in which the table's word goes over the published arrangement. */
export function createCalendar(table: ReadonlyMap<Day, DayKind> = new Map()): Calendar {
  const edited = new Set([...table.keys()].map(yearIn));
  const own = new Map<number, Year>();
  const yearOf = (year: number): Year => {
    const years = edited.has(year) ? own : shared;
    const kept = years.get(year);
    if (kept !== undefined) return kept;
    const fresh = count(year, table);
    years.set(year, fresh);
    return fresh;
  };
  const total = (year: number): number => yearOf(year).workingDays.length;
  /** Working days of its year up to and including the day. */
  const through = (day: Day): number => sure(yearOf(yearIn(day)).through.get(day));
  const isWorkingDay = (day: Day): boolean => yearOf(yearIn(day)).workingDays[through(day) - 1] === day;

  const after = (a: Day, b: Day): number => {
    let sum = through(b) - through(a);
    for (let year = yearIn(a); year < yearIn(b); year++) sum += total(year);
    return sum;
  };

  return {
    knows: (year) => yearOf(year).known,
    isWorkingDay,
    workingDaysBetween: (a, b) => (a <= b ? after(a, b) : 0 - after(b, a)),
    addWorkingDays: (day, n) => {
      if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
      if (n === 0) return day;
      let year = yearIn(day);
      // The place, counted from 1, among the working days of the year.
      let place = through(day) + n;
      if (n < 0 && !isWorkingDay(day)) place += 1;
      for (; place > total(year); year++) place -= total(year);
      for (; place < 1; place += total(year)) year--;
      return sure(yearOf(year).workingDays[place - 1]);
    },
  };
}

/** Working days that `today` lies behind a due day: 1 on the first after it, 0 until then. */
export const workingDaysLate = (calendar: Calendar, due: Day, today: Day): number =>
  today > due ? calendar.workingDaysBetween(due, today) : 0;

/**
 * Working days left before the due day begins, today among them: 1 on the last working day before it, also where
 * the due day itself is a day of rest. 0 on the due day and after.
 */
export const workingDaysUntil = (calendar: Calendar, today: Day, due: Day): number =>
  today < due ? calendar.workingDaysBetween(addDays(today, -1), addDays(due, -1)) : 0;
