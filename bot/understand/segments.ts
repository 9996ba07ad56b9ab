/** What a message says of each task (归到任务): its clauses, put together by the tasks they are about. */
import { claimOf } from './claim.ts';
import { quoted, TITLE, WEIGHTY } from './clauses.ts';
import { VERB } from './figures.ts';
import type { Clause, Heard } from './heard.ts';
import type { Hearing } from './intent.ts';
import { isRemark } from './remarks.ts';

/** What is said of some tasks: the clauses that name them, and those that go on about them. */
export interface Segment {
  codes: readonly string[];
  said: string[];
  /** Of what was said, the clause that names them; where the quote names them, the first. */
  naming: string;
}

/** A list of codes and nothing else: what is claimed of them stands beside it. */
const ONLY_CODES = /^(?:我们?村|本村|我们?)?[\d.\-、,，\s和及与项第]*[；;。\n]?$/;
/** 2.4-3 9户，2.4-4 15户，全部走访完毕: said of all of them. */
const OF_ALL = /^\s*(?:以上|上述|这)?(?:[两二三四五几]项)?(?:全部|均已?|都已?)/;
const ENDS = /[；;。\n]$/;

/** A clause that names no task goes on about the one before, or about all of them. */
function goOn(segments: readonly Segment[], { text, elsewhere, near }: Clause): void {
  const last = segments.at(-1);
  if (OF_ALL.test(text)) for (const { said } of segments) said.push(text);
  else if (!elsewhere || (near !== null && last?.codes.includes(near))) last?.said.push(text);
}

const DONE = new RegExp(`(?:已经?|都|全部|也)?${VERB}(?:完|好|齐|毕|了|$|[，。；])`);
const LEFT = /剩|还差|还缺/;
/** 热线学校都串起来了 after another task: a word that names one lightly, with no figure, goes on about that before. */
const isWeak = ({ text, byCode, weight, strange }: Clause): boolean =>
  !byCode &&
  weight < WEIGHTY &&
  (strange > 0 || LEFT.test(text)) &&
  !/\d|[一二三四五六七八九]成|一半/.test(text) &&
  !DONE.test(text);

/** Puts each clause with the task it is about. */
function gather(clauses: readonly Clause[]): Segment[] {
  const segments: Segment[] = [];
  let waiting: readonly string[] = [];
  let ended = true;
  for (const clause of clauses) {
    const { text, codes, byCode } = clause;
    const last = segments.at(-1);
    if (byCode && ONLY_CODES.test(text)) {
      // 已完成的：2.1-3、5.1-2；
      waiting = [...waiting, ...codes];
      if (!ended && last !== undefined && ENDS.test(text)) {
        last.codes = [...last.codes, ...waiting];
        waiting = [];
      }
    } else if ((codes.length > 0 && !(last !== undefined && isWeak(clause))) || waiting.length > 0) {
      segments.push({ codes: [...new Set([...waiting, ...codes])], said: [text], naming: text });
      waiting = [];
    } else goOn(segments, clause);
    ended = ENDS.test(text);
  }
  // 未完成：2.1-2、3.1-1
  const last = segments.at(-1);
  if (last?.said.at(-1)?.endsWith('、')) last.codes = [...last.codes, ...waiting];
  // 方案写了七成，3.2-1: what is claimed stands before.
  if (segments.length === 0 && waiting.length > 0) segments.push({ codes: waiting, said: [], naming: '' });
  return segments;
}

/** What was said of a task in several places is one report of it. */
function joined(segments: readonly Segment[]): Segment[] {
  const byTask = new Map<string, Segment>();
  for (const { codes, said, naming } of segments) {
    const key = codes.join(' ');
    const known = byTask.get(key);
    if (known === undefined) byTask.set(key, { codes, said: [...said], naming });
    else known.said.push(...said);
  }
  return [...byTask.values()];
}

const claimsIn = (text: string, hearing: Hearing): boolean =>
  claimOf([text], hearing.today).any && !isRemark(text, hearing);

/**
 * Clauses that go on about something else than a task say nothing of one that is named lightly after them:
 * 禁烧宣传车跑了3趟，横幅挂了12条.
 */
function aboutSomethingElse(before: readonly Clause[], named: Clause, { today }: Hearing): boolean {
  if (named.weight >= TITLE) return false;
  return before.some(({ text, elsewhere }) => elsewhere && claimOf([text], today).any);
}

/** What is said under a quote of one task is said of it, up to where the code of another is written. */
function underQuote(clauses: readonly Clause[], quote: string): Segment[] {
  const other = clauses.findIndex(({ byCode }) => byCode);
  const own = other < 0 ? clauses : clauses.slice(0, other);
  const said = own.map(({ text }) => text);
  return [{ codes: [quote], said, naming: said[0] ?? '' }, ...gather(clauses.slice(own.length))];
}

/** What is said of each task that a message or its quote names; empty where none is named. */
export function segmentsOf(heard: Heard): Segment[] {
  const clauses = heard.clauses();
  const [quote, ...more] = quoted(heard);
  if (quote !== undefined && more.length === 0) return joined(underQuote(clauses, quote));
  const first = clauses.findIndex(({ codes }) => codes.length > 0);
  const named = clauses[first];
  if (named === undefined) {
    const said = clauses.map(({ text }) => text);
    return quote === undefined ? [] : [{ codes: [quote, ...more], said, naming: said[0] ?? '' }];
  }
  const before = clauses.slice(0, first);
  if (aboutSomethingElse(before, named, heard.hearing) && !clauses.some(({ byCode }) => byCode)) return [];
  const [only, ...others] = joined(gather(clauses.slice(first)));
  if (only === undefined || others.length > 0) return only === undefined ? [] : [only, ...others];
  // 涉罪未成年人6名，帮教5名; 全部走完了，黄色那批: what is claimed before the one task is named belongs to it.
  const claimed = before
    .filter(({ text, elsewhere }) => !elsewhere && (/\d/.test(text) || claimsIn(text, heard.hearing)))
    .map(({ text }) => text);
  return [{ ...only, said: [...claimed, ...only.said] }];
}
