/** Steps 2 and 3: a message in clauses (分句), each with the task that it names. */
import type { Clause, Heard } from './heard.ts';
import { strangeIn } from './strange.ts';
import { codesIn, type Fit, indexOf, tasksNamed } from './task-index.ts';

type Said = Pick<Heard, 'text' | 'hearing'>;

const CLAUSE =
  /(?<=[。;；!！\n])|(?<=[,，])(?!\s*(?:其中|占|即)|\d)|(?<=[,，、)])(?=(?:剩下|其中|另外)?(?:\d+[、.]\s?)?[1-9]\.\d{1,2}-\d)|(?=[1-9]\.\d{1,2}-\d)(?<=\d-\d{1,2}[^\n]{0,40}(?:%|[^\d\s、,，和及与跟第]\s))/;
const NUMBERING =
  /^\s*(?:\d{1,2}[、.)）]\s?(?!\d-)(?!\d{1,2}-)|[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）])\s*/;

/** A second task within this of the best makes it doubtful. */
const CLEARLY = 1.15;
/** From these weights on the words are a title's own, and bear more beside them. */
const STRONG = 8;
const TITLE = 10;

/** The task that words name clearly; null where none or several. */
export function clearest(fits: readonly Fit[]): Fit | null {
  const [best, second] = fits.filter(({ enough }) => enough);
  const [heaviest] = fits;
  if (best === undefined || heaviest === undefined || heaviest.weight > best.weight) return null;
  return second === undefined || best.weight >= second.weight * CLEARLY ? best : null;
}

/** Is the clause about something that only shares a word with the task? */
function isElsewhere(clause: string, { spans, weight }: Fit, { hearing }: Said): boolean {
  const { before, after, compound } = strangeIn(clause, spans, hearing);
  if (before > (weight >= TITLE ? 3 : 2) || after > (weight >= STRONG ? 7 : 5)) return true;
  return compound && weight < TITLE;
}

const AND = /[和、及与跟]/;

/** 台账更新和档案都弄完了: several tasks in one clause, each named clearly; null where it is not so. */
function severalIn(text: string, heard: Said): string[] | null {
  if (!AND.test(text)) return null;
  const index = indexOf(heard.hearing.tasks);
  const codes = new Set<string>();
  const parts = text.split(AND);
  for (const part of parts) {
    const fit = clearest(tasksNamed(part, index));
    if (fit === null || isElsewhere(part, fit, heard)) return null;
    codes.add(fit.code);
  }
  return codes.size === parts.length ? [...codes] : null;
}

function readClause(text: string, heard: Said): Clause {
  const index = indexOf(heard.hearing.tasks);
  const codes = codesIn(text).filter((code) => index.codes.has(code));
  if (codes.length > 0) return { text, codes, byCode: true, elsewhere: false, near: null };
  const several = severalIn(text, heard);
  if (several !== null) return { text, codes: several, byCode: false, elsewhere: false, near: null };
  const fit = clearest(tasksNamed(text, index));
  const elsewhere = fit !== null && isElsewhere(text, fit, heard);
  const named = fit === null || elsewhere ? [] : [fit.code];
  return { text, codes: named, byCode: false, elsewhere, near: elsewhere ? fit.code : null };
}

/** A message of a few clauses, none of which names a task, may name one as a whole: 台账弄好了，更新完毕. */
const FEW = 3;

/** The clauses of what was said. */
export function readClauses(heard: Said): Clause[] {
  const clauses = heard.text.split(CLAUSE).map((piece) => readClause(piece.replace(NUMBERING, ''), heard));
  if (clauses.length === 1 || clauses.length > FEW) return clauses;
  if (clauses.some(({ codes, elsewhere }) => elsewhere || codes.length > 0)) return clauses;
  return [readClause(heard.text, heard)];
}

/** The open tasks that the quoted message names. */
export function quoted({ quote, hearing }: Heard): string[] {
  if (quote === '') return [];
  const index = indexOf(hearing.tasks);
  const codes = codesIn(quote).filter((code) => index.codes.has(code));
  if (codes.length > 0) return codes;
  const named = clearest(tasksNamed(quote, index));
  return named === null ? [] : [named.code];
}

/** The one task that a message or its quote means; null where that is not clear. */
export function taskMeant(heard: Heard): string | null {
  const [code, ...more] = codesIn(heard.text);
  if (code !== undefined) {
    return more.length === 0 && indexOf(heard.hearing.tasks).codes.has(code) ? code : null;
  }
  const [named, ...others] = new Set(heard.clauses().flatMap(({ codes }) => codes));
  if (named !== undefined) return others.length === 0 ? named : null;
  const [from, ...rest] = quoted(heard);
  return from !== undefined && rest.length === 0 ? from : null;
}
