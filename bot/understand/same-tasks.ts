import type { OpenTask } from './intent.ts';

/** A list of 65 tasks comes to some megabytes once it is indexed; villages mostly share theirs. */
const MOST_LISTS = 12;
const known = new Map<string, readonly OpenTask[]>();

/**
 * The same list as before where it says the same: what is made of a list of tasks (its index, its book of sounds) is kept
 * with the list, and what a unit has open seldom changes from one message to the next. Known by all that understanding
 * looks at, so that nobody need be told when a plan, a wording or a due day changes, in whichever process.
 */
export function sameTasks(tasks: readonly OpenTask[]): readonly OpenTask[] {
  const plain = tasks.map(({ code, title, measure, dueOn, unitOfMeasure = null, synonyms }) => ({
    code,
    title,
    measure,
    dueOn,
    unitOfMeasure,
    synonyms,
  }));
  const key = JSON.stringify(plain);
  const kept = known.get(key) ?? plain;
  known.delete(key);
  known.set(key, kept);
  const [oldest] = known.keys();
  if (known.size > MOST_LISTS && oldest !== undefined) known.delete(oldest);
  return kept;
}
