/**
 * Reads the holiday arrangement (放假安排) that the State Council publishes each autumn, pasted as text, so that the
 * admin need not type a new year day by day:
 *
 * 春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
 */
import type { DayKind } from '../../../db/vocabulary.ts';
import { addDays, type Day, daysBetween, parseDay } from './day.ts';

/** What a text says of single days, and the sentences of it that name days but could not be read. */
export interface Arrangement {
  days: ReadonlyMap<Day, DayKind>;
  doubts: readonly string[];
}

/** No holiday is longer; a longer stretch is a slip of the pen. */
const LONGEST = 15;
/** So much is a whole arrangement several times over. */
const MOST_CHARACTERS = 20_000;

const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;
const RANGE = /日(?:至|到|—|－|-|~|～)/;
const RESTS = /放假|休息/;
const WORKS = /上班/;

const two = (text: string): string => text.padStart(2, '0');

/** The days that a clause names, in order; what it leaves out (month, year) is that of the day before. */
function daysIn(clause: string, year: number): (Day | undefined)[] {
  let current = { year: String(year), month: '' };
  return [...clause.matchAll(DATE)].map(([, ownYear, ownMonth, date = '']) => {
    current = { year: ownYear ?? current.year, month: ownMonth ?? current.month };
    return parseDay(`${current.year}-${two(current.month)}-${two(date)}`);
  });
}

/** Every day from the first to the last; none where they are no stretch. */
function stretch(first: Day, last: Day): Day[] {
  const length = daysBetween(first, last) + 1;
  return length < 1 || length > LONGEST ? [] : Array.from({ length }, (_, n) => addDays(first, n));
}

/** The days of one clause; none where it names days in a way that is not understood. */
function namedBy(clause: string, year: number): Day[] {
  const named = daysIn(clause, year);
  const days = named.filter((each) => each !== undefined);
  if (days.length !== named.length) return [];
  const [first, last] = days;
  if (!RANGE.test(clause)) return days;
  return first === undefined || last === undefined || days.length > 2 ? [] : stretch(first, last);
}

/** Reads an arrangement for a year, in which days without a year lie. Never throws; the same day said twice has the later word. */
export function readArrangement(text: string, year: number): Arrangement {
  const days = new Map<Day, DayKind>();
  const doubts: string[] = [];
  // What stands in brackets (weekdays, the lunar calendar) names no day of its own.
  const plain = text.slice(0, MOST_CHARACTERS).replaceAll(/（[^（）]{0,40}）|\([^()]{0,40}\)/g, '');
  for (const clause of plain.split(/[。；;\n]/)) {
    const kind = WORKS.test(clause) ? 'work' : RESTS.test(clause) ? 'rest' : null;
    if (kind === null || !/\d日/.test(clause)) continue;
    const named = namedBy(clause, year);
    if (named.length === 0) doubts.push(clause.trim());
    for (const each of named) days.set(each, kind);
  }
  return { days, doubts };
}
