/** Frequencies (频次): 每月, 每二月, 至少每3个月, 按周, 逐年, 一月一调度, 日巡查、周调度, 1次/季度. */
import { numberOf } from './numerals.ts';
import type { Every } from './reading.ts';
import type { Span } from './sentences.ts';

export interface FoundRecurrence extends Span {
  every: Every;
}

/** Words that say how often and do not say it in time. */
export interface VagueRecurrence extends Span {
  why: string;
}

export interface FoundRecurrences {
  recurrences: FoundRecurrence[];
  unread: VagueRecurrence[];
}

const COUNT = '(?:(?<n>\\d{1,2}|[一二三四五六七八九十]{1,3}|[两双半])个?)?';
const UNIT = '(?<unit>工作日|日|天|周|星期|礼拜|旬|月|季度|季|年度|年|学期|学年)';
const EACH = `每[隔逢]?个?${COUNT}${UNIT}(?!边|岁|龄|级|轻|薪|租|费|嫂|供|缴|亩|均|产|节|常)`;
const BY =
  '[按逐](?<by>日|天|周|月|季度|季(?!度)|半年|年度|年(?!度))(?!龄|常|期|程|边|岁|级|节|份|薪|费|内|底|初|计划|目标|预算|方案|要求|任务)';
const ONE_BY_ONE =
  '(?<![每第十])(?<few>[一半两])(?<oneUnit>日|天|周|月|季度|季|年)一(?!次性|般|些|样|直|定|旦|起|月|年|日|周|体)(?=\\p{Script=Han})';
const HOW_OFTEN =
  '(?:召开|调度|通报|报告|研判|会商|考核|考评|评估|评议|讲评|小结|总结|督查|督导|检查|例会|分析|点评|晾晒|汇总|上报|报送|排查|巡查|巡逻|走访|报|查|清|评比|推进|清理|零报告)';
const SHORT_RULE =
  `(?<=^|健全|[实行施落立持执推展“"、,;:。(建]|[日周月季]${HOW_OFTEN})` +
  `(?<short>日|周|月度?|季度?|半年|年)(?=${HOW_OFTEN}(?:制|[、,;。”"）)]|会议?|工作|[周月季年]${HOW_OFTEN}|$))`;
const TIMES_PER = '\\d{1,2}[次场期轮]/(?:每)?(?<per>日|天|周|月|季度|季|半年|年)';
const ONCE =
  '(?<![每第两\\d])(?<once>半年|半月|一季度|一周|一月|一年)(?:至少)?(?:召开|开展|组织|进行|调度|通报)?一次';

/** 双周调度, 逢双月召开, 隔周一次 */
const OTHER_ONE = `(?:(?<!无)双|(?<!每)隔)(?<other>日|天|周|月)(?=一?次|(?:召开|开展|组织|进行)|${HOW_OFTEN})`;

/** 三个月一次, 一年不少于两次, 一周两场 */
const TIMES_IN =
  '(?<![每第近前后续十\\d])(?<within>\\d{1,2}|[一二两三四五六半])(?:个(?<withinUnit>月|季度|星期)|(?<bareUnit>周|年))' +
  '(?:至少|不少于|原则上)?(?:召开|开展|组织|进行|调度|通报|研判|巡查|走访|检查)?(?:\\d{1,2}|[一二两三四五六])[次场](?![性方景所])';

const ALL = new RegExp(
  [EACH, BY, ONE_BY_ONE, SHORT_RULE, TIMES_PER, ONCE, OTHER_ONE, TIMES_IN].join('|'),
  'gu',
);

/** 逐年提高 is a trend, no frequency. */
const TREND =
  /^(?:度)?(?:提高|增长|增加|下降|减少|降低|上升|递增|递减|扩大|加大|改善|提升|好转|压减|完善|加强|推进|推广)/u;
const VAGUE = /(?<!不)定期(?!存款|保险|限)/gu;

function every(unit: string, n: number): Every | undefined {
  switch (unit) {
    case '日':
    case '天':
      return { days: n };
    case '周':
    case '星期':
    case '礼拜':
      return { weeks: n };
    case '旬':
      return { days: 10 * n };
    case '月':
    case '月度':
      return { months: n };
    case '季':
    case '季度':
      return { months: 3 * n };
    case '半年':
      return { months: 6 };
    case '年':
    case '年度':
      return { months: 12 * n };
    default:
      return undefined;
  }
}

function halfOf(unit: string): Every | undefined {
  return unit === '年' ? { months: 6 } : unit === '月' ? { days: 15 } : undefined;
}

/** Of 每两周, 每半年: the step. */
function counted(n: string | undefined, unit: string): Every | undefined {
  if (n === '半') return halfOf(unit);
  const count = n === undefined ? 1 : numberOf(n);
  return count === undefined || count < 1 ? undefined : every(unit, count);
}

/** The step that a match names; undefined for a school term, which is no fixed time. */
function stepOf(groups: Readonly<Record<string, string | undefined>>): Every | undefined {
  const { n, unit, by, few, oneUnit, short, per, once, other, within, withinUnit, bareUnit } = groups;
  if (unit !== undefined) return counted(n, unit);
  if (other !== undefined) return every(other, 2);
  if (within !== undefined) return counted(within, withinUnit ?? bareUnit ?? '');
  if (oneUnit !== undefined) return few === '半' ? halfOf(oneUnit) : every(oneUnit, few === '两' ? 2 : 1);
  if (once !== undefined) return once === '半月' ? halfOf('月') : every(once.replace('一', ''), 1);
  return every(by ?? short ?? per ?? '', 1);
}

/** The frequencies in the words of a section or cell. */
export function recurrencesIn(norm: string): FoundRecurrences {
  const found: FoundRecurrences = { recurrences: [], unread: [] };
  for (const match of norm.matchAll(ALL)) {
    const span = { from: match.index, to: match.index + match[0].length };
    const after = norm.slice(span.to, span.to + 6);
    if (/^[按逐]/u.test(match[0]) && TREND.test(after)) continue;
    const step = stepOf(match.groups ?? {});
    if (step !== undefined) found.recurrences.push({ ...span, every: step });
    else found.unread.push({ ...span, why: `“${match[0]}”不是固定的月数或周数` });
  }
  for (const { 0: word, index } of norm.matchAll(VAGUE)) {
    found.unread.push({ from: index, to: index + word.length, why: '“定期”没有写明多久一次' });
  }
  return found;
}
