/** What the findings of an inspection add up to (检查情况), and whether it can be completed. */
import type { Day, Verdict } from '../../../db/vocabulary.ts';

/** An item of the check list with what was found on it; null where nothing is yet. */
export interface Checked {
  item: number;
  weight: number | null;
  verdict: Verdict | null;
}

export interface Tally {
  met: number;
  unmet: number;
  notApplicable: number;
  /** The items that nothing was found on yet. */
  unanswered: number[];
  /** Points of the items met, and of all that apply; null where the list has none. */
  points: { reached: number; of: number } | null;
}

/** Counts the findings. Order does not matter. */
export function tally(checked: readonly Checked[]): Tally {
  const having = (verdict: Verdict | null) => checked.filter((each) => each.verdict === verdict);
  const worth = (some: readonly Checked[]): number =>
    some.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const [met, unmet] = [having('met'), having('unmet')];
  return {
    met: met.length,
    unmet: unmet.length,
    notApplicable: having('notApplicable').length,
    unanswered: having(null).map(({ item }) => item),
    points: checked.some(({ weight }) => weight !== null)
      ? { reached: worth(met), of: worth(met) + worth(unmet) }
      : null,
  };
}

/** Why an inspection cannot be completed: its day is yet to come · items are unanswered · no item applies. */
export type Lack = 'notYet' | 'unanswered' | 'nothingApplies';

/** What an inspection still lacks on a day; null where it can be completed. */
export function lackOf({ met, unmet, unanswered }: Tally, heldOn: Day, today: Day): Lack | null {
  if (heldOn > today) return 'notYet';
  if (unanswered.length > 0) return 'unanswered';
  return met + unmet === 0 ? 'nothingApplies' : null;
}
