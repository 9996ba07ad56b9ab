/** One line of a unit's score: its state and its points (assessment.md, Total 1 and Missing values). */
import type { LineState } from '../../../db/vocabulary.ts';
import type { Value } from './data.ts';
import { type Exact, exactly, round, ZERO } from './exact.ts';
import { pointsOf, type Standings } from './points.ts';
import { type Indicator, roleOf, type Scheme } from './scheme.ts';
import type { TotalLine } from './total.ts';

/** A line while the score is made: exact, with what its explanation needs. */
export interface WorkingLine extends TotalLine {
  readonly indicator: Indicator;
  readonly state: LineState;
  readonly value: Value | undefined;
  readonly standings: Standings;
  /** The points before they were rounded. */
  readonly exact: Exact;
}

/** A value that has come in (已报). */
export type Come = Value & ({ readonly value: number | boolean } | { readonly marks: readonly number[] });

/** Has the value come in? */
export const hasCome = (value: Value | undefined): value is Come =>
  value !== undefined &&
  value.notApplicable !== true &&
  (value.value !== undefined || value.marks !== undefined);

/** The state of a line; `value` is undefined where nothing is said about it. */
export function stateOf(value: Value | undefined, { mode, asOf }: Pick<Scheme, 'mode' | 'asOf'>): LineState {
  if (value?.notApplicable === true) return 'notApplicable';
  if (hasCome(value)) return 'scored';
  const later = value?.dueOn !== undefined && value.dueOn > asOf;
  return mode === 'rolling' && later ? 'notDue' : 'missing';
}

/** Does a line in this state count (计入总分)? */
export const countsIn = (state: LineState): boolean => state === 'scored' || state === 'missing';

/** Scores one indicator for one unit: points are rounded here. A missing value gives 0 points and counts. */
export function scoreLine(
  scheme: Scheme,
  indicator: Indicator,
  value: Value | undefined,
  standings: Standings,
): WorkingLine {
  const state = stateOf(value, scheme);
  const exact = hasCome(value) ? pointsOf(indicator, value, standings) : ZERO;
  return {
    indicator,
    state,
    value,
    standings,
    exact,
    points: round(exact),
    role: roleOf(indicator.method),
    weight: exactly(indicator.weight),
    counts: countsIn(state),
  };
}

/** Does this line veto its unit (一票否决)? */
export const vetoes = ({ role, state, value }: WorkingLine): boolean =>
  role === 'veto' && state === 'scored' && value?.value === true;
