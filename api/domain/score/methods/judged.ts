import { decimal, type Quotient, quotient, sum } from '../decimal.ts';
import type { Judged } from '../scheme.ts';

/** From so many marks on, one highest and one lowest are left out. */
const TRIM_FROM = 5;

/** The marks that count (有效评分), lowest first: with `trim` and 5 or more, without one highest and one lowest. */
export function countingMarks({ trim }: Judged, marks: readonly number[]): readonly number[] {
  const sorted = marks.toSorted((a, b) => a - b);
  return trim && sorted.length >= TRIM_FROM ? sorted.slice(1, -1) : sorted;
}

/** 评议法: `w × mean / outOf`. */
export function judgedPoints(method: Judged, weight: number, marks: readonly number[]): Quotient {
  const counting = countingMarks(method, marks);
  const all = sum(counting.map(decimal));
  return quotient(decimal(weight).times(all), decimal(counting.length).times(decimal(method.outOf)));
}
