/** Step 3: which of the open tasks is meant (找任务): by code, or by the words of its title and synonyms. */
import { CODE_SHAPE } from './code.ts';
import type { OpenTask } from './intent.ts';
import { lastKept } from './lazy.ts';
import { CLASSIFIERS, COUNTED, KNOWN } from './lexicon.ts';
import { Trie } from './trie.ts';

/** An everyday wording of a task: all of its words must be said. */
interface Entry {
  code: string;
  words: readonly string[];
}

/** A word of synonyms, with the entries it stands in and the tasks they are of. */
interface Word {
  entries: Entry[];
  codes: Set<string>;
}

/** A part of a title, with the tasks that say it. */
interface Piece {
  codes: Set<string>;
  /** What it weighs; found when it is first met. */
  weight: number | null;
}

export interface TaskIndex {
  codes: ReadonlyMap<string, OpenTask>;
  /** Everything that a title says, whole or in part. */
  pieces: Trie<Piece>;
  synonyms: Trie<Word>;
}

/** A stretch of text that speaks of a task. */
interface Span {
  start: number;
  end: number;
  weight: number;
}

/** How well a text fits a task. */
export interface Fit {
  code: string;
  weight: number;
  /** What is said is enough to name the task, if no other fits as well. */
  enough: boolean;
  spans: readonly Span[];
}

const LONGEST_PIECE = 16;
/** The parts of a title name it by themselves from this weight on: 儿童之家, but not 机制. */
const ENOUGH = 5;

/** Does a title go on here with the end of a long word that any report may use? 老年人 are no 未成年人. */
const isTail = (title: string, at: number): boolean => (KNOWN.longest(title, at - 2)?.end ?? 0) - at === 2;

const built = new WeakMap<readonly OpenTask[], TaskIndex>();

function build(tasks: readonly OpenTask[]): TaskIndex {
  const pieces = new Trie<Piece>();
  const synonyms = new Trie<Word>();
  for (const { code, title, synonyms: wordings } of tasks) {
    for (let at = 0; at < title.length; at++) {
      if (isTail(title, at)) continue;
      pieces.addAll(
        title.slice(at, at + LONGEST_PIECE),
        () => ({ codes: new Set<string>(), weight: null }),
        ({ codes }) => codes.add(code),
      );
    }
    for (const wording of wordings) {
      const entry = { code, words: wording.split(' ').filter((word) => word !== '') };
      for (const word of entry.words) {
        const known = synonyms.add(word, { entries: [], codes: new Set() });
        known.entries.push(entry);
        known.codes.add(code);
      }
    }
  }
  return { codes: new Map(tasks.map((task) => [task.code, task])), pieces, synonyms };
}

/** The index of a unit's open tasks, made once for each list. */
export function indexOf(tasks: readonly OpenTask[]): TaskIndex {
  const kept = built.get(tasks);
  if (kept !== undefined) return kept;
  const made = build(tasks);
  built.set(tasks, made);
  return made;
}

/** 版本2.1-3 and 2.1-3号楼 are no codes of tasks. */
export const CODE = new RegExp(
  `(?<![\\d.]|版本?|[vV]|不是\\s?)(${CODE_SHAPE})(?!\\d|\\.\\d|号?[楼栋室])`,
  'g',
);
const RANGE = /([1-9]\d?\.\d{1,2})-(\d{1,2})\s?(?:到|至|~)\s?(?:\1-)?(\d{1,2})(?!\d|\s?[%成户])/g;

/** Every code that a text writes, open or not, in its order; a range 2.1-1到2.1-3 is written out. */
export function codesIn(text: string): string[] {
  if (!text.includes('-')) return [];
  const spread = text.replace(RANGE, (_, item: string, from: string, to: string) =>
    Array.from(
      { length: Math.max(0, Math.min(9, Number(to) - Number(from)) + 1) },
      (__, n) => `${item}-${Number(from) + n}`,
    ).join('、'),
  );
  return [...new Set(spread.match(CODE))];
}

/** A word weighs the more, the fewer of the open tasks know it. */
const rarity = (length: number, knownBy: number): number => length * (1 + 1 / knownBy);

/** A part of a title as it weighs: 建立 and 工作, as all work is called, say little. */
const weigh = (piece: string, knownBy: number): number =>
  rarity(piece.length, knownBy) * (piece.length < 5 && KNOWN.covers(piece) ? 0.5 : 1);

/** The parts of titles that a text says, each as long as it goes. */
function piecesIn(text: string, { pieces }: TaskIndex): (Span & { codes: ReadonlySet<string> })[] {
  const found: (Span & { codes: ReadonlySet<string> })[] = [];
  let reached = 0;
  for (let start = 0; start < text.length - 1; start++) {
    const longest = pieces.longest(text, start);
    if (longest === null || longest.end - start < 2 || longest.end <= reached) continue;
    // 三个人 counts people; it says nothing of 个人档案.
    if (CLASSIFIERS.has(text.charAt(start)) && COUNTED.test(text.charAt(start - 1))) continue;
    const { end, value: piece } = longest;
    reached = end;
    piece.weight ??= weigh(text.slice(start, end), piece.codes.size);
    found.push({ start, end, codes: piece.codes, weight: piece.weight });
  }
  return found;
}

/** The synonyms that a text says in full, with where. */
function synonymsIn(text: string, { synonyms }: TaskIndex): { code: string; spans: Span[] }[] {
  const found = synonyms.all(text);
  if (found.length === 0) return [];
  const said = new Map<string, Span>();
  const heard = new Map<Entry, number>();
  for (const {
    start,
    end,
    value: { entries, codes },
  } of found) {
    const word = text.slice(start, end);
    if (said.has(word)) continue;
    said.set(word, { start, end, weight: rarity(word.length, codes.size) });
    for (const entry of entries) heard.set(entry, (heard.get(entry) ?? 0) + 1);
  }
  return [...heard]
    .filter(([{ words }, count]) => count === words.length)
    .map(([{ code, words }]) => ({ code, spans: words.flatMap((word) => said.get(word) ?? []) }));
}

const within = (a: Span, b: Span): boolean =>
  a !== b &&
  a.start >= b.start &&
  a.end <= b.end &&
  (a.end - a.start < b.end - b.start || a.weight < b.weight);

/** The spans that stand in no other, each once. */
function outermost(spans: readonly Span[]): Span[] {
  const known = new Set<string>();
  return spans.filter((span) => {
    const place = `${span.start} ${span.end}`;
    if (spans.some((other) => within(span, other)) || known.has(place)) return false;
    known.add(place);
    return true;
  });
}

function fitsOf(text: string, index: TaskIndex): readonly Fit[] {
  const fits = new Map<string, { spans: Span[]; enough: boolean }>();
  const fitOf = (code: string) => {
    const fit = fits.get(code) ?? { spans: [], enough: false };
    fits.set(code, fit);
    return fit;
  };
  for (const { codes, ...span } of piecesIn(text, index))
    for (const code of codes) fitOf(code).spans.push(span);
  for (const { code, spans } of synonymsIn(text, index)) {
    const fit = fitOf(code);
    fit.spans.push(...spans);
    fit.enough = true;
  }
  return [...fits]
    .map(([code, { spans: all, enough }]) => {
      const spans = all.length === 1 ? all : outermost(all);
      const weight = spans.reduce((sum, span) => sum + span.weight, 0);
      return { code, weight, enough: enough || weight >= ENOUGH, spans };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** The tasks whose words a text says, best first. */
export const tasksNamed = lastKept(fitsOf);
