/** What is said beside a report and claims nothing of its task (闲话): 饭都没顾上吃, 三个同事加了两晚的班. */
import { findDays } from './dates.ts';
import type { Hearing } from './intent.ts';
import { strangeIn } from './strange.ts';

/** From so many characters that no report explains on, a clause is about something else. */
const STRANGE = 2;
/** A figure of the work, what is left of it, or how it goes on: said of the task, whatever else is said. */
const TELLS =
  /\d\s?%|\d\s?\/\s?\d|[一二三四五六七八九]成|半|(?:更新|弄|做|办|走|录|建|搞|整|改|报|交|印发|挂|贴|写|通报)(?:完|好|齐)|还[没未差剩在要有]|尚|剩|余下?|其余|其中|没(?:有)?(?:完|弄|做|搞|办|建|更新|定稿|挂|录)|预计|争取|力争|计划|打算|准备|之?前|更正|为准|实际|应该是|\d\s?(?:户|份|场|次|件|人|所|对|家|例|名|节|课时|期)|(?:已经?|全部|均)[^，。；]{0,8}(?:完|好|齐|毕|成|结)/;
/** 周四发, 28号回来就弄完; 今晚想喝一杯 plans nothing of the work. */
const PLANS = /[完好成交报弄定发印结挂补搞给齐送出]|[收扫]尾|通报|研究|开/;
/** 周五的会我会准时参加: where the speaker goes. */
const GOES =
  /(?:准时|按时|会|去|来|要|不了)(?:参加|到会|出席|参会|到场)|(?:参加|出席|[来去])不了|请(?:个|一天|半天)?假/;
const THANKS = /感谢|谢谢|多谢|辛苦|多亏|支持|祝|拜托|功不可没/;

/** Is a clause said to thank somebody? */
export const isThanks = (clause: string): boolean => THANKS.test(clause);

/** Does a clause that names no task speak of something else than how a task stands? */
export function isRemark(clause: string, hearing: Hearing): boolean {
  if (isThanks(clause)) return true;
  if (TELLS.test(clause)) return false;
  if (GOES.test(clause)) return true;
  const dated = findDays(clause, hearing.today).some(({ day }) => day >= hearing.today);
  return !(dated && PLANS.test(clause)) && strangeIn(clause, [], hearing).before >= STRANGE;
}

/** Takes the clauses about a task and the one that names it; gives those that may claim something of it. */
export const withoutRemarks = (said: readonly string[], naming: string, hearing: Hearing): string[] =>
  said.filter((clause) => clause === naming || !isRemark(clause, hearing));
