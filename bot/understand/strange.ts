/** How much of what is said neither its task nor any report speaks of (说的是不是别的事): 退役军人台账, 台账检查组. */
import { unitsIn } from './chatter.ts';
import { findDays } from './dates.ts';
import type { Heard } from './heard.ts';
import type { Hearing } from './intent.ts';
import { CLASSIFIERS, COUNTED, KNOWN } from './lexicon.ts';
import { type Fit, indexOf, tasksNamed } from './task-index.ts';

export interface Strange {
  /** Characters before the task's weightiest word: 退役军人台账. */
  before: number;
  /** Characters after it. */
  after: number;
  /** The task's word goes on as another: 档案馆, 宣传单. */
  compound: boolean;
}

const WORDLY = /[\p{Script=Han}A-Za-z]/u;
const NUMERAL = /[零〇一二两三四五六七八九十百千廿俩]/;

/** The place after what is known at a place of the text; the place itself where it is unknown. */
function knownFrom(text: string, at: number, { tasks }: Pick<Hearing, 'tasks'>): number {
  const word = KNOWN.longest(text, at);
  const piece = indexOf(tasks).pieces.longest(text, at);
  const end = Math.max(word?.end ?? at, piece !== null && piece.end - at > 1 ? piece.end : at);
  const char = text.charAt(at);
  if (end === at && CLASSIFIERS.has(char) && COUNTED.test(text.charAt(at - 1))) return at + 1;
  return end > at || (WORDLY.test(char) && !NUMERAL.test(char)) ? end : at + 1;
}

/** Which characters of a text are explained: by its task, by days, by names of units, by what all reports say. */
function explained(text: string, spans: Fit['spans'], hearing: Hearing): Uint8Array {
  const known = new Uint8Array(text.length);
  for (const { start, end } of spans) known.fill(1, start, end);
  for (const { at, length } of findDays(text, hearing.today)) known.fill(1, at, at + length);
  for (const { start, end } of unitsIn(text, hearing)) known.fill(1, start, end);
  let at = 0;
  while (at < text.length) {
    const end = known[at] === 1 ? at : knownFrom(text, at, hearing);
    known.fill(1, at, end);
    at = Math.max(end, at + 1);
  }
  return known;
}

/** Counts the characters of a text that nothing explains. `spans` are the words of its task; none where it names none. */
export function strangeIn(text: string, spans: Fit['spans'], hearing: Hearing): Strange {
  const known = explained(text, spans, hearing);
  const [heaviest] = [...spans].sort((a, b) => b.weight - a.weight);
  const first = heaviest?.start ?? text.length;
  let before = 0;
  let after = 0;
  for (let at = 0; at < known.length; at++) {
    if (known[at] === 1) continue;
    if (at < first) before++;
    else after++;
  }
  return { before, after, compound: spans.some(({ end }) => known[end] === 0) };
}

/** A clause that names a task may as well name something else: 档案室, 档案馆. */
interface Strangeness {
  /** Characters that neither the task nor any report explains. */
  most: number;
  compound: boolean;
}

/** How strange the clauses are that name a task; all that was said where none names one. */
export function strangenessOf({
  text,
  hearing,
  clauses,
}: Pick<Heard, 'text' | 'hearing' | 'clauses'>): Strangeness {
  const named = clauses().filter(({ codes }) => codes.length > 0);
  if (named.length === 0) return { most: strangeIn(text, [], hearing).before, compound: false };
  const parts = named.map(({ text: said, codes, byCode, strange, compound }) => {
    if (!byCode) return { most: strange, compound };
    const fits = tasksNamed(said, indexOf(hearing.tasks)).filter(({ code }) => codes.includes(code));
    const beside = strangeIn(
      said,
      fits.flatMap(({ spans }) => spans),
      hearing,
    );
    return { most: beside.before + beside.after, compound: beside.compound };
  });
  return {
    most: Math.max(...parts.map(({ most }) => most)),
    compound: parts.some(({ compound }) => compound),
  };
}
