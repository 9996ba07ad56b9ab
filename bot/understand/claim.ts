/** What a stretch of text claims about the work (说了什么进展): figures, done or not, a planned day. */
import type { Day } from '../../api/domain/time/day.ts';
import { findDays, namesTimeAhead, type SaidDay, withoutDays } from './dates.ts';
import { countOf, percentOf, shareOf, VERB } from './figures.ts';
import { withoutIdioms } from './idioms.ts';
import { lastKept } from './lazy.ts';
import { GOING_ON, NEGATED, PARTLY, PLANNED, STRONG, WEAK } from './states.ts';

export interface Claim {
  percent: number | null;
  count: number | null;
  done: boolean;
  until: Day | null;
  /** Something was said of the state at all, if only that it is not done. */
  any: boolean;
}

const PLAN_VERB = new RegExp(`${VERB}|完|成|好|结|更|拿|出|定|弄|走|去|行不|发|到位|达|收官|收尾|扫尾|给`);
/** 早在端午前就完成了 */
const LONG_DONE = /早[就在已]|提前/;

const CLAUSES = /(?<=[，。；\n])/;
/** 18号召开了, 18日已更新, and no plan in it: what is over. */
const OVER = new RegExp(
  `${VERB}[完好]?了|[\\u4e00-\\u9fff][完好]了|已经?[^，。；]{0,3}${VERB}|${VERB}完毕|${VERB}[完好]?的(?=$|[，。；])`,
);

/** The days, today or later, that are not those of something that is over. */
function daysAhead(text: string, today: Day): SaidDay[] {
  const clauses = text.split(CLAUSES).filter((clause) => !OVER.test(clause) || PLANNED.test(clause));
  return clauses.flatMap((clause) => findDays(clause, today)).filter(({ day }) => day >= today);
}

/** The day that a plan names: the last one that is ahead, where something is planned. */
function plannedDay(text: string, said: string, today: Day): Day | null {
  const ahead = daysAhead(text, today);
  const last = ahead.filter(({ day }) => day > today).at(-1) ?? ahead.at(-1);
  if (last === undefined || (LONG_DONE.test(said) && STRONG.test(said))) return null;
  if (!(PLAN_VERB.test(said) || PLANNED.test(text) || NEGATED.test(said))) return null;
  if (last.day > today) return last.day;
  return PLANNED.test(text) || /下班前|今天[^，。]{0,4}(?:内|能|可以|交|报|弄|搞|完成)(?!了)/.test(text)
    ? last.day
    : null;
}

/** 25号安排一场 counts nothing yet. */
function withoutPlans(text: string, today: Day): string {
  const planned = (clause: string): boolean =>
    !clause.includes('了') && findDays(clause, today).some(({ day }) => day > today);
  const clauses = text.split(CLAUSES);
  return clauses.length === 1 ? text : clauses.filter((clause) => !planned(clause)).join('');
}

const DEED = new RegExp(VERB);
/** The parts of a text that say that something is done. */
const deedsOf = (text: string): string =>
  text
    .split(CLAUSES)
    .filter((part) => DEED.test(part))
    .join('');

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

/** 没有红色等级的，已完成; 原计划25日完成，现已办结: the last word on it, whatever came before. */
const SAID_AT_LAST =
  /[，。；]\s*(?:本(?:月|季度|周)任务|这个月的|现在?|目前|照样)?(?:提前|刚刚?|已经?|全部|都|均)*(?:完成|办结|搞定|弄完|弄好|做完|更新完?)了?[。！!\s]*$/;

const isOpen = (said: string): boolean =>
  [NEGATED, PARTLY, PLANNED, GOING_ON].some((shape) => shape.test(said));

/** 三季度完成, 节后弄, and nothing that says it is over. */
const isPutOff = (said: string, today: Day): boolean =>
  said.split(CLAUSES).some((clause) => !/了|已/.test(clause) && namesTimeAhead(clause, today));

const SHARE = /\d+(?:\.\d+)?\s?%/g;

/** Beside a share, what is counted is what was done: 黄色18户，走了一半 counts nobody who was visited. */
const countIn = (said: string, share: number | null): ReturnType<typeof countOf> => {
  const uncounted = said.replace(SHARE, ' ');
  const counted = countOf(uncounted);
  const isBeside = share !== null && share !== 100 && counted?.whole === null;
  return isBeside ? countOf(deedsOf(uncounted)) : counted;
};

function claimIn(said: string, today: Day): Claim {
  const text = withoutIdioms(said);
  const days = findDays(text, today);
  const undated = withoutDays(text, days);
  const share = percentOf(undated);
  const now = withoutPlans(text, today);
  const counted = countIn(withoutDays(now, findDays(now, today)), share);
  const count = counted?.part ?? null;
  const stated = counted?.whole ? shareOf({ part: counted.part, whole: counted.whole }) : share;
  const last = SAID_AT_LAST.test(text) && !PARTLY.test(undated);
  const until = last ? null : plannedDay(text, undated, today);
  const open = !last && (isOpen(undated) || until !== null || isPutOff(said, today));
  const finished =
    stated === 100 || (stated === null && (STRONG.test(undated) || (count === null && WEAK.test(undated))));
  const done = finished && !open;
  const percent = done ? 100 : stated === 100 && open && !counted?.whole ? null : stated;
  return { percent, count, done, until, any: percent !== null || count !== null || done || open };
}

const claimKept = lastKept(claimIn);

/** What some clauses claim together. Figures of days are not taken for others. */
export const claimOf = (clauses: readonly string[], today: Day): Claim =>
  claimKept(withoutAfterthoughts(clauses, today), today);
