/** What a message says of each task (归到任务): its clauses, put together by the tasks they are about. */
import type { Clause, Heard } from './heard.ts';

/** What is said of some tasks: the clauses that name them, and those that go on about them. */
export interface Segment {
  codes: readonly string[];
  said: string[];
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
    } else if (codes.length > 0 || waiting.length > 0) {
      segments.push({ codes: [...new Set([...waiting, ...codes])], said: [text] });
      waiting = [];
    } else goOn(segments, clause);
    ended = ENDS.test(text);
  }
  // 未完成：2.1-2、3.1-1
  const last = segments.at(-1);
  if (last?.said.at(-1)?.endsWith('、')) last.codes = [...last.codes, ...waiting];
  return segments;
}

/** What was said of a task in several places is one report of it. */
function joined(segments: readonly Segment[]): Segment[] {
  const byTask = new Map<string, Segment>();
  for (const { codes, said } of segments) {
    const key = codes.join(' ');
    const known = byTask.get(key);
    if (known === undefined) byTask.set(key, { codes, said: [...said] });
    else known.said.push(...said);
  }
  return [...byTask.values()];
}

/** What is said of each task that a message names; empty where it names none. */
export function segmentsOf(heard: Heard): Segment[] {
  const clauses = heard.clauses();
  const first = clauses.findIndex(({ codes }) => codes.length > 0);
  const before = clauses.slice(0, Math.max(first, 0));
  if (first < 0) return [];
  // What began with something else goes on about that, unless a code says otherwise.
  if (before.some(({ elsewhere }) => elsewhere) && !clauses.some(({ byCode }) => byCode)) return [];
  const [only, ...more] = joined(gather(clauses.slice(first)));
  if (only === undefined || more.length > 0) return only === undefined ? [] : [only, ...more];
  // 涉罪未成年人6名，帮教5名: figures said before the one task belong to it.
  const figures = before.map(({ text }) => text).filter((text) => /\d/.test(text));
  return [{ codes: only.codes, said: [...figures, ...only.said] }];
}
