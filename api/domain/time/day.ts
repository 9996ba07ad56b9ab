/**
 * Days are China dates whatever the server's zone; instants are `Date`s and are stored in UTC
 * (design: time.md, first lines).
 */
import type { Day } from '../../../db/vocabulary.ts';

export type { Day } from '../../../db/vocabulary.ts';

const MS_PER_DAY = 86_400_000;
/** China has kept UTC+8 without summer time since 1992. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
/** There is no year 0, neither in the calendar nor in the database. */
const SHAPE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;
const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day that a text names, or undefined where it is no real calendar day (`2026-02-30`). */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || fromUtc(ms) !== text ? undefined : (text as Day);
}

/** The day that a text names. Throws RangeError where it is none: for constants and trusted columns. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a calendar day: ${text}`);
  return parsed;
}

/** The China date at an instant. */
export const dayOf = (instant: Date): Day => fromUtc(instant.getTime() + CHINA_OFFSET_MS);

/** The instant at which a China day begins (0:00). */
export const startOf = (d: Day): Date => new Date(toUtc(d) - CHINA_OFFSET_MS);

/** The first instant after a China day (24:00): a promise for a day is kept before it. */
export const endOf = (d: Day): Date => new Date(toUtc(d) + MS_PER_DAY - CHINA_OFFSET_MS);

/** The day `n` calendar days later (earlier where negative). */
export const addDays = (d: Day, n: number): Day => fromUtc(toUtc(d) + n * MS_PER_DAY);

/** Calendar days from `a` to `b`; negative where `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((toUtc(b) - toUtc(a)) / MS_PER_DAY);

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? b : a);

/** Day of the week: 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (d: Day): number => new Date(toUtc(d)).getUTCDay() || 7;

/** Year, month (1–12) and day of the month. */
export function partsOf(d: Day): { year: number; month: number; date: number } {
  return { year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), date: Number(d.slice(8, 10)) };
}

/** The last day of a month (`month` 1–12; 0 and 13 run over into the neighbouring years). */
export const lastDayOfMonth = (year: number, month: number): Day => fromUtc(Date.UTC(year, month, 0));

/** The first day of a month. */
export const firstDayOfMonth = (year: number, month: number): Day => fromUtc(Date.UTC(year, month - 1, 1));
