/** What a row of the bench found (performance.md): our figure beside its floor, taken in the same run. */

/** At least or at most so much: of the ratio where there is a floor, of our figure itself where there is none. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** What was measured, and whether it is good enough. */
export interface Measured {
  readonly what: string;
  /** `req/s`, `ms`, `KiB` … of both figures. */
  readonly unit: string;
  readonly ours: number;
  readonly floor: number | null;
  /** Ours over the floor, or our figure itself. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

/** What this machine has no means to measure, and why; no goal is missed by it. */
export interface Unmeasured {
  readonly what: string;
  readonly unmeasured: string;
}

export type Finding = Measured | Unmeasured;

const inWords = (goal: Goal, unit: string): string =>
  'atLeast' in goal ? `≥ ${goal.atLeast}${unit}` : `≤ ${goal.atMost}${unit}`;

const meets = (figure: number, goal: Goal): boolean =>
  'atLeast' in goal ? figure >= goal.atLeast : figure <= goal.atMost;

/** Our figure against the floor's. */
export function against(what: string, unit: string, ours: number, floor: number, goal: Goal): Measured {
  const ratio = ours / floor;
  return { what, unit, ours, floor, ratio, goal: inWords(goal, '×'), met: meets(ratio, goal) };
}

/** Our figure against a number that is the goal itself. */
export function absolute(what: string, unit: string, ours: number, goal: Goal): Measured {
  return {
    what,
    unit,
    ours,
    floor: null,
    ratio: ours,
    goal: inWords(goal, ` ${unit}`),
    met: meets(ours, goal),
  };
}

/** One row of the bench, which may find several things. */
export type Row = (arena: Arena) => Promise<Finding[]>;

/** Where a row does its work. */
export interface Arena {
  /** A PostgreSQL server on which a row makes a database of its own. */
  readonly databaseUrl: string;
  /** A folder that is taken away afterwards. */
  readonly folder: string;
  /** The part of a row's size to measure at, 1 unless asked for less; goals are meant at 1. */
  readonly scale: number;
}

/** The middle one, so that one disturbed round does not count. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How many milliseconds something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Times two things turn by turn, so that what disturbs the machine disturbs both; the median of each. */
export async function turnByTurn(
  rounds: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<{ ours: number; floor: number }> {
  const found = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    found.ours.push(await ours());
    found.floor.push(await floor());
  }
  return { ours: median(found.ours), floor: median(found.floor) };
}
