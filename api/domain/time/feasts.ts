/** Days with a name (节日), as people promise by them: 国庆前, 端午前. */
import { addDays, type Day, parseDay, partsOf } from './day.ts';

/** Those of the solar calendar, by month and date. */
const SOLAR: Readonly<Record<string, string>> = {
  元旦: '0101',
  五一: '0501',
  六一: '0601',
  七一: '0701',
  八一: '0801',
  教师节: '0910',
  国庆: '1001',
};

/**
 * Those that move, by year: 春节, 端午, 中秋, 重阳, 清明. A table, since what would reckon them is not to be relied on:
 * ICU's Chinese calendar has 春节 of 2027 and 2030 a day off (the new moon is near midnight), the calendar package is a
 * day off in zones west of Greenwich.
 */
const MOVING: Readonly<Record<number, string>> = {
  2025: '0129 0531 1006 1029 0404',
  2026: '0217 0619 0925 1018 0405',
  2027: '0206 0609 0915 1008 0405',
  2028: '0126 0528 1003 1026 0404',
  2029: '0213 0616 0922 1016 0404',
  2030: '0203 0605 0912 1005 0405',
  2031: '0123 0624 1001 1024 0405',
  2032: '0211 0612 0919 1012 0404',
  2033: '0131 0601 0908 1001 0404',
  2034: '0219 0620 0927 1020 0405',
  2035: '0208 0610 0916 1009 0405',
  2036: '0128 0530 1004 1027 0404',
  2037: '0215 0618 0924 1017 0404',
  2038: '0204 0607 0913 1007 0405',
  2039: '0124 0527 1002 1026 0405',
  2040: '0212 0614 0920 1014 0404',
};

/** Where each stands in a year's line, and how many days after that it is. */
const COLUMNS: Readonly<Record<string, readonly [number, number]>> = {
  除夕: [0, -1],
  春节: [0, 0],
  元宵: [0, 14],
  端午: [1, 0],
  中秋: [2, 0],
  重阳: [3, 0],
  清明: [4, 0],
};

export const FEASTS: readonly string[] = [...Object.keys(SOLAR), ...Object.keys(COLUMNS)];

/** The day of a feast in a year; undefined where the name is none, or the year is not in the table. */
export function feastIn(year: number, name: string): Day | undefined {
  const [column, after] = COLUMNS[name] ?? [0, 0];
  const date = SOLAR[name] ?? (name in COLUMNS ? MOVING[year]?.split(' ')[column] : undefined);
  const day = date === undefined ? undefined : parseDay(`${year}-${date.slice(0, 2)}-${date.slice(2)}`);
  return day === undefined ? undefined : addDays(day, after);
}

/** The next time that a feast comes, today included. */
export function nextFeast(today: Day, name: string): Day | undefined {
  const { year } = partsOf(today);
  const now = feastIn(year, name);
  return now !== undefined && now >= today ? now : feastIn(year + 1, name);
}
