/**
 * What the State Council's yearly holiday arrangement (国务院办公厅放假安排) says, as the kept calendar package has
 * it. The one file that knows the package.
 */
import chineseDays from 'chinese-days';

/** One calendar year as published. */
export interface PublishedYear {
  /** False for a year whose arrangement the package has not: then weekends alone are rest. */
  known: boolean;
  /** Whether each day of the year, 1 January first, is a working day (工作日), make-up days (调休) included. */
  working: readonly boolean[];
}

/** Noon of a day in the machine's own zone: the package reads local fields, and west of UTC it misreads text. */
const localNoon = (year: number, index: number): Date => new Date(year, 0, index + 1, 12);

const daysIn = (year: number): number => (new Date(year, 1, 29).getMonth() === 1 ? 366 : 365);

/**
 * The package names no years and calls every weekday of a year it lacks a working day, 1 January 2027 too. So a
 * year counts as known when at least one of its days departs from the plain week.
 */
function read(year: number): PublishedYear {
  let known = false;
  const working = Array.from({ length: daysIn(year) }, (_, index) => {
    const noon = localNoon(year, index);
    const plain = noon.getDay() !== 0 && noon.getDay() !== 6;
    const published = chineseDays.isWorkday(noon);
    if (published !== plain) known = true;
    return published;
  });
  return { known, working };
}

const kept = new Map<number, PublishedYear>();

/** The year as published; read from the package once. */
export function publishedYear(year: number): PublishedYear {
  const before = kept.get(year);
  if (before !== undefined) return before;
  const fresh = read(year);
  kept.set(year, fresh);
  return fresh;
}
