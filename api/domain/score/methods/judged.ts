import { type Exact, exactly, over, sum, times } from '../exact.ts';
import type { Judged } from '../scheme.ts';

/** From so many marks on, one highest and one lowest are left out. */
const TRIM_FROM = 5;

/** The marks that count (有效评分), lowest first: with `trim` and 5 or more, without one highest and one lowest. */
export function countingMarks({ trim }: Judged, marks: readonly number[]): readonly number[] {
  const sorted = marks.toSorted((a, b) => a - b);
  return trim && sorted.length >= TRIM_FROM ? sorted.slice(1, -1) : sorted;
}

/** 评议法: `w × mean / outOf`. */
export function judgedPoints(method: Judged, weight: number, marks: readonly number[]): Exact {
  const counting = countingMarks(method, marks);
  const mean = over(sum(counting.map(exactly)), exactly(counting.length));
  return times(exactly(weight), over(mean, exactly(method.outOf)));
}
