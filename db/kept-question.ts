import type { Database } from './open.ts';

/**
 * Keeps what is built of a question (`.prepare()`) for each database, since making SQL takes longer than many an answer.
 * `shape` names what the question is made up of, where that differs; the values go into its placeholders. A transaction
 * is a database of its own, for which it is built anew.
 */
export function keptQuestion<T>(
  build: (db: Database, shape: string) => T,
): (db: Database, shape?: string) => T {
  const kept = new WeakMap<Database, Map<string, T>>();
  return (db, shape = '') => {
    const shapes = kept.get(db) ?? new Map<string, T>();
    kept.set(db, shapes);
    const question = shapes.get(shape) ?? build(db, shape);
    shapes.set(shape, question);
    return question;
  };
}
