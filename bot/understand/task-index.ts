/** Step 3: which of the open tasks is meant (找任务): by code, or by the words of its title and synonyms. */
import type { OpenTask } from './intent.ts';

export interface TaskIndex {
  codes: ReadonlyMap<string, OpenTask>;
  phrases: readonly Phrase[];
  weights: ReadonlyMap<string, number>;
}

interface Phrase {
  code: string;
  /** All of these must be said. */
  words: readonly string[];
}

/** How well a text fits a task. */
export interface Fit {
  code: string;
  weight: number;
}

const CODE = /(?<![\d.])([1-9]\.\d{1,2}-\d{1,2})(?!\d)/g;
const built = new WeakMap<readonly OpenTask[], TaskIndex>();

/** Words that most titles share weigh less: a word weighs the more, the fewer of the open tasks know it. */
function weightsOf(phrases: readonly Phrase[]): ReadonlyMap<string, number> {
  const knownBy = new Map<string, Set<string>>();
  for (const { code, words } of phrases) {
    for (const word of words) knownBy.set(word, (knownBy.get(word) ?? new Set()).add(code));
  }
  return new Map([...knownBy].map(([word, codes]) => [word, word.length * (1 + 1 / codes.size)]));
}

const phrasesOf = (tasks: readonly OpenTask[]): Phrase[] =>
  tasks.flatMap(({ code, title, synonyms }) =>
    [...new Set([title, ...synonyms])].map((entry) => ({
      code,
      words: entry.split(' ').filter((word) => word !== ''),
    })),
  );

/** The index of a unit's open tasks, made once for each list. */
export function indexOf(tasks: readonly OpenTask[]): TaskIndex {
  const kept = built.get(tasks);
  if (kept !== undefined) return kept;
  const phrases = phrasesOf(tasks);
  const made = {
    codes: new Map(tasks.map((task) => [task.code, task])),
    phrases,
    weights: weightsOf(phrases),
  };
  built.set(tasks, made);
  return made;
}

/** Every code that a text writes, open or not, in its order; a range 2.1-1到2.1-3 is written out. */
export function codesIn(text: string): string[] {
  const spread = text.replace(
    /([1-9]\.\d{1,2})-(\d{1,2})\s?(?:到|至|~)\s?(?:\1-)?(\d{1,2})(?!\d)/g,
    (_, item: string, from: string, to: string) =>
      Array.from(
        { length: Math.max(0, Math.min(9, Number(to) - Number(from)) + 1) },
        (__, n) => `${item}-${Number(from) + n}`,
      ).join('、'),
  );
  return [...new Set([...spread.matchAll(CODE)].map(([code]) => code))];
}

/** The tasks whose words a text says, best first: all words of a task's fitting entries count, each once. */
export function tasksNamed(text: string, { phrases, weights }: TaskIndex): Fit[] {
  const said = new Map<string, Set<string>>();
  for (const { code, words } of phrases) {
    if (!words.every((word) => text.includes(word))) continue;
    const known = said.get(code) ?? new Set();
    for (const word of words) known.add(word);
    said.set(code, known);
  }
  const weightOf = (words: ReadonlySet<string>): number =>
    [...words]
      .filter((word) => ![...words].some((longer) => longer !== word && longer.includes(word)))
      .reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  return [...said]
    .map(([code, words]) => ({ code, weight: weightOf(words) }))
    .sort((a, b) => b.weight - a.weight);
}
