/**
 * Deadlines (时限): a calendar day by which something must be done. Of a range its end, of 月底 the month's last
 * day, 年底 12-31; never a past date, a document's date or a relative limit; a day that comes round (每月5日前)
 * is a recurrence (product.md, "Rules of reading").
 */
import { type Moment, momentsIn } from './moments.ts';
import type { Span } from './sentences.ts';

/** A deadline and where it is said. */
export interface FoundDeadline extends Span {
  date: string;
}

/** A day that looks like a deadline and cannot be told to be one. */
export interface UnreadDay extends Span {
  why: string;
}

export interface FoundDeadlines {
  deadlines: FoundDeadline[];
  unread: UnreadDay[];
}

type Verdict = 'deadline' | 'no' | { why: string };

const HOUR = '(?:\\([^()]{1,6}\\)|\\d{1,2}(?::\\d{2}|[时点]整?)|下班|中午|上午|下午|晚上?|24时|当[天日])*';
/** Before a day, but not 前后 or 前夕. */
const BEFORE = new RegExp(
  `^${HOUR}(?:之|以)?前(?!后|夕|期|往|来|列|沿|端|置|台|述|款)|^${HOUR}(?:止|为止|截止|为(?:最后|最终)?(?:期限|时限|限))`,
  'u',
);
const AROUND = /^(?:\([^()]{0,6}\))?(?:左右|前后|前夕|起|开始|之后|以后|后|以来|世界|国际|全国|国家)/u;
const DONE =
  /^(?:,)?(?:[之以]?内)?(?:全部|基本|全面|率先|务必|必须|应当?|要|正式|统一|集中)?(?:完成|办结|报送|上报|提交|结束|建成|实现|到位|交付|达到|达标|销号|整改到位|报|形成|投入使用|竣工|验收)/u;
const UNTIL =
  /(?:截止|截至|不迟于|不晚于|不得迟于|不得晚于|最迟|最晚|力争到?|确保|至|到|时限|期限|时间)(?:于|在|为|是)?:?$/u;
/** A state on a day, no demand: 截至2025年底，已建成… */
const STATE_BEFORE = /截[至止]$/u;
const STATE_AFTER = /^[^。;\n]{0,40}?(?:已|共有|累计|现有|尚有|仍有|达到了|完成了|目前)/u;
const PAST_BEFORE = /(?:已于?|曾于?|早在|原定|根据|按照|依据|印发于|成立于|始于|召开了?)[^,。;:\n]{0,4}$/u;
/** A day from which something holds is none by which it must be done. */
const FROM = /[自从]$/u;
/** Before a day that tells which things are meant: 2020年底前建成的自建房. */
const ATTRIBUTE =
  /^(?:之|以)?前(?:已经?)?(?:建成|建设|出生|登记|注册|投入使用|发生|入住|在册|印发|发布|出台|竣工|办理|形成|存量|参保|取得)[^,。;]{0,10}的/u;
/** A stretch that says when something holds, not until when it must be done. */
const SEASON =
  /(?:汛期|防火期|防火戒严期|枯水期|寒假|暑假|假期|供暖期|采暖季|[春夏秋冬]季|[春夏秋冬]天|防护期|农闲|花期|禁渔期|禁烧期|时段|时期|季节)(?:内|期间)?(?:[(,]?(?:每年)?(?:为|是|即|从|自)?|\([^()]{0,40})$/u;
/** The day comes round: it belongs to a recurrence. */
const COMES_ROUND = /(?:每[^,。;:\n]{0,6}|逐年|逐月|历年|常年)(?:的|于|在)?$/u;
const YEAR_END_DEMAND = /(?:^|[,。;:、(\n至到于在今当本年]|力争|确保|实现)$/u;
const YEAR_END_GOES_ON =
  /^(?:之?前|以前)|^(?:,)?(?:全部|基本|全面|力争|确保|实现|完成|达到|开展|组织|进行|召开|形成|报送|上报|对|将|前|由|要|逐|各|实行|统一|总结|:)|^[)。;,、\n]|^$/u;

const LIST = /^[、,和及与]$|^以及$|^和$/u;

const pad = (n: number): string => String(n).padStart(2, '0');

/** What stands on both sides of a moment. */
interface Sides {
  left: string;
  right: string;
}

/** Days that are no demand: they come round, are past, tell which things are meant, or report a state. */
function isNoDemand({ year }: Moment, { left, right }: Sides, planYear: number | undefined): boolean {
  const past = year !== undefined && planYear !== undefined && year < planYear;
  const state = STATE_BEFORE.test(left) && STATE_AFTER.test(right);
  return past || state || COMES_ROUND.test(left) || PAST_BEFORE.test(left) || ATTRIBUTE.test(right);
}

/** Judges one moment by the words on both sides. */
function judge(moment: Moment, sides: Sides, planYear: number | undefined): Verdict {
  const { left, right } = sides;
  if (isNoDemand(moment, sides, planYear)) return 'no';
  if (moment.range) return SEASON.test(left) ? { why: '这是季节或时段，没有写明是不是完成时限' } : 'deadline';
  if (AROUND.test(right) || FROM.test(left)) return 'no';
  return judgePoint(moment, sides);
}

function judgePoint(moment: Moment, sides: Sides): Verdict {
  const limited = BEFORE.test(sides.right) || UNTIL.test(sides.left);
  switch (moment.precision) {
    case 'day':
      return limited ? 'deadline' : judgeBareDay(sides);
    case 'end':
      return limited || !isYearEnd(moment) || isYearEndDemand(sides) ? 'deadline' : 'no';
    case 'within':
      return 'deadline';
    case 'stretch':
      return judgeStretch(sides);
  }
}

/** A day without 前: done on that day, held on that day, or only mentioned. */
function judgeBareDay({ right }: Sides): Verdict {
  if (DONE.test(right)) return 'deadline';
  return HELD.test(right) ? { why: '写了日期，没有写明是不是完成时限' } : 'no';
}

const isYearEndDemand = ({ left, right }: Sides): boolean =>
  YEAR_END_DEMAND.test(left) && YEAR_END_GOES_ON.test(right);

/** 6月, 三季度: its end where it is a limit; 6月前 does not say which end of the month. */
function judgeStretch({ left, right }: Sides): Verdict {
  if (BEFORE_STRETCH.test(right)) return { why: '“…月前”没有写明是月初还是月底' };
  if (UNDATED.test(right)) return { why: '只写了月份或季度，没有写明哪一天' };
  return UNTIL.test(left) || DONE.test(right) || /^[之以]?内/u.test(right) ? 'deadline' : 'no';
}

const UNDATED = /^(?:份)?[,]?(?:各|集中|分别)?(?:开展|组织|召开|举办|启动|进行)/u;
const HELD = /^(?:,)?(?:召开|开展|启动|组织|集中)/u;
const BEFORE_STRETCH = /^(?:之|以)?前/u;

const isYearEnd = ({ month, date, precision }: Moment): boolean =>
  month === 12 && date === 31 && precision === 'end';

const NEAR = 24;

/** Judged from the last to the first, so that `6月、12月底前` gives the first what is said of the last. */
function judgeAll(norm: string, moments: readonly Moment[], planYear: number | undefined): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let i = moments.length - 1; i >= 0; i--) {
    const moment = moments[i];
    if (moment === undefined) continue;
    const left = norm.slice(Math.max(0, moment.from - NEAR), moment.from);
    const right = norm.slice(moment.to, moment.to + 60);
    const next = moments[i + 1];
    const listed = next !== undefined && LIST.test(norm.slice(moment.to, next.from));
    const own = judge(moment, { left, right }, planYear);
    verdicts[i] = listed && own === 'no' && !COMES_ROUND.test(left) ? (verdicts[i + 1] ?? own) : own;
  }
  return spreadRounds(norm, moments, verdicts);
}

/** 每年3月、9月底前: what comes round for the first comes round for the whole list. */
function spreadRounds(norm: string, moments: readonly Moment[], verdicts: readonly Verdict[]): Verdict[] {
  let round = false;
  return moments.map((moment, i) => {
    const before = moments[i - 1];
    const listed = before !== undefined && LIST.test(norm.slice(before.to, moment.from));
    round = COMES_ROUND.test(norm.slice(Math.max(0, moment.from - NEAR), moment.from)) || (round && listed);
    return round ? 'no' : (verdicts[i] ?? 'no');
  });
}

/** When something begins: 启动时间：3月1日; 4月启动. */
const STARTS_BEFORE = /(?:启动|开始|开工|起始)(?:时间|日期)?:?$/u;
const STARTS_AFTER = /^(?:起|开始|以后|之后|份?(?:启动|开工))/u;

/** In a column or label of time limits every day is one; only what has no end is left. */
function judgeLimit(moment: Moment, left: string, right: string): Verdict {
  if (COMES_ROUND.test(left) || STARTS_BEFORE.test(left) || STARTS_AFTER.test(right)) return 'no';
  if (moment.precision === 'stretch' && /^(?:之|以)?前/u.test(right)) {
    return { why: '“…月前”没有写明是月初还是月底' };
  }
  return 'deadline';
}

/** 国庆节前, 汛前, 开学前: before something whose day the plan does not say. */
const BEFORE_EVENT =
  /(?:元旦|春节|清明|“?五一”?|端午|“?七一”?|“?八一”?|中秋|国庆|“?十一”?|主?汛期?|入汛|开学|(?:放)?[暑寒]假|放假|入冬|入夏|供暖)(?:节|期|期间)?(?:来临|到来)?(?:之|以)?前(?!后|夕|来|往|期)/gu;

const eventsIn = (norm: string): UnreadDay[] =>
  [...norm.matchAll(BEFORE_EVENT)].map(({ 0: event, index }) => ({
    from: index,
    to: index + event.length,
    why: `“${event}”没有写明是哪一天`,
  }));

function collect(norm: string, moments: readonly Moment[], verdicts: readonly Verdict[]): FoundDeadlines {
  const found: FoundDeadlines = { deadlines: [], unread: eventsIn(norm) };
  for (const [i, moment] of moments.entries()) {
    const verdict = verdicts[i] ?? 'no';
    const { from, to, month, date } = moment;
    if (verdict === 'no') continue;
    if (verdict !== 'deadline') found.unread.push({ from, to, why: verdict.why });
    else if (date === undefined) found.unread.push({ from, to, why: `日历上没有“${norm.slice(from, to)}”` });
    else found.deadlines.push({ from, to, date: `${pad(month)}-${pad(date)}` });
  }
  return found;
}

/** The deadlines in the words of a section. `planYear` is the plan's year, where it is known. */
export function deadlinesIn(norm: string, planYear: number | undefined): FoundDeadlines {
  const moments = momentsIn(norm, planYear);
  return collect(norm, moments, judgeAll(norm, moments, planYear));
}

/** The deadlines in a value that is one by its label or column: 完成时限：2026年6月. */
export function deadlinesInLimit(norm: string, planYear: number | undefined): FoundDeadlines {
  const moments = momentsIn(norm, planYear);
  const verdicts = moments.map((moment) =>
    judgeLimit(moment, norm.slice(Math.max(0, moment.from - NEAR), moment.from), norm.slice(moment.to)),
  );
  return collect(norm, moments, verdicts);
}
