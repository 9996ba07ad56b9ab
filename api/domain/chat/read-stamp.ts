/** Reads the times that chat applications write: `2026/6/24 9:01`, `昨天 14:20`, `上午9:01`, `6月24日`. */
import type { Day } from '../../../db/vocabulary.ts';
import { addDays, parseDay, partsOf, startOf, weekdayOf } from '../time/day.ts';

export interface Stamp {
  at: Date;
  /** It names a time of day, not a day alone. */
  timed: boolean;
}

const STAMP =
  /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?|(今天|昨天|前天)|(?:星期|周)([一二三四五六日天]))?(?:[ \t]*(?:星期|周)[一二三四五六日天])?[ \t]*(?:(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?[ \t]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?$/;
const AGO: Readonly<Record<string, number>> = { 今天: 0, 昨天: -1, 前天: -2 };
const WEEKDAYS = '一二三四五六日';
const two = (written: string): string => written.padStart(2, '0');

/** The day written; without a year it is the last such day that is not to come. */
function dayIn(year: string | undefined, month: string, date: string, today: Day): Day | undefined {
  const inYear = (y: number): Day | undefined => parseDay(`${y}-${two(month)}-${two(date)}`);
  if (year !== undefined) return inYear(Number(year));
  const thisYear = partsOf(today).year;
  const day = inYear(thisYear);
  return day !== undefined && day > today ? inYear(thisYear - 1) : day;
}

function hourOf(part: string | undefined, hour: number): number {
  if (part === '凌晨') return hour % 12;
  if (part === '中午') return hour < 10 ? hour + 12 : hour;
  if (part === '下午' || part === '傍晚' || part === '晚上') return hour < 12 ? hour + 12 : hour;
  return hour;
}

/** The instant that a text names, in Chinese time; null where it is no time. It may be to come, as it stands written. */
export function readStamp(text: string, today: Day): Stamp | null {
  const found = text === '' ? null : STAMP.exec(text);
  if (found === null) return null;
  const [, year, month, date, ago, weekday, part, hour, minute, second] = found;
  let day: Day | undefined = today;
  if (month !== undefined && date !== undefined) day = dayIn(year, month, date, today);
  else if (ago !== undefined) day = addDays(today, AGO[ago] ?? 0);
  else if (weekday !== undefined) {
    const wanted = WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) + 1;
    day = addDays(today, -((weekdayOf(today) - wanted + 7) % 7));
  } else if (hour === undefined) return null;
  if (day === undefined) return null;
  const [h, m, s] = [hourOf(part, Number(hour ?? 0)), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return null;
  const at = startOf(day).getTime() + ((h * 60 + m) * 60 + s) * 1000;
  return { at: new Date(at), timed: hour !== undefined };
}
