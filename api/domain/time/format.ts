/** The one place that writes days and figures for people, in Chinese. */
import Big from 'big.js';
import { type Day, dayOf, partsOf, weekdayOf } from './day.ts';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const HALF_UP = 1;

/** 6月30日 */
export function shortDay(day: Day): string {
  const { month, date } = partsOf(day);
  return `${month}月${date}日`;
}

/** 2026年6月30日, without leading zeros, as GB/T 9704 writes a date. */
export const longDay = (day: Day): string => `${partsOf(day).year}年${shortDay(day)}`;

/** 6月30日(周二) */
export const dayAndWeekday = (day: Day): string =>
  `${shortDay(day)}(周${'日一二三四五六'[weekdayOf(day) % 7]})`;

/** 16:05, in China time. */
export const clockTime = (instant: Date): string =>
  new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(11, 16);

/** 6月30日 16:05, in China time. */
export const shortInstant = (instant: Date): string => `${shortDay(dayOf(instant))} ${clockTime(instant)}`;

/** A share of 1 as a percentage, to one decimal, half up: 0.955 → 95.5%, 1 → 100%. */
export const shareText = (share: Big.BigSource): string => `${Big(share).times(100).round(1, HALF_UP)}%`;

/** Points to two decimals, half up: 1.005 → 1.01, 9 → 9.00. */
export const pointsText = (points: Big.BigSource): string => Big(points).toFixed(2, HALF_UP);

/** 逾期3个工作日; 逾期 alone while no working day has passed since the due day. */
export const lateText = (workingDays: number): string =>
  workingDays > 0 ? `逾期${workingDays}个工作日` : '逾期';

/** 还有3个工作日 until the due day begins. */
export const leftText = (workingDays: number): string => `还有${workingDays}个工作日`;

/** How a day that something is awaited by stands to today: 今天到期, 6月30日到期, 逾期3个工作日. */
export const whenDue = (due: Day, today: Day, workingDaysLate: number): string =>
  today === due ? '今天到期' : today < due ? `${shortDay(due)}到期` : lateText(workingDaysLate);
