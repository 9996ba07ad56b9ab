/**
 * Days and stretches of days named in a text (日期): 6月30日, 6.30前, 六月底, 12月中旬, 年底, 三季度末, 2026.6.30. A range
 * is one moment with its two ends.
 */
import { numberOf, yearOf } from './numerals.ts';
import type { Span } from './sentences.ts';

/** How a moment is named: 6月30日; 6月底, 三季度末, 年底; 6月, 三季度, whose end is not said; 年内. */
export type Precision = 'day' | 'end' | 'stretch' | 'within';

export interface Moment extends Span {
  precision: Precision;
  /** Whether a range: 3月1日至31日. */
  range: boolean;
  /** The year where the text says it; undefined also for 20xx. */
  year: number | undefined;
  month: number;
  /** Undefined where the calendar has no such day (6月31日). */
  date: number | undefined;
}

const N = '(?:1\\d|2\\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';
const MONTH_N = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const YEAR_N = '(?:\\d{4}|\\d{2,3}[xX×*○]{1,2}|[xX×*]{2,4}|[〇○零一二三四五六七八九]{4})';
const YEAR = `(?:(?<year>${YEAR_N})年|(?<relative>[今当本次明同翌])年)?度?`;
const YEAR_SAID = `(?:(?<itsYear>${YEAR_N})年|(?<itsRelative>[今当本次明同翌])年?)年?度?`;
const QUARTER = '第?(?<quarter>[一二三四1-4])季度';

const ONE = new RegExp(
  [
    `(?<![\\d.])(?<y>\\d{4})(?:-(?<m1>\\d{1,2})-(?<d1>\\d{1,2})|\\.(?<m2>\\d{1,2})\\.(?<d2>\\d{1,2})|/(?<m3>\\d{1,2})/(?<d3>\\d{1,2}))(?![\\d.])`,
    `(?<![\\d.])(?<m4>1[0-2]|0?[1-9])\\.(?<d4>3[01]|[12]\\d|0?[1-9])(?=(?:之|以)?前(?!后|夕|期|往|来|列|沿|端|置|台|述|款))`,
    `(?<![\\d.])(?<yearOfMonth>\\d{4})[./-](?<monthOfYear>1[0-2]|0?[1-9])(?![\\d./])`,
    `(?<![\\d〇○零一二三四五六七八九十两几半数多去上往前跨])(?:${YEAR}(?:` +
      [
        `(?<month>${MONTH_N})月(?:份)?(?:(?<day>${N})[日号]|(?<end>底|末)|(?<ten>[上中下]旬))?`,
        `${QUARTER}(?<quarterEnd>末|底)?`,
        '(?<half>[上下])半年(?<halfEnd>末|底)?',
      ].join('|') +
      `)|年度?(?<yearEnd>底|末|内|终(?=之?前|以前))|${YEAR_SAID}(?<itsEnd>底|末|内))`,
  ].join('|'),
  'gu',
);

const lastDay = (month: number, year: number | undefined): number =>
  month === 2 ? (year !== undefined && isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

type Groups = Readonly<Record<string, string | undefined>>;
type When = Pick<Moment, 'precision' | 'year' | 'month' | 'date'>;

/** 2月29日 is a day where the year is unknown. */
const real = (date: number, month: number, year: number | undefined): number | undefined =>
  date >= 1 && date <= (year === undefined && month === 2 ? 29 : lastDay(month, year)) ? date : undefined;

function monthly({ month: named = '', day, end, ten }: Groups, year: number | undefined): When {
  const month = numberOf(named) ?? 0;
  if (day !== undefined) {
    return { precision: 'day', year, month, date: real(dayNumber(day), month, year) };
  }
  const date = ten === '上旬' ? 10 : ten === '中旬' ? 20 : lastDay(month, year);
  return { precision: end === undefined && ten === undefined ? 'stretch' : 'end', year, month, date };
}

/** Days go to thirty-one, past the numerals of headings. */
const dayNumber = (text: string): number => numberOf(text) ?? 0;

const RELATIVE: Readonly<Record<string, number>> = { 次: 1, 明: 1, 翌: 1 };

/** The year a moment names, where it names one: 2026年, or 次年 where the plan's year is known. */
function yearNamed(said: string | undefined, relative: string | undefined, planYear: number | undefined) {
  if (relative === undefined) return yearOf(said ?? '');
  return planYear === undefined ? undefined : planYear + (RELATIVE[relative] ?? 0);
}

function inDigits({ y, m1, m2, m3, m4, d1, d2, d3, d4 }: Groups, planYear: number | undefined) {
  const month = Number(m1 ?? m2 ?? m3 ?? m4);
  if (month < 1 || month > 12) return undefined;
  const year = y === undefined ? undefined : Number(y);
  const date = real(Number(d1 ?? d2 ?? d3 ?? d4), month, year ?? planYear);
  return { precision: 'day', year, month, date } satisfies When;
}

function when(groups: Groups, planYear: number | undefined): When | undefined {
  if (groups.y !== undefined || groups.m4 !== undefined) return inDigits(groups, planYear);
  const { yearOfMonth, monthOfYear, quarter, quarterEnd, half, halfEnd, yearEnd, itsEnd, month } = groups;
  if (yearOfMonth !== undefined) {
    return endOf(Number(monthOfYear), 'stretch', Number(yearOfMonth), planYear);
  }
  const year = yearNamed(groups.year ?? groups.itsYear, groups.relative ?? groups.itsRelative, planYear);
  if (month !== undefined) return { ...monthly(groups, year ?? planYear), year };
  const ended = quarterEnd ?? halfEnd ?? yearEnd ?? itsEnd;
  const last = quarter !== undefined ? (numberOf(quarter) ?? 0) * 3 : half === '上' ? 6 : 12;
  const precision = ended === undefined ? 'stretch' : ended === '内' ? 'within' : 'end';
  return endOf(last, precision, year, planYear);
}

const endOf = (
  month: number,
  precision: Precision,
  year: number | undefined,
  planYear: number | undefined,
): When => ({
  precision,
  year,
  month,
  date: lastDay(month, year ?? planYear),
});

function single(norm: string, planYear: number | undefined): Moment[] {
  return [...norm.matchAll(ONE)].flatMap((match) => {
    const found = when(match.groups ?? {}, planYear);
    if (found === undefined || found.month < 1) return [];
    return [{ ...found, range: false, from: match.index, to: match.index + match[0].length }];
  });
}

const TO = '(?:至|到|~|-{1,2}|—{1,2}|–|－|─{1,2}|〜)';
const BETWEEN = new RegExp(`^(?:\\([^()]{1,6}\\))?(?:前|起|开始)?[,]?${TO}$`, 'u');
/** The second end of `3月1日至31日`. */
const DAY_AFTER = new RegExp(`^${TO}(${N})[日号]`, 'u');
/** The first end of `3-5月`. */
const MONTH_BEFORE = new RegExp(`(?:^|[^\\d.])(?:${MONTH_N})${TO}$`, 'u');

function withDayAfter(norm: string, moment: Moment): Moment {
  const after = moment.precision === 'day' ? DAY_AFTER.exec(norm.slice(moment.to, moment.to + 6)) : null;
  if (after === null) return moment;
  const date = real(dayNumber(after[1] ?? ''), moment.month, moment.year);
  return { ...moment, date, range: true, to: moment.to + after[0].length };
}

/** Every moment of an even text, in order; ranges joined. `planYear` decides the last day of February. */
export function momentsIn(norm: string, planYear: number | undefined): Moment[] {
  const moments: Moment[] = [];
  for (const one of single(norm, planYear)) {
    const moment = withDayAfter(norm, one);
    const before = moments.at(-1);
    const gap =
      before === undefined ? 'x'.repeat(9) : norm.slice(before.to, Math.min(moment.from, before.to + 12));
    const year = moment.year ?? before?.year;
    if (before !== undefined && BETWEEN.test(gap)) {
      moments[moments.length - 1] = { ...moment, year, range: true, from: before.from };
    } else if (MONTH_BEFORE.test(norm.slice(Math.max(0, moment.from - 5), moment.from))) {
      moments.push({ ...moment, range: true });
    } else moments.push(moment);
  }
  return moments;
}
