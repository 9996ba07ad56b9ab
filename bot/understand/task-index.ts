/** Step 3: which of the open tasks is meant (找任务): by code, or by the words of its title and synonyms. */
import type { OpenTask } from './intent.ts';

export interface TaskIndex {
  codes: ReadonlyMap<string, OpenTask>;
  phrases: readonly Phrase[];
}

interface Phrase {
  code: string;
  /** All of these must be said. */
  words: readonly string[];
  weight: number;
}

/** How well a text fits a task. */
export interface Fit {
  code: string;
  weight: number;
}

const CODE = /(?<![\d.])([1-9]\.\d{1,2}-\d{1,2})(?!\d)/g;
const built = new WeakMap<readonly OpenTask[], TaskIndex>();

/** Words that most titles share weigh less: a phrase weighs the more, the fewer of the open tasks know it. */
function phrasesOf(tasks: readonly OpenTask[]): Phrase[] {
  const known = new Map<string, number>();
  const entries = tasks.flatMap(({ code, title, synonyms }) =>
    [...new Set([title, ...synonyms])].map((entry) => ({ code, words: entry.split(' ').filter((word) => word !== '') })),
  );
  for (const { words } of entries) for (const word of new Set(words)) known.set(word, (known.get(word) ?? 0) + 1);
  return entries.map(({ code, words }) => ({
    code,
    words,
    weight: words.reduce((sum, word) => sum + word.length * (1 + 1 / (known.get(word) ?? 1)), 0),
  }));
}

/** The index of a unit's open tasks, made once for each list. */
export function indexOf(tasks: readonly OpenTask[]): TaskIndex {
  const kept = built.get(tasks);
  if (kept !== undefined) return kept;
  const made = { codes: new Map(tasks.map((task) => [task.code, task])), phrases: phrasesOf(tasks) };
  built.set(tasks, made);
  return made;
}

/** Every code that a text writes, open or not, in its order; a range 2.1-1到2.1-3 is written out. */
export function codesIn(text: string): string[] {
  const spread = text.replace(
    /([1-9]\.\d{1,2})-(\d{1,2})\s?(?:到|至|~)\s?(?:\1-)?(\d{1,2})(?!\d)/g,
    (_, item: string, from: string, to: string) =>
      Array.from({ length: Math.max(0, Math.min(9, Number(to) - Number(from)) + 1) }, (__, n) => `${item}-${Number(from) + n}`).join('、'),
  );
  return [...new Set([...spread.matchAll(CODE)].map(([code]) => code))];
}

/** The tasks whose words a text says, best first; of one task the best phrase counts. */
export function tasksNamed(text: string, index: TaskIndex): Fit[] {
  const best = new Map<string, number>();
  for (const { code, words, weight } of index.phrases) {
    if (weight > (best.get(code) ?? 0) && words.every((word) => text.includes(word))) best.set(code, weight);
  }
  return [...best].map(([code, weight]) => ({ code, weight })).sort((a, b) => b.weight - a.weight);
}
