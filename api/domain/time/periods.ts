/**
 * Periods (周期): the stretch that an assignment is given for. A key names it in the database, so a key never
 * changes its meaning; keys of one kind sort in the order of time.
 *
 * | period | key | label |
 * | --- | --- | --- |
 * | the plan's year | `2026` | 全年 |
 * | half a year | `2026-H1` | 上半年 |
 * | a quarter | `2026-Q3` | 三季度 |
 * | two months, or four | `2026-M05-06` | 5—6月 |
 * | a month | `2026-06` | 6月 |
 * | a week, as ISO 8601 numbers it | `2026-W26` | 第26周 |
 */
import { addDays, type Day, daysBetween, firstDayOfMonth, lastDayOfMonth, partsOf } from './day.ts';

export interface Period {
  key: string;
  opensOn: Day;
  /** The promise: it is done by 24:00 of this day. */
  dueOn: Day;
  /** The second limit, where the plan names one (`atMost`): late from `dueOn`, overdue only from here. */
  lastDueOn: Day | null;
}

/** Lengths, in months, that a year can be cut into. */
export const MONTH_SPANS = [1, 2, 3, 4, 6, 12] as const;
export type MonthSpan = (typeof MONTH_SPANS)[number];

const two = (n: number): string => String(n).padStart(2, '0');

function monthsKey(year: number, first: number, span: MonthSpan): string {
  switch (span) {
    case 1:
      return `${year}-${two(first)}`;
    case 2:
    case 4:
      return `${year}-M${two(first)}-${two(first + span - 1)}`;
    case 3:
      return `${year}-Q${(first + 2) / 3}`;
    case 6:
      return `${year}-H${(first + 5) / 6}`;
    case 12:
      return `${year}`;
  }
}

/**
 * The period of `span` months that begins with month `first` (1–12). With `atMost`, the second limit is the last
 * day of so many months from the same beginning.
 */
export const monthsPeriod = (
  year: number,
  first: number,
  span: MonthSpan,
  atMost: number | null = null,
): Period => ({
  key: monthsKey(year, first, span),
  opensOn: firstDayOfMonth(year, first),
  dueOn: lastDayOfMonth(year, first + span - 1),
  lastDueOn: atMost === null ? null : lastDayOfMonth(year, first + atMost - 1),
});

/** The week from a Monday to its Sunday. ISO 8601: a week has the number and the year of its Thursday. */
export function weekPeriod(monday: Day): Period {
  const thursday = addDays(monday, 3);
  const { year } = partsOf(thursday);
  const number = Math.floor(daysBetween(firstDayOfMonth(year, 1), thursday) / 7) + 1;
  return { key: `${year}-W${two(number)}`, opensOn: monday, dueOn: addDays(monday, 6), lastDueOn: null };
}

/** The one period of a task that is due once: open from the plan's year's first day. */
export const oncePeriod = (year: number, dueOn: Day): Period => ({
  key: `${year}`,
  opensOn: firstDayOfMonth(year, 1),
  dueOn,
  lastDueOn: null,
});

const QUARTERS: Readonly<Record<string, string>> = { 1: '一季度', 2: '二季度', 3: '三季度', 4: '四季度' };
const HALVES: Readonly<Record<string, string>> = { 1: '上半年', 2: '下半年' };

const LABELS: readonly (readonly [RegExp, (a: string, b: string) => string | undefined])[] = [
  [/^\d{4}$/, () => '全年'],
  [/^\d{4}-(\d\d)$/, (month) => `${Number(month)}月`],
  [/^\d{4}-W(\d\d)$/, (week) => `第${Number(week)}周`],
  [/^\d{4}-M(\d\d)-(\d\d)$/, (from, to) => `${Number(from)}—${Number(to)}月`],
  [/^\d{4}-Q(\d)$/, (quarter) => QUARTERS[quarter]],
  [/^\d{4}-H(\d)$/, (half) => HALVES[half]],
];

/** A period in the words of people (6月, 第26周, 三季度). Throws RangeError where the key is none. */
export function periodLabel(key: string): string {
  for (const [shape, label] of LABELS) {
    const match = shape.exec(key);
    const words = match === null ? undefined : label(match[1] ?? '', match[2] ?? '');
    if (words !== undefined) return words;
  }
  throw new RangeError(`not a period: ${key}`);
}
