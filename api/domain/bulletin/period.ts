/** The stretch that a bulletin is about, and the ones before and after it. */
import type { BulletinKind } from '../../../db/vocabulary.ts';
import { addDays, type Day, firstDayOfMonth, lastDayOfMonth, partsOf, weekdayOf } from '../time/day.ts';
import { weekPeriod } from '../time/periods.ts';

export interface BulletinPeriod {
  from: Day;
  to: Day;
  /** The last day of the period before. */
  before: Day;
  next: { from: Day; to: Day };
}

const SHAPES: Readonly<Record<BulletinKind, RegExp>> = {
  weekly: /^(20\d\d)-W(\d\d)$/,
  monthly: /^(20\d\d)-(0[1-9]|1[0-2])$/,
  annual: /^(20\d\d)$/,
  special: /^(20\d\d)-(0[1-9]|1[0-2])$/,
};

/** ISO 8601: week 1 is the one with 4 January. */
function mondayOf(year: number, week: number): Day {
  const fourth = addDays(firstDayOfMonth(year, 1), 3);
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
}

function spanOf(kind: BulletinKind, year: number, n: number): { from: Day; to: Day } {
  if (kind === 'annual') return { from: firstDayOfMonth(year, 1), to: lastDayOfMonth(year, 12) };
  if (kind !== 'weekly') return { from: firstDayOfMonth(year, n), to: lastDayOfMonth(year, n) };
  const from = mondayOf(year, n);
  return { from, to: addDays(from, 6) };
}

/** The next week, or the next month: also a year's bulletin looks no further ahead. */
function nextOf(kind: BulletinKind, to: Day): { from: Day; to: Day } {
  const from = addDays(to, 1);
  const { year, month } = partsOf(from);
  return { from, to: kind === 'weekly' ? addDays(from, 6) : lastDayOfMonth(year, month) };
}

/** The period that a key names; undefined where the kind has no such one. */
export function bulletinPeriod(kind: BulletinKind, key: string): BulletinPeriod | undefined {
  const [, year, n = '1'] = SHAPES[kind].exec(key) ?? [];
  if (year === undefined) return undefined;
  const { from, to } = spanOf(kind, Number(year), Number(n));
  if (kind === 'weekly' && weekPeriod(from).key !== key) return undefined;
  return { from, to, before: addDays(from, -1), next: nextOf(kind, to) };
}

/** The month before the one that a day lies in, as its key. */
export function lastMonthKey(today: Day): string {
  const { year, month } = partsOf(today);
  return addDays(firstDayOfMonth(year, month), -1).slice(0, 7);
}
