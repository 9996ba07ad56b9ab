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
export function lastKept<A, B, T>(make: (a: A, b: B) => T): (a: A, b: B) => T {
  let last: { a: A; b: B; value: T } | undefined;
  return (a, b) => {
    if (last === undefined || last.a !== a || last.b !== b) last = { a, b, value: make(a, b) };
    return last.value;
  };
}
