/**
 * What the State Council's yearly holiday arrangement (国务院办公厅放假安排) says, as the kept calendar package has
 * it. The one file that knows the package: it takes the data alone, since the package's functions misplace days on a
 * machine west of Greenwich and call every weekday of an unpublished year a working day.
 */
import arrangement from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, firstDayOfMonth, partsOf, weekdayOf } from './day.ts';

/** One calendar year as published. */
export interface PublishedYear {
  /** False for a year whose arrangement the package has not: then weekends alone are rest. */
  known: boolean;
  /** Whether each day of the year, 1 January first, is a working day (工作日), make-up days (调休) included. */
  working: readonly boolean[];
}

const HOLIDAYS = new Set(Object.keys(arrangement.holidays));
const MAKE_UP_DAYS = new Set(Object.keys(arrangement.workdays));
const KNOWN = new Set([...HOLIDAYS].map((day) => Number(day.slice(0, 4))));

const isWorking = (day: Day): boolean => MAKE_UP_DAYS.has(day) || (weekdayOf(day) <= 5 && !HOLIDAYS.has(day));

/** The year as published. */
export function publishedYear(year: number): PublishedYear {
  const working: boolean[] = [];
  for (let day = firstDayOfMonth(year, 1); partsOf(day).year === year; day = addDays(day, 1)) {
    working.push(isWorking(day));
  }
  return { known: KNOWN.has(year), working };
}
