/** Who stands at the head and at the foot of a ranking; they are told by their type, not by medals. */
export type Band = 'top' | 'middle' | 'bottom';

const SHOWN = 3;

/**
 * The band of the row at `index` (from 0) among `count` rows in order of rank. In a short ranking the head is marked
 * before the foot, and a unit without rank is in neither.
 */
export function bandOf(index: number, count: number, rank: number | null): Band {
  if (rank === null || count < SHOWN * 2) return 'middle';
  if (index < SHOWN) return 'top';
  return index >= count - SHOWN ? 'bottom' : 'middle';
}
