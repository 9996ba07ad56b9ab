/** Work that is not done twice (不重复计算). */

/** Made when it is first asked for, and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * The same function, which remembers its last answers, `many` of them: a message of one clause asks the same of clause and
 * whole.
 */
export function lastKept<A extends readonly unknown[], T>(
  make: (...asked: A) => T,
  many = 1,
): (...asked: A) => T {
  const last: { asked: A; value: T }[] = [];
  let next = 0;
  return (...asked) => {
    for (const known of last) if (known.asked.every((each, at) => each === asked[at])) return known.value;
    const value = make(...asked);
    last[next] = { asked, value };
    next = (next + 1) % many;
    return value;
  };
}
