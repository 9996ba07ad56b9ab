/** Ranks within a ranking group (assessment.md, Rank). */
import { compare, type Exact } from './exact.ts';

/** What ranking needs to know of a unit; `total` is null for a unit that has none. */
export interface Contender {
  readonly total: Exact | null;
  readonly vetoed: boolean;
}

interface Totalled {
  readonly total: Exact;
  readonly vetoed: boolean;
  readonly index: number;
}

/** Highest total first, and the vetoed after all others. 0 where two share a rank. */
const byRank = (a: Totalled, b: Totalled): number =>
  Number(a.vetoed) - Number(b.vetoed) || compare(b.total, a.total);

/**
 * The rank of each contender, in the order given: equal totals share a rank and the next one is skipped
 * (1, 2, 2, 4); vetoed units rank after all others; null without a total.
 */
export function ranksOf(contenders: readonly Contender[]): (number | null)[] {
  const ranks = contenders.map((): number | null => null);
  const totalled = contenders.flatMap(({ total, vetoed }, index): Totalled[] =>
    total === null ? [] : [{ total, vetoed, index }],
  );
  let shared = 1;
  totalled.sort(byRank).forEach((unit, place, all) => {
    const before = all[place - 1];
    if (before !== undefined && byRank(before, unit) !== 0) shared = place + 1;
    ranks[unit.index] = shared;
  });
  return ranks;
}
