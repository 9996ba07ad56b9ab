/** Days as people say them (日期), told from today. */
import {
  addDays,
  type Day,
  firstDayOfMonth,
  lastDayOfMonth,
  parseDay,
  partsOf,
  weekdayOf,
} from '../../api/domain/time/day.ts';
import { FEASTS, nextFeast } from '../../api/domain/time/feasts.ts';
import { lastKept } from './lazy.ts';

const NUMERALS = '〇一二三四五六七八九十';

/** 1–999 from digits or Chinese numerals (二十八, 十, 一百零五); NaN where it is neither. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const hundreds = /^([一二两三四五六七八九])百(?:零?(.+))?$/.exec(text);
  if (hundreds !== null) {
    const [, high = '', rest] = hundreds;
    return 100 * numberOf(high) + (rest === undefined ? 0 : numberOf(rest));
  }
  const value = (char: string): number => (char === '两' ? 2 : NUMERALS.indexOf(char));
  if (text.length === 1) return value(text) < 0 ? Number.NaN : value(text);
  const [tens = '', ones = ''] = text.split('十');
  if (!text.includes('十')) return Number.NaN;
  const high = tens === '' ? 1 : value(tens);
  const low = ones === '' ? 0 : value(ones);
  return high < 0 || low < 0 ? Number.NaN : high * 10 + low;
}

const N = '(\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** Not the end of a code: 5.1-2月底 is the end of this month. */
const NO_CODE = '(?<!\\d|\\d\\.\\d{1,2}-)';
type Reader = (match: RegExpExecArray, today: Day) => Day | undefined;

const dayOf = (year: number, month: number, date: number): Day | undefined =>
  parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

/** A month said without its year lies at most so far behind; farther, and it is next year's. */
const MONTHS_BEHIND = 6;

/** The year of a month that is said without one. */
function yearOf(today: Day, month: number): number {
  const { year, month: now } = partsOf(today);
  return now - month > MONTHS_BEHIND ? year + 1 : year;
}

const inYear = (today: Day, month: number, date: number): Day | undefined =>
  dayOf(yearOf(today, month), month, date);

/** The day of the week in this week or the one `weeks` later, Monday first. */
function inWeek(today: Day, weeks: number, name: string): Day {
  const weekday = '日天'.includes(name) ? 7 : '一二三四五六'.indexOf(name) + 1;
  return addDays(today, weekday - weekdayOf(today) + 7 * weeks);
}

const monthEnd = (today: Day, later: number): Day => {
  const { year, month } = partsOf(today);
  return lastDayOfMonth(year, month + later);
};

/** The last day of the first, middle or last ten days of a month (上旬、中旬、下旬). */
function tenDaysEnd(today: Day, month: number, part: string): Day | undefined {
  if (part === '下') return lastDayOfMonth(yearOf(today, month), month);
  return inYear(today, month, part === '上' ? 10 : 20);
}

/** The next day of the month with that number. */
function dateAhead(today: Day, date: number): Day | undefined {
  const { year, month, date: now } = partsOf(today);
  const first = firstDayOfMonth(year, date >= now ? month : month + 1);
  return inYear(first, partsOf(first).month, date);
}

/** The day of the next month with that number. */
function inNextMonth(today: Day, date: number): Day | undefined {
  const { year, month } = partsOf(today);
  const first = firstDayOfMonth(year, month + 1);
  return inYear(first, partsOf(first).month, date);
}

/** Each way to say a day. The first that fits at the earliest place is taken. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [
    /(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})日?/,
    ([, y = '', m = '', d = '']) => parseDay(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`),
  ],
  [
    new RegExp(`明年${N}月${N}[日号]?`),
    ([, m = '', d = ''], today) => dayOf(partsOf(today).year + 1, numberOf(m), numberOf(d)),
  ],
  [new RegExp(`明年${N}月底`), ([, m = ''], today) => lastDayOfMonth(partsOf(today).year + 1, numberOf(m))],
  [
    new RegExp(`${NO_CODE}${N}月(上|中|下)旬`),
    ([, m = '', part = ''], today) => tenDaysEnd(today, numberOf(m), part),
  ],
  [/(?:本|这个)月(上|中|下)旬/, ([, part = ''], today) => tenDaysEnd(today, partsOf(today).month, part)],
  [new RegExp(`下(?:个)?月${N}[日号]`), ([, d = ''], today) => inNextMonth(today, numberOf(d))],
  [
    new RegExp(`${NO_CODE}${N}月${N}[日号]?`),
    ([, m = '', d = ''], today) => inYear(today, numberOf(m), numberOf(d)),
  ],
  // 6/28 is a day where it is spoken of as one, and so is 06-28; alone, 6/9 is six of nine. 10-15日 are several.
  [
    /(?<![\d./-])(1[0-2]|0?[1-9])(?:\/|-(?=\d\d(?!\s?[日号])))(3[01]|[12]\d|0?[1-9])(?!\d)(?=\s?(?:日|号|前|之前|完|交|报|出|弄|搞|能))/,
    ([, m, d], today) => inYear(today, Number(m), Number(d)),
  ],
  [
    /(?<![\d.])(1[0-2]|[1-9])\.(3[01]|[12]\d|[1-9])(?![\d.%‰-]|\s?(?:亿|万|元|米|公里|楼|版|倍|成|折|分|小时|天|个))/,
    ([, m, d], today) => inYear(today, Number(m), Number(d)),
  ],
  [
    /([1-9]|[一二两三四])(?:个)?(?:周|星期|礼拜)(?:之内|内|以内|后|之后|以后)/,
    ([, n = ''], today) => addDays(today, 7 * numberOf(n)),
  ],
  [/再过([1-9]|[一二两三四])(?:个)?(?:周|星期|礼拜)/, ([, n = ''], today) => addDays(today, 7 * numberOf(n))],
  [/上(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/, ([, name = ''], today) => inWeek(today, -1, name)],
  [
    new RegExp(`(?<![\\d十百])${N}(?:个)?(?:天|日)(?:之内|内|以内|后|之后|以后)`),
    ([, n = ''], today) => addDays(today, numberOf(n)),
  ],
  [/昨天|昨日|前天/, (_, today) => addDays(today, -1)],
  [
    /(下下?)(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/,
    ([, next = '', name = ''], today) => inWeek(today, next.length, name),
  ],
  [/(?:本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/, ([, name = ''], today) => inWeek(today, 0, name)],
  [/(?:这|本)?周末/, (_, today) => inWeek(today, 0, '日')],
  [/(?:这|本)周(?:内|之内|前|搞|完|能)/, (_, today) => inWeek(today, 0, '日')],
  [/下周(?:内|之内|前|底)/, (_, today) => inWeek(today, 1, '日')],
  [/下(?:个)?月底/, (_, today) => monthEnd(today, 1)],
  [
    new RegExp(`${NO_CODE}${N}月底`),
    ([, m = ''], today) => lastDayOfMonth(yearOf(today, numberOf(m)), numberOf(m)),
  ],
  [/(?:本|这)?(?:个)?月(?:底|末|的?最后一[天周])/, (_, today) => monthEnd(today, 0)],
  [/(?:本|这)(?:个)?月(?:内|之内)/, (_, today) => monthEnd(today, 0)],
  [
    new RegExp(`(${FEASTS.join('|')})节?(?=之?前|以前|完成|搞|建|弄|交)`),
    ([, name = ''], today) => nextFeast(today, name),
  ],
  [/年[底末](?!的?(?:考|检|总|那))/, (_, today) => lastDayOfMonth(partsOf(today).year, 12)],
  [/大后天/, (_, today) => addDays(today, 3)],
  [/后天/, (_, today) => addDays(today, 2)],
  [/明天|明日|明早|明晚/, (_, today) => addDays(today, 1)],
  [/今天|今日|今晚|下班前/, (_, today) => today],
  [
    new RegExp(
      `(?<![\\d第.大小-])${N}(?:号(?!检察|建议|文件|令|楼|院|店|村|组(?![建织]))|日(?![内之起常报子]))`,
    ),
    ([, d = ''], today) => dateAhead(today, numberOf(d)),
  ],
];

/** A time that is ahead and names no day: 三季度, 下半年, 暑假, 节后, 明年. */
const QUARTER = /(?:第)?([一二三四])季度/;
const TIME_AHEAD =
  /下(?:个)?季度|明年|(?<!上半|去|前)年后|[节假]后|暑假|寒假|晚些|过些|过段|改天|年前|等[^，。；]{1,10}就|开学[前后]|过后|以后(?=[^，。；]{0,4}[办弄建搞更])|秋收|农闲/;

/** A month by itself is a time, and no day: 10月完成, 7月初. */
const MONTH =
  /(?<![年\d第个.-])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|初|中)?(?![\d一二三四五六七八九十底末旬上下的])/;

/** Is a month ahead that a text names by itself? */
function namesMonthAhead(text: string, today: Day): boolean {
  const name = MONTH.exec(text)?.[1];
  if (name === undefined) return /下(?:个)?月(?:初|中)?(?![\d一二三四五六七八九十底末旬上下])/.test(text);
  const { year, month } = partsOf(today);
  return yearOf(today, numberOf(name)) > year || numberOf(name) > month;
}

/** Does a text put something off to a time that names no day? */
export function namesTimeAhead(text: string, today: Day): boolean {
  if (TIME_AHEAD.test(text) || namesMonthAhead(text, today)) return true;
  const { month } = partsOf(today);
  if (text.includes('下半年') && month <= MONTHS_BEHIND) return true;
  const quarter = QUARTER.exec(text)?.[1];
  return quarter !== undefined && numberOf(quarter) > Math.ceil(month / 3);
}

const EARLIER_MONTH =
  /(?<![\d年个第])(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?![\d一二三四五六七八九十底末前内初中上下])/g;
const YEAR = /(20\d\d)年/;

/** Does a text speak of a month or a year that is over? */
export function namesEarlier(text: string, today: Day): boolean {
  const { year, month } = partsOf(today);
  const said = YEAR.exec(text)?.[1];
  if (said !== undefined && Number(said) < year) return true;
  return [...text.matchAll(EARLIER_MONTH)].some(([, name = '']) => numberOf(name) < month);
}

export interface SaidDay {
  day: Day;
  /** Where in the text it stands, and how long it is. */
  at: number;
  length: number;
}

/** What every way to say a day has one of. */
const SAYS_A_DAY = new RegExp(`[天日号月周旬晚早]|\\d[./-]\\d|星期|礼拜|年[底末]|下班|${FEASTS.join('|')}`);

function daysIn(text: string, today: Day): readonly SaidDay[] {
  const found: SaidDay[] = [];
  if (!SAYS_A_DAY.test(text)) return found;
  let from = 0;
  while (from < text.length) {
    const rest = text.slice(from);
    let best: SaidDay | undefined;
    for (const [shape, read] of READERS) {
      const match = shape.exec(rest);
      if (match === null || (best !== undefined && match.index >= best.at)) continue;
      const day = read(match, today);
      if (day !== undefined) best = { day, at: match.index, length: match[0].length };
    }
    if (best === undefined) break;
    found.push({ ...best, at: best.at + from });
    from += best.at + best.length;
  }
  return found;
}

/** Clauses and parts of clauses are asked in turn. */
const SEVERAL = 6;

/** The days that a text names, in its order; what is no real day (2月30日) is none. */
export const findDays = lastKept(daysIn, SEVERAL);

/** The text without the days it names, so that their figures are not taken for others. */
export function withoutDays(text: string, days: readonly SaidDay[]): string {
  return days.reduceRight((line, { at, length }) => `${line.slice(0, at)} ${line.slice(at + length)}`, text);
}
