/**
 * What speaks for and against a message being its sender's own report (证据): how it is worded, what it claims, how much
 * of it nothing explains. Weighed by `confidence.ts`; nothing here decides.
 */
import { isForeign, isNotice, isQuestion, isUnreal, namesOtherUnit, unitsIn } from './chatter.ts';
import { claimOf } from './claim.ts';
import { findDays, namesEarlier } from './dates.ts';
import { asksForTime } from './extension.ts';
import type { Heard } from './heard.ts';
import type { Hearing } from './intent.ts';
import { strangenessOf } from './strange.ts';
import { CODE, codesIn, type Fit, indexOf, tasksNamed } from './task-index.ts';

/** What stands for the words of a task, a day behind, today, a day ahead, the own unit, another one. */
const TASK = 'T';
const PAST = 'P';
const NOW = 'E';
const AHEAD = 'F';
const OWN = 'U';
const OTHER = 'V';

interface Marked {
  start: number;
  end: number;
  as: string;
}

/** The places of a text that its wording does not depend on: words of tasks, days, names of units. */
function marksIn(text: string, fits: readonly Fit[], hearing: Hearing): Marked[] {
  const { today } = hearing;
  const codes = new Set(codesIn(text));
  const spans = fits.filter(({ code, enough }) => enough || codes.has(code)).flatMap((fit) => fit.spans);
  const days = findDays(text, today);
  return [
    ...spans.map(({ start, end }) => ({ start, end, as: TASK })),
    ...days.map(({ day, at, length }) => ({
      start: at,
      end: at + length,
      as: day > today ? AHEAD : day === today ? NOW : PAST,
    })),
    ...unitsIn(text, hearing).map(({ start, end, own }) => ({ start, end, as: own ? OWN : OTHER })),
  ];
}

/** A text as it is worded, whatever task, day, unit or figure it is worded about: 2.1-3昨天更新了5户 → CP更新了0户. */
function wordingIn(text: string, fits: readonly Fit[], hearing: Hearing): string {
  const marks = new Array<string>(text.length).fill('');
  for (const { start, end, as } of marksIn(text, fits, hearing)) marks.fill(as, start, end);
  let said = '';
  for (let at = 0; at < text.length; at++) {
    if (marks[at] === '') said += text.charAt(at);
    else if (marks[at] !== marks[at - 1]) said += marks[at];
  }
  return said.replace(CODE, 'C').replace(/\d+/g, '0');
}

const LONGEST = 3;

/** Adds every one, two and three characters in a row; where it begins and ends says nothing by itself. */
function addRuns(found: Set<string>, { wording }: Talk, prefix: string): void {
  const text = `^${wording}$`;
  for (let at = 0; at < text.length; at++) {
    const alone = at > 0 && at < text.length - 1;
    const last = Math.min(at + LONGEST, text.length);
    for (let end = at + (alone ? 1 : 2); end <= last; end++) found.add(prefix + text.slice(at, end));
  }
}

/** More that is unexplained says no more. */
const MOST_STRANGE = 6;

/** How a text is worded, and what kind of talk it is. */
interface Talk {
  wording: string;
  notice: boolean;
  unreal: boolean;
  unit: boolean;
}

const talkOf = (text: string, hearing: Hearing): Talk => ({
  wording: wordingIn(text, tasksNamed(text, indexOf(hearing.tasks)), hearing),
  notice: isNotice(text),
  unreal: isUnreal(text, hearing.unit),
  unit: namesOtherUnit(text, hearing),
});

/** What is known of a message, each by its name: runs of its wording, and what the steps have found. */
export function evidenceOf(heard: Omit<Heard, 'evidence'>): Set<string> {
  const { hearing, mentionsOther, quote } = heard;
  const text = heard.told();
  const told = talkOf(text, hearing);
  const around = text === heard.text ? told : talkOf(heard.text, hearing);
  const { any, done, percent, count, until } = claimOf([text], hearing.today);
  const asks = asksForTime(text);
  const { most, compound } = strangenessOf(heard);
  const facts: Readonly<Record<string, boolean>> = {
    private: hearing.where === 'private',
    toBot: heard.addressed && heard.clauses().every(({ codes }) => codes.length === 0),
    somebody: mentionsOther,
    quote: quote !== '',
    earlier: namesEarlier(heard.text, hearing.today),
    claim: any,
    done,
    percent: percent !== null,
    count: count !== null,
    until: until !== null,
    notice: told.notice,
    unreal: told.unreal,
    unit: told.unit,
    question: isQuestion(text) && !asks,
    time: asks,
    foreign: isForeign(told.wording),
    noticeAround: around.notice,
    unrealAround: around.unreal,
    unitAround: around.unit,
    compound,
    [`strange${Math.min(MOST_STRANGE, most)}`]: true,
  };
  const found = new Set<string>();
  addRuns(found, told, '');
  // What is said around it, where anything is.
  if (around !== told) addRuns(found, around, '~');
  for (const [name, holds] of Object.entries(facts)) if (holds) found.add(`#${name}`);
  return found;
}
