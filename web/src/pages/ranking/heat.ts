/** The lines of a score as a heat map (热力图): how much of its weight each line gained. */
import type { RankingRow, ScoreLine } from '../../api.ts';

/** Where a new step of colour begins, in shares of the weight; most units stand near the top, so it is finer there. */
const STEPS = [0.6, 0.75, 0.9, 1];

/**
 * The step of colour of a line, 0 (little gained) to 4 (all of it). Null where there is nothing to compare with: a
 * line without weight, or one that was not scored.
 */
export function heatOf({
  state,
  weight,
  points,
}: Pick<ScoreLine, 'state' | 'weight' | 'points'>): number | null {
  if (weight <= 0 || (state !== 'scored' && state !== 'missing')) return null;
  return STEPS.filter((from) => points / weight >= from).length;
}

/** The indicators of a group in the scheme's order: the columns. */
export function columnsOf(rows: readonly RankingRow[]): { code: string; name: string; weight: number }[] {
  const seen = new Map<string, { code: string; name: string; weight: number }>();
  for (const { lines } of rows) {
    for (const { indicator, name, weight } of lines) {
      if (!seen.has(indicator)) seen.set(indicator, { code: indicator, name, weight });
    }
  }
  return [...seen.values()];
}

/** The rows by one indicator's points, the most first; by rank, as they came, where none is named. */
export function sortRows(rows: readonly RankingRow[], indicator: string | undefined): RankingRow[] {
  if (indicator === undefined) return [...rows];
  const points = (row: RankingRow): number =>
    row.lines.find((line) => line.indicator === indicator)?.points ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => points(b) - points(a));
}
