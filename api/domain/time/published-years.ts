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
  /** The holiday (节日) that a day off is of, or that a make-up day makes up for. */
  names: ReadonlyMap<Day, string>;
}

const HOLIDAYS: ReadonlyMap<string, string> = new Map(Object.entries(arrangement.holidays));
const MAKE_UP_DAYS: ReadonlyMap<string, string> = new Map(Object.entries(arrangement.workdays));
const KNOWN = new Set([...HOLIDAYS.keys()].map((day) => Number(day.slice(0, 4))));

/** The package writes a day as `Spring Festival,春节,4`. */
const nameOf = (day: Day): string | undefined => (HOLIDAYS.get(day) ?? MAKE_UP_DAYS.get(day))?.split(',')[1];

const isWorking = (day: Day): boolean => MAKE_UP_DAYS.has(day) || (weekdayOf(day) <= 5 && !HOLIDAYS.has(day));

/** The year as published. */
export function publishedYear(year: number): PublishedYear {
  const working: boolean[] = [];
  const names = new Map<Day, string>();
  for (let day = firstDayOfMonth(year, 1); partsOf(day).year === year; day = addDays(day, 1)) {
    working.push(isWorking(day));
    const name = nameOf(day);
    if (name !== undefined) names.set(day, name);
  }
  return { known: KNOWN.has(year), working, names };
}
