/** A request for more time (申请延期): with its task, or said to the bot. */
import type { Day } from '../../api/domain/time/day.ts';
import { isNotice, namesOtherVillage } from './chatter.ts';
import { taskMeant } from './clauses.ts';
import { findDays } from './dates.ts';
import type { Heard } from './heard.ts';
import type { Intent } from './intent.ts';
import { likely } from './reports.ts';
import { strangeIn } from './strange.ts';

const MORE_TIME =
  /延期|延长|往后拖|宽限|放宽|拖到(?!今天|现在|最后)|[放挪改缓]到(?=[^，。；]{0,4}[日号天周月]|\d)|挪几|缓缓|迟几|晚点(?:交|报|弄|完|给)|往后(?:推|挪|延|缓)|缓到|缓至|求缓|多要[^，。；]{0,3}[天周月个]|推到(?=[^，。；]{0,3}[月日号周]|\d+[月.日号])|(?:日|号|底|周[一二三四五六日])再(?:交|报|给)(?=[^，。；]{0,4}(?:可以|行|好|吗|[?？]))|(?:能否|能不能|可否)[^，。；]{0,10}再(?:交|报)|缓一|缓几|缓两|延到|延至|延后|推迟|推后|晚几天|晚两天|顺延|展期|[多再](?:给|宽)[^，。；]{0,3}(?:[几两三四五六七一点][天周个点]|点时间)/;
/** It is spoken of, and not asked for. */
const NOT_ASKED = /建议|会议|活动|同意|就好了|(?<!能)不能延|不得|不准|没有延|不(?:用|需要)延/;
/** A day by which it cannot be done is not the day that is asked for. */
const TOO_EARLY = /[^，。；\n]*(?:不完|不了|不成|不及|不上|不赢)[^，。；\n]*/g;

/** Does a text ask for more time, from whomever? */
export const asksForTime = (text: string): boolean => MORE_TIME.test(text);

const CLAUSE = /(?<=[，。；!?？\n])/;

/** The day that is asked for: the last one of the clause that asks, else the last one after it; null where none is. */
function dayAskedFor(text: string, today: Day): Day | null {
  const clauses = text.replace(TOO_EARLY, '').split(CLAUSE);
  const asking = clauses.findIndex(asksForTime);
  const ahead = (said: string): Day | undefined =>
    findDays(said, today)
      .filter(({ day }) => day >= today)
      .at(-1)?.day;
  return ahead(clauses[asking] ?? '') ?? ahead(clauses.slice(asking + 1).join('')) ?? null;
}

/** So much may be unexplained where no task is named: the reason for it. */
const MOST_STRANGE = 8;

/** What is asked for; null where nothing is, or of others. */
export function extensionIn(heard: Heard): Intent | null {
  const { text, hearing, addressed, mentionsOther } = heard;
  if (
    !asksForTime(text) ||
    mentionsOther ||
    isNotice(heard.told()) ||
    namesOtherVillage(heard.told(), hearing)
  )
    return null;
  if (NOT_ASKED.test(text.split(CLAUSE).filter(asksForTime).join(''))) return null;
  const task = taskMeant(heard);
  if (task === null && (!addressed || strangeIn(text, [], hearing).before > MOST_STRANGE)) return null;
  const intent: Intent = { intent: 'extend', task, until: dayAskedFor(text, hearing.today), reason: text };
  return task === null ? { ...intent, candidates: likely(heard) } : intent;
}
