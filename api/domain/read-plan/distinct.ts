/** The first of each that have the same key, in order. */
export function distinctBy<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = keyOf(each);
    return !seen.has(key) && seen.add(key);
  });
}
