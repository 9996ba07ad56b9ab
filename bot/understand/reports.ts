/** Steps 4 and 5 for reports (填报、延期): what is claimed of each task, and what is asked where it is not clear. */
import type { Day } from '../../api/domain/time/day.ts';
import { isNotice, namesOtherUnit } from './chatter.ts';
import { type Claim, claimOf } from './claim.ts';
import { quoted, taskMeant } from './clauses.ts';
import { findDays } from './dates.ts';
import type { Heard } from './heard.ts';
import type { Intent, Update } from './intent.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { strangeIn } from './strange.ts';
import { indexOf, tasksNamed } from './task-index.ts';

const MOST_CANDIDATES = 5;

const noteOf = (said: readonly string[]): string =>
  said
    .join('')
    .trim()
    .replace(/[,，;；。]$/, '');

const update = (task: string, { percent, count, done, until }: Claim, note: string): Update => ({
  task,
  percent,
  count,
  done,
  until,
  note,
});

const FIGURE = /\d{1,3}\s?%|[一二三四五六七八九]成[半五]?/g;

/** 2.1-1和2.1-2分别完成80%、90%: a figure for each in turn. */
function inTurn({ codes, said }: Segment, today: Day): Update[] | null {
  const text = said.join('');
  if (codes.length < 2 || !text.includes('分别')) return null;
  const figures = text.slice(text.indexOf('分别')).match(FIGURE) ?? [];
  if (figures.length !== codes.length) return null;
  return codes.map((code, n) => update(code, claimOf([figures[n] ?? ''], today), noteOf(said)));
}

function updatesOf(segment: Segment, today: Day): Update[] {
  const turns = inTurn(segment, today);
  if (turns !== null) return turns;
  const claim = claimOf(segment.said, today);
  return claim.any ? segment.codes.map((code) => update(code, claim, noteOf(segment.said))) : [];
}

/** What the message reports of the unit's own open tasks; empty where it reports nothing. */
export function progressIn(heard: Heard): Update[] {
  const { today } = heard.hearing;
  const segments = segmentsOf(heard);
  if (segments.length > 0) return segments.flatMap((segment) => updatesOf(segment, today));
  const codes = quoted(heard);
  return codes.length === 0 || isStrange(heard, MOST_STRANGE_UNDER_QUOTE)
    ? []
    : updatesOf({ codes, said: [heard.text] }, today);
}

const MORE_TIME =
  /延期|延长|往后拖|宽限|放宽|拖到|[放挪改缓]到(?=[^，。；]{0,4}[日号天周月]|\d)|挪几|缓缓|迟几|晚点(?:交|报|弄|完|给)|往后(?:推|挪|延|缓)|缓到|缓至|缓一|缓几|缓两|延到|延至|延后|推迟|推后|晚几天|晚两天|顺延|展期|[多再](?:给|宽)[^，。；]{0,3}(?:[几两三四五六七一点][天周个点]|点时间)|放宽到/;
/** A day by which it cannot be done is not the day that is asked for. */
const TOO_EARLY = /[^，。；\n]*(?:不完|不了|不成|不及|不上|不赢)[^，。；\n]*/g;

export const asksForTime = (text: string): boolean => MORE_TIME.test(text);

/** A request for more time: with its task, or said to the bot. */
export function extensionIn(heard: Heard): Intent | null {
  const { text, hearing, addressed, mentionsOther } = heard;
  if (!MORE_TIME.test(text) || mentionsOther || isNotice(text) || namesOtherUnit(text, hearing)) return null;
  if (/建议|会议|活动|同意|不同意|就好了|(?<!能)不能延|不得|不准|没有延|不(?:用|需要)延/.test(text))
    return null;
  const task = taskMeant(heard);
  if (task === null && (!addressed || isStrange(heard, MOST_STRANGE_REASON))) return null;
  const days = findDays(text.replace(TOO_EARLY, ''), hearing.today).filter(({ day }) => day >= hearing.today);
  const until = days.at(-1)?.day ?? null;
  const intent: Intent = { intent: 'extend', task, until, reason: text };
  return task === null ? { ...intent, candidates: likely(heard) } : intent;
}

/** The codes that may be meant, best first: those whose words are said, then those due first. */
function likely(heard: Heard): string[] {
  const index = indexOf(heard.hearing.tasks);
  const said = [...quoted(heard), ...tasksNamed(heard.text, index).map(({ code }) => code)];
  const byDue = [...heard.hearing.tasks].sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
  return [...new Set([...said, ...byDue.map(({ code }) => code)])].slice(0, MOST_CANDIDATES);
}

/** So much may be unexplained where no task is named: nothing, a few words under a quote, a reason for more time. */
const MOST_STRANGE_UNDER_QUOTE = 4;
const MOST_STRANGE_REASON = 2;

/** Does the message speak of something that no report speaks of? */
const isStrange = ({ text, hearing }: Heard, most: number): boolean =>
  strangeIn(text, [], hearing).before > most;

/** A claim that names no task clearly, for the bot to ask about; null where nothing is claimed, or of something else. */
export const candidatesFor = (heard: Heard): Update | null =>
  isStrange(heard, 0) || heard.clauses().some(({ elsewhere }) => elsewhere) ? null : claimFor(heard);

/** A claim of whatever task, with the likely ones. */
export function claimFor(heard: Heard): Update | null {
  const claim = claimOf([heard.text], heard.hearing.today);
  if (!claim.any) return null;
  const { percent, count, done, until } = claim;
  return { task: null, candidates: likely(heard), percent, count, done, until, note: heard.text };
}
