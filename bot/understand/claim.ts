/** What a stretch of text claims about the work (说了什么进展): figures, done or not, a planned day. */
import type { Day } from '../../api/domain/time/day.ts';
import { findDays, numberOf, type SaidDay, withoutDays } from './dates.ts';

export interface Claim {
  percent: number | null;
  count: number | null;
  done: boolean;
  until: Day | null;
  /** Something was said of the state at all, if only that it is not done. */
  any: boolean;
}

const CN = '[一二两三四五六七八九十]';
const NUMBER = `(\\d{1,5}|${CN}{1,3})`;
const UNIT = '(户|人次|人|名|份|场次|场|次|件|所|类|课时|节|条|个|对|起|处|家|本|例|期|篇|项)';

const round = (part: number, whole: number): number => Math.floor((200 * part + whole) / (2 * whole));

/** What a figure aims at, or came from, is no progress: 目标100%, 由60%提高到80%, 还差20%. */
const NOT_NOW =
  /(?:目标|按照?|应达|要达|达到目标|由|从|上(?:次|月|周)|原来|之前|不是|还差|还有|差|剩|余|另有|(?:多|增加|提高|提升|上升|增长|涨)了)(?:的|了|是|为|只|还)*\s?(?:百分之[一二三四五六七八九十百\d]+|\d+(?:\.\d+)?\s?%|[一二三四五六七八九]成[半五]?)|(?:\d+(?:\.\d+)?\s?%|[一二三四五六七八九]成[半五]?)(?=的?(?:还|都|尚)?(?:没|未))/g;

/** What is planned is no progress either: 预计月底达到100%, 力争消化一半. */
const AIMED_AT = /(?:预计|预期|力争|争取|计划|打算|准备|确保|保证|目标)[^，。；;\n]*/g;

function percentOf(text: string): number | null {
  const now = text.replace(NOT_NOW, ' ').replace(AIMED_AT, ' ');
  const figures = [...now.matchAll(/(?<![\d.])(\d{1,3})(?:\.\d+)?\s?%/g)];
  const figure = figures.at(-1)?.[1];
  if (figure !== undefined && Number(figure) <= 100) return Number(figure);
  const worded = /百分之(百|[一二三四五六七八九十]{1,3}|\d{1,3})/.exec(now)?.[1];
  if (worded !== undefined) return worded === '百' ? 100 : numberOf(worded);
  if (/百分百|百分之一百/.test(now)) return 100;
  const tenths =
    /(?<![一二三四五六七八九])([一二三四五六七八九1-9])成(半|[一二三四五六七八九])?(?![立功为效员果])/.exec(
      now,
    );
  if (tenths !== null) {
    const [, tens = '', ones] = tenths;
    return numberOf(tens) * 10 + (ones === undefined ? 0 : ones === '半' ? 5 : numberOf(ones));
  }
  const parts = /([二三四五六七八九十])分之([一二三四五六七八九])/.exec(now);
  if (parts !== null) return round(numberOf(parts[2] ?? ''), numberOf(parts[1] ?? ''));
  return /(?:一半|半数)(?!时间|天)/.test(now) ? 50 : null;
}

const PAIR = new RegExp(`${NUMBER}\\s?多?${UNIT}([^。；\\n]{0,14}?)${NUMBER}\\s?${UNIT}`);

/** 12户走访了9户, 走访8户，共8户, 9/12: so many of so many. */
function pairOf(text: string): { part: number; whole: number } | null {
  const slash = /(?<![\d./-])(\d{1,4})\s?\/\s?(\d{1,4})(?![\d./-])/.exec(text);
  if (slash !== null) return { part: Number(slash[1]), whole: Number(slash[2]) };
  const match = PAIR.exec(text.replace(/(\d)\s?([户人份场次件所类名])\s?\/\s?(?=\d)/g, '$1$2，共'));
  if (match === null) return null;
  const [, a = '', first, between = '', b = '', second] = match;
  if (first !== second) return null;
  const [one, two] = [numberOf(a), numberOf(b)];
  const whole = /(?:共|总共|一共|全部|总数|合计)[^，]{0,3}$/.test(between) ? two : one;
  // What is still to come is no part of it: 走了7户，还有3户; 办了1场，下月再办1场.
  if (/还差|还有|还剩|剩|余下|没|未|再|另|下(?:个)?月|计划|又|新增|增加|减少/.test(between)) return null;
  const part = whole === two ? one : two;
  return whole > 0 && part >= 0 && part <= whole ? { part, whole } : null;
}

const COUNTED = new RegExp(`${NUMBER}\\s?${UNIT}`, 'g');
const NOT_COUNTED = /(?:还差|还有|剩|剩下|余|差|第|每|另外|新增|增加|减少|没有|有|应|要|需|目标)\s?$/;

/** 又建了6份，累计24份: all of them together. */
const IN_ALL = new RegExp(`(?:累计|总计|共计)[^，。；\\n\\d]{0,6}${NUMBER}\\s?${UNIT}`);

function countOf(text: string): number | null {
  const all = IN_ALL.exec(text)?.[1];
  if (all !== undefined && !Number.isNaN(numberOf(all))) return numberOf(all);
  for (const match of text.matchAll(COUNTED)) {
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (NOT_COUNTED.test(before) || /[一二三四五六七八九十\d.%]$/.test(before)) continue;
    if (
      match[2] === '个' &&
      /^(?:个)?(?:月|季|村|组|工作)/.test(text.slice(match.index + match[0].length - 1))
    )
      continue;
    if (/^(?:一批|一档)/.test(text.slice(match.index))) continue;
    if (/^项[^,，。 ]/.test(text.slice(match.index + match[0].length - 1)) && match[2] === '项') continue;
    const value = numberOf(match[1] ?? '');
    if (!Number.isNaN(value)) return value;
  }
  return null;
}

const VERB =
  '(?:完成|办结|办理|更新|更(?=[完了]|$|[，。！!；s])|建立|建成|建档|建起来|建起|建|挂牌|挂|贴|报送|报告|上报|提交|报|交|印发|出台|制定|拟定|成立|组建|设立|设|通报|召开|开展|开|落实|处置|走访|走|随访|消化|细化|纳入|结束|整理|录入|收集|填报|填|配备|配|安排|张贴|发放|发布|验收通过|验收|定稿|过审|通过|完善|审议|确定|明确|签订|举办|办|弄|搞|做|整|查|跑|讲|上(?!面|级|次|周|月|个|午|班)|发|修订|推广|总结|听取|指导|辅导|录|写|印|帮教|通过|过会|细化|装|定)';
/** Finished beyond doubt, whatever figures stand beside it. */
const STRONG = new RegExp(
  [
    '(?:已经?|全部|都|均|全|刚|业已|早就|早)[^，。；\\n没未]{0,8}?(?:完成|办结|搞定|完毕|到位|落实|处置|弄完|做完|走完|完了|结束|销号)',
    `${VERB}?(?:完毕|妥当)`,
    `(?:全|都)${VERB}(?:了|完)`,
    `${VERB}(?:完|好|齐|起来|到位|成功)(?:了|啦|哈|$|[，。！!；\\s])`,
    '完成了?(?:啦|哈|$|[，。！!；、\\s])',
    '办结|搞定|完事|销号|拿下|收尾了|落实了|完成了(?!\\d)|了结',
    '完工|竣工|全(?:部|都)[^，。没未]{1,6}完(?!成率)|(?:齐了|伸展了|归一了|巴适了|弄好了)(?<!就齐了)',
  ].join('|'),
);
/** Finished, unless a figure says how far. */
const WEAK = new RegExp(
  [
    `(?:已经?|业已|都|均|全|全部)[^，。；\\n没未要]{0,8}?${VERB}`,
    `${VERB}[^，。；\\n没未\\d]{0,4}?了(?!\\d|一|两|几|大半|部分)`,
    '全覆盖|到位|(?:牌子|标语|横幅)[^，。没未]{0,4}(?:挂|贴)',
    '好了|齐了|起来了',
  ].join('|'),
);
const NEGATED =
  /没(?!有?问题|得问题|啥问题|有?(?:新增|增加|变化|变动|异常))|未(?!保|成年|婚)|尚(?!德)|还差|还欠|差(?:一点|点|几|不多|一些|\d)|一点点|不够|搞不赢|不齐|还剩|剩(?:下)?\d|余下|另外?的?还/;
const PARTLY =
  /快了|过半|基本|大部分|大半|差不多|快(?:要)?(?:弄|完|好|搞|做|结|建|更|走|办|报|收尾)|部分|初步|[一二三四五六七八九]{2}成|陆续|逐步|接近|将近/;
const GOING_ON =
  /正在|正(?:抓紧|推进|更新|弄|做|搞|办)|还在|在(?:弄|改|做|搞|起草|推进|测试|收集|整理|征求|走|办|建|跑|更新|核)|推进中|进行中|办理中|整改中|起草中|审核中|意见稿|抓紧(?:弄|办|做|搞|推进)|初稿|还要|(?:待|等)过会|送审|待审|着手|已启动|启动了|开始/;
const PLANNED =
  /(?:这|过)(?:两|几)天|就(?:弄|办|交|报|搞|做)(?!了|[完好]了)|争取|预计|计划|准备|打算|力争|拟(?!定)|将(?:于|在|会)?|马上|立即|立刻|尽快|就去|就办|能(?:完|弄|办|交|搞|拿|出)|可以完成|要(?:到|等)|才能|安排在|定于|保证|一定|承诺|明天|后天|下周|之前|(?:号|日|底|周[一二三四五六日]|星期[一二三四五六日天])前|晚点|稍后|等会|待会/;

const PLAN_VERB = new RegExp(`${VERB}|完|成|好|结|更|拿|出|定|弄|走|去|行不|发|到位|达|收官|收尾`);

/** The day that a plan names: the last one, today or later, where it is not the day of something finished. */
function plannedDay(text: string, said: string, days: readonly SaidDay[], today: Day): Day | null {
  const last = days.filter(({ day }) => day >= today).at(-1);
  if (last === undefined || !(PLAN_VERB.test(said) || PLANNED.test(said) || NEGATED.test(said))) return null;
  if (last.day > today) return last.day;
  return PLANNED.test(text) || /下班前|今天[^，。]{0,4}(?:内|能|可以|交|报|弄|搞|完成)(?!了)/.test(text)
    ? last.day
    : null;
}

const DEED = new RegExp(VERB);
/** The parts of a text that say that something is done. */
const deedsOf = (text: string): string =>
  text
    .split(/(?<=[，。；\n])/)
    .filter((part) => DEED.test(part))
    .join('');

/** Names that only look as if something were counted. */
const NAMES_WITH_FIGURES =
  /6\+1|12345|12355|1\+1\+5\+6|三个一批|一人一档|一对一|一站式|一号检察|四位一体|四类|四级|五类(?![^，。]{0,6}\d\s?类)|五进|七进|六道|两微一端|一老一小|双减|第[一二三四]季度|[一二三四]季度/g;

/** 完成情况 is a name of something, no claim. */
const NAMES_LIKE_CLAIMS = /(?:完成|落实|推进|进展|整改|办理)情况/g;

/** What is said once the work is finished: 已印发，文件稍后送到. */
function withoutAfterthoughts(said: readonly string[], today: Day): string {
  const done = said.findIndex(
    (clause) => (STRONG.test(clause) || WEAK.test(clause)) && !PLANNED.test(clause) && !/\d\s?%/.test(clause),
  );
  return said
    .filter(
      (clause, at) => done < 0 || at <= done || !PLANNED.test(clause) || findDays(clause, today).length > 0,
    )
    .join('');
}

/** 没有红色等级的，已完成: the last word on it, whatever came before. */
const SAID_AT_LAST =
  /[，。；]\s*(?:现在?|目前)?(?:已经?|全部|都|均)+(?:完成|办结|搞定|弄完|弄好|做完)了?[。！!\s]*$/;

/** What some clauses claim together. Figures of days are not taken for others. */
export function claimOf(clauses: readonly string[], today: Day): Claim {
  const text = withoutAfterthoughts(clauses, today);
  const days = findDays(text, today);
  const said = withoutDays(text, days)
    .replace(/\d\.\d{1,2}-\d{1,2}(?:项|号)?/g, ' ')
    .replace(NAMES_WITH_FIGURES, ' ')
    .replace(NAMES_LIKE_CLAIMS, ' ');
  const pair = pairOf(said);
  const stated = pair === null ? percentOf(said) : round(pair.part, pair.whole);
  const until = plannedDay(text, said, days, today);
  const open =
    !SAID_AT_LAST.test(said) &&
    (NEGATED.test(said) || PARTLY.test(said) || PLANNED.test(said) || GOING_ON.test(said) || until !== null);
  const uncounted = said.replace(/\d+(?:\.\d+)?\s?%/g, ' ');
  // 黄色18户，走了一半: beside a share, what is counted is what was done.
  const counted = stated === null || stated === 100 ? uncounted : deedsOf(uncounted);
  const count = pair?.part ?? countOf(counted);
  const finished =
    stated === 100 || (stated === null && (STRONG.test(said) || (count === null && WEAK.test(said))));
  const done = finished && !open;
  const percent = done ? 100 : stated === 100 && open && pair === null ? null : stated;
  return { percent, count, done, until, any: percent !== null || count !== null || done || open };
}
