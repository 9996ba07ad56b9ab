/** What is known now of a past day against what was known then (按现在口径 / 按当时口径), unit by unit. */
import type { Line, UnitResult } from './data.ts';

/** A line that came out differently; a side is null where its scheme has no such indicator. */
export interface LineRevision {
  readonly indicator: string;
  readonly was: Line | null;
  readonly is: Line | null;
}

export interface UnitRevision<Unit> {
  readonly unit: Unit;
  readonly total: readonly [was: number | null, is: number | null];
  readonly rank: readonly [was: number | null, is: number | null];
  readonly lines: readonly LineRevision[];
}

const differ = (a: Line | null, b: Line | null): boolean =>
  a?.state !== b?.state || a?.points !== b?.points || a?.weight !== b?.weight || a?.why !== b?.why;

/** The units that stand differently, or whose lines do, in the order of what is known now. */
export function revisionsOf<Result extends UnitResult>(
  then: readonly Result[],
  now: readonly Result[],
): UnitRevision<Result>[] {
  const before = new Map(then.map((result) => [result.unit, result]));
  return now
    .map((result): UnitRevision<Result> => {
      const old = before.get(result.unit);
      const codes = new Set([...result.lines, ...(old?.lines ?? [])].map(({ indicator }) => indicator));
      const lines = [...codes].map(
        (indicator): LineRevision => ({
          indicator,
          was: old?.lines.find((line) => line.indicator === indicator) ?? null,
          is: result.lines.find((line) => line.indicator === indicator) ?? null,
        }),
      );
      return {
        unit: result,
        total: [old?.total ?? null, result.total],
        rank: [old?.rank ?? null, result.rank],
        lines: lines.filter((line) => differ(line.was, line.is)),
      };
    })
    .filter(({ total, rank, lines }) => lines.length > 0 || total[0] !== total[1] || rank[0] !== rank[1]);
}
