/** From lines to the total (assessment.md, Total). */
import { type Exact, exactly, greater, lesser, minus, over, plus, round, sum, times, ZERO } from './exact.ts';
import type { Role } from './scheme.ts';

/** What the total needs to know of a line. */
export interface TotalLine {
  readonly role: Role;
  readonly weight: Exact;
  /** Rounded. */
  readonly points: Exact;
  /** Neither not applicable nor not due. */
  readonly counts: boolean;
}

export interface Total {
  /** Null where no weighted line counts. */
  readonly total: Exact | null;
  readonly scaled: Exact;
  readonly bonus: Exact;
  readonly penalty: Exact;
}

const pointsIn = (lines: readonly TotalLine[], role: Role): Exact =>
  sum(lines.filter((line) => line.role === role && line.counts).map((line) => line.points));

const weightIn = (lines: readonly TotalLine[]): Exact =>
  sum(lines.filter((line) => line.role === 'weighted').map((line) => line.weight));

/**
 * `total = max(0, scaled + bonus − penalty)`, where `scaled = round(S × A / W)` lifts the points of the lines that
 * count to the sum of all weights. `bonusCap` limits the bonuses together; undefined: no limit.
 */
export function totalOf(lines: readonly TotalLine[], bonusCap: number | undefined): Total {
  const s = pointsIn(lines, 'weighted');
  const w = weightIn(lines.filter((line) => line.counts));
  const a = weightIn(lines);
  const earned = pointsIn(lines, 'bonus');
  const bonus = bonusCap === undefined ? earned : lesser(earned, exactly(bonusCap));
  const penalty = pointsIn(lines, 'penalty');
  if (w.num === 0n) return { total: null, scaled: ZERO, bonus, penalty };
  const scaled = round(over(times(s, a), w));
  return { total: greater(ZERO, minus(plus(scaled, bonus), penalty)), scaled, bonus, penalty };
}
