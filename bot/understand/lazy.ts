/** Work that is not done twice (不重复计算). */

/** Made when it is first asked for, and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same function, which remembers its last answer: a message of one clause asks the same of clause and whole. */
export function lastKept<A extends readonly unknown[], T>(make: (...asked: A) => T): (...asked: A) => T {
  let last: { asked: A; value: T } | undefined;
  return (...asked) => {
    const known = last;
    if (known !== undefined && asked.every((each, at) => each === known.asked[at])) return known.value;
    const value = make(...asked);
    last = { asked, value };
    return value;
  };
}
