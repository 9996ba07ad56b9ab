/** Steps 2 to 5 for reports: split into clauses, give each to its task, add up what is claimed of it, decide. */
import type { Day } from '../../api/domain/time/day.ts';
import { isForeign, isNotice, namesOtherUnit } from './chatter.ts';
import { type Claim, claimOf } from './claim.ts';
import { findDays } from './dates.ts';
import type { Heard } from './heard.ts';
import type { Intent, Update } from './intent.ts';
import { codesIn, type Fit, indexOf, tasksNamed } from './task-index.ts';

const CLAUSE =
  /(?<=[。;；!！\n])|(?<=[,，])(?!\s*(?:其中|占|即)|\d)|(?<=[,，、)])(?=(?:剩下|其中|另外)?(?:\d+[、.]\s?)?[1-9]\.\d{1,2}-\d)/;
/** A second task within the weight of the best makes it doubtful. */
const CLEARLY = 1.15;
const MOST_CANDIDATES = 5;
/** What the sender's politeness says is no part of a report. */
const NUMBERING =
  /^\s*(?:\d{1,2}[、.)）]\s?(?!\d-)(?!\d{1,2}-)|[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）])\s*/;

interface Segment {
  codes: string[];
  text: string;
}

/** The task that words name clearly; null where none or several. */
function clearest(fits: readonly Fit[]): string | null {
  const [best, second] = fits;
  if (best === undefined) return null;
  return second === undefined || best.weight >= second.weight * CLEARLY ? best.code : null;
}

const COLOUR_ALONE = /[红橙黄蓝]色/;
const COLOUR_WORK = /等级|走访|随访|处置|户|走|去/;

function namedIn(clause: string, heard: Heard): string | null {
  if (isForeign(clause)) return null;
  if (COLOUR_ALONE.test(clause) && !COLOUR_WORK.test(clause)) return null;
  return clearest(tasksNamed(clause, indexOf(heard.hearing.tasks)));
}

interface Clause {
  text: string;
  /** The open tasks it names, by code or else by words. */
  codes: string[];
  byCode: boolean;
}

/** A list of codes and nothing else: what is claimed of them comes later. */
const ONLY_CODES = /^[\d.\-、,，\s和及与项第]*$/;

function clausesOf(heard: Heard): Clause[] {
  const open = indexOf(heard.hearing.tasks).codes;
  return heard.text.split(CLAUSE).map((piece) => {
    const text = piece.replace(NUMBERING, '');
    const written = codesIn(text).filter((code) => open.has(code));
    const named = written.length > 0 ? null : namedIn(text, heard);
    return { text, codes: named === null ? written : [named], byCode: written.length > 0 };
  });
}

/** Puts each clause with the task it is about; one that names none goes on about the one before. */
function segmentsOf(heard: Heard): Segment[] {
  const clauses = clausesOf(heard);
  const first = clauses.findIndex(({ codes }) => codes.length > 0);
  if (first < 0) return [];
  const before = clauses.slice(0, first);
  // What began with something else goes on about that, unless a code says otherwise.
  if (before.some(({ text }) => isForeign(text)) && !clauses.some(({ byCode }) => byCode)) return [];

  const segments: Segment[] = [];
  let waiting: string[] = [];
  for (const { text, codes, byCode } of clauses.slice(first)) {
    const last = segments.at(-1);
    if (byCode && ONLY_CODES.test(text)) waiting = [...waiting, ...codes];
    else if (codes.length > 0) {
      segments.push({ codes: [...new Set([...waiting, ...codes])], text });
      waiting = [];
    } else if (last !== undefined && !isForeign(text)) last.text += text;
  }
  const joined = joinLoose(segments);
  // 涉罪未成年人6名，帮教5名: figures said before the one task belong to it.
  const figures = before.map(({ text }) => text).filter((text) => /\d/.test(text) && !isForeign(text));
  return joined.map(({ codes, text }) => ({
    codes,
    text: joined.length === 1 ? figures.join('') + text : text,
  }));
}

/** What was said before the one code of a message belongs to it: 牌子已经挂好，专人也落实了，5.1-2全部完成. */
function joinLoose(segments: readonly Segment[]): Segment[] {
  const byTask = new Map<string, Segment>();
  for (const segment of segments) {
    const key = segment.codes.join(' ');
    const known = byTask.get(key);
    byTask.set(
      key,
      known === undefined ? segment : { codes: segment.codes, text: `${known.text}，${segment.text}` },
    );
  }
  return [...byTask.values()];
}

const update = (task: string, { percent, count, done, until }: Claim, note: string): Update => ({
  task,
  percent,
  count,
  done,
  until,
  note: note.trim().replace(/[,，;；。]$/, ''),
});

/** 2.1-1和2.1-2分别完成80%、90%: a figure for each in turn. */
function inTurn({ codes, text }: Segment, today: Day): Update[] | null {
  if (codes.length < 2 || !text.includes('分别')) return null;
  const figures = text.slice(text.indexOf('分别')).match(/\d{1,3}\s?%|[一二三四五六七八九]成[半五]?/g) ?? [];
  if (figures.length !== codes.length) return null;
  return codes.map((code, n) => update(code, claimOf(figures[n] ?? '', today), text));
}

function updatesOf(segment: Segment, today: Day): Update[] {
  const turns = inTurn(segment, today);
  if (turns !== null) return turns;
  const claim = claimOf(segment.text, today);
  return claim.any ? segment.codes.map((code) => update(code, claim, segment.text)) : [];
}

/** The open tasks that the quoted message names. */
function quoted(heard: Heard): string[] {
  const index = indexOf(heard.hearing.tasks);
  const codes = codesIn(heard.quote).filter((code) => index.codes.has(code));
  if (codes.length > 0) return codes;
  const named = clearest(tasksNamed(heard.quote, index));
  return named === null ? [] : [named];
}

/** What the message reports of the unit's own open tasks; empty where it reports nothing. */
export function progressIn(heard: Heard): Update[] {
  const { today } = heard.hearing;
  const segments = segmentsOf(heard);
  if (segments.length > 0) return segments.flatMap((segment) => updatesOf(segment, today));
  const codes = isForeign(heard.text) ? [] : quoted(heard);
  return codes.length === 0 ? [] : updatesOf({ codes, text: heard.text }, today);
}

/** The one task that a message or its quote means; null where that is not clear. */
export function taskMeant(heard: Heard): string | null {
  const index = indexOf(heard.hearing.tasks);
  const [code, ...more] = codesIn(heard.text);
  if (code !== undefined) return more.length === 0 && index.codes.has(code) ? code : null;
  const named = namedIn(heard.text, heard);
  if (named !== null) return named;
  const [from, ...others] = quoted(heard);
  return from !== undefined && others.length === 0 ? from : null;
}

const MORE_TIME =
  /延期|延长|宽限|缓到|缓至|缓一|缓几|缓两|延到|延至|延后|推迟|推后|晚几天|晚两天|顺延|展期|多给(?:几|两|点)|放宽到/;

/** A request for more time: with its task, or said to the bot. */
export function extensionIn(heard: Heard): Intent | null {
  const { text, hearing, addressed, mentionsOther } = heard;
  if (!MORE_TIME.test(text) || mentionsOther || isNotice(text) || namesOtherUnit(text, hearing.unit))
    return null;
  if (/建议|会议|活动|同意|不同意|不能延|不得|不准|没有延|不(?:用|需要)延/.test(text)) return null;
  const task = taskMeant(heard);
  if (task === null && (!addressed || isForeign(text))) return null;
  const days = findDays(text, hearing.today).filter(({ day }) => day >= hearing.today);
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

/** A claim that names no task clearly, for the bot to ask about; null where nothing is claimed. */
export function candidatesFor(heard: Heard): Update | null {
  const claim = claimOf(heard.text, heard.hearing.today);
  if (!claim.any) return null;
  const { percent, count, done, until } = claim;
  return { task: null, candidates: likely(heard), percent, count, done, until, note: heard.text };
}
