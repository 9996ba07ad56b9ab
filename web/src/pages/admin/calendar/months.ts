/** The twelve months of a year as a wall calendar has them. */
import { weekdayOf } from '../../../../../api/domain/time/day.ts';
import type { ShownDay } from './queries.ts';

export interface Month {
  /** `2026-02` */
  key: string;
  /** How many places of the first week belong to the month before; the week begins on Monday. */
  before: number;
  days: ShownDay[];
}

/** The days of a year, cut into months. */
export function monthsOf(days: readonly ShownDay[]): Month[] {
  const months = new Map<string, Month>();
  for (const day of days) {
    const key = day.day.slice(0, 7);
    const month = months.get(key) ?? { key, before: weekdayOf(day.day) - 1, days: [] };
    month.days.push(day);
    months.set(key, month);
  }
  return [...months.values()];
}

/** What a day is, for its mark and its word: plain working days and weekends need none. */
export type DayMark = 'work' | 'weekend' | 'holiday' | 'makeUp';

/** Which of these a day is. */
export function markOf({ day, working }: Pick<ShownDay, 'day' | 'working'>): DayMark {
  const weekday = weekdayOf(day) <= 5;
  if (working) return weekday ? 'work' : 'makeUp';
  return weekday ? 'holiday' : 'weekend';
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** Where a key leads from a place among `count` days; null where it leads nowhere. */
export function placeAfter(key: string, place: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  const next = step === undefined ? -1 : place + step;
  return next < 0 || next >= count ? null : next;
}
