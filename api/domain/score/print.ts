/** A score as it is printed: JSON numbers with at most 2 decimals (assessment.md, Command). */
import type { Line, Unit, UnitResult } from './data.ts';
import { toNumber } from './exact.ts';
import type { WorkingLine } from './line.ts';
import type { Scheme } from './scheme.ts';
import type { Total } from './total.ts';
import { whyOf } from './why/why.ts';

/** A unit while its group is scored. */
export interface Working extends Total {
  readonly unit: Unit;
  readonly lines: readonly WorkingLine[];
  readonly vetoed: boolean;
}

const printLine = (line: WorkingLine, scheme: Scheme): Line => ({
  indicator: line.indicator.code,
  state: line.state,
  weight: toNumber(line.weight),
  points: toNumber(line.points),
  why: whyOf(line, scheme),
});

/** The result of one unit. */
export const printUnit = (
  { unit, total, scaled, bonus, penalty, vetoed, lines }: Working,
  rank: number | null,
  grade: string | null,
  scheme: Scheme,
): UnitResult => ({
  unit: unit.key,
  group: unit.group,
  total: total === null ? null : toNumber(total),
  scaled: toNumber(scaled),
  bonus: toNumber(bonus),
  penalty: toNumber(penalty),
  rank,
  grade,
  vetoed,
  lines: lines.map((line) => printLine(line, scheme)),
});
