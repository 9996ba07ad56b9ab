/** Where one stands in a queue (待核验), while others come and go. */

/**
 * The place to look at: the one chosen, or, where that has left the queue, the one that took its place; the last where
 * it was the last. -1 in an empty queue.
 */
export function placeOf(ids: readonly number[], chosen: number | null, lastPlace: number): number {
  const found = chosen === null ? -1 : ids.indexOf(chosen);
  if (found >= 0) return found;
  return Math.min(Math.max(0, lastPlace), ids.length - 1);
}

/** One step on or back, not beyond the ends. */
export const stepFrom = (place: number, step: 1 | -1, count: number): number =>
  Math.min(Math.max(0, place + step), Math.max(0, count - 1));
