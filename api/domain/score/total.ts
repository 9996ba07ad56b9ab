/** From lines to the total (assessment.md, Total). */
import { type Decimal, decimal, quotient, round, sum, ZERO } from './decimal.ts';
import type { Role } from './scheme.ts';

/** What the total needs to know of a line. */
export interface TotalLine {
  readonly role: Role;
  readonly weight: Decimal;
  /** Rounded. */
  readonly points: Decimal;
  /** Neither not applicable nor not due. */
  readonly counts: boolean;
}

export interface Total {
  /** Null where no weighted line counts. */
  readonly total: Decimal | null;
  readonly scaled: Decimal;
  readonly bonus: Decimal;
  readonly penalty: Decimal;
}

const pointsIn = (lines: readonly TotalLine[], role: Role): Decimal =>
  sum(lines.filter((line) => line.role === role && line.counts).map((line) => line.points));

const weightIn = (lines: readonly TotalLine[]): Decimal =>
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
  const bonus = bonusCap === undefined || earned.lte(decimal(bonusCap)) ? earned : decimal(bonusCap);
  const penalty = pointsIn(lines, 'penalty');
  if (w.eq(ZERO)) return { total: null, scaled: ZERO, bonus, penalty };
  const scaled = round(quotient(s.times(a), w));
  const total = scaled.plus(bonus).minus(penalty);
  return { total: total.lt(ZERO) ? ZERO : total, scaled, bonus, penalty };
}
