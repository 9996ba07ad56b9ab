import { compare, type Exact, exactly, greater, minus, ONE, over, times, ZERO } from '../exact.ts';
import type { Direction, Ranked } from '../scheme.ts';
import { bandPoints } from './bands.ts';

/** Where a unit's value stands among its group's (名次): the first place of its ties, and how many they are. */
export interface Standing {
  readonly first: number;
  readonly ties: number;
  /** How many units have a value (`n`). */
  readonly of: number;
}

interface Reached {
  readonly unit: string;
  readonly value: Exact;
}

/** Where each unit stands, by its key, among the units of the group that have a value. */
export function standingsOf(values: readonly Reached[], better: Direction): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const ties of tiesOf(values, better)) {
    const first = standings.size + 1;
    for (const { unit } of ties) standings.set(unit, { first, ties: ties.length, of: values.length });
  }
  return standings;
}

/** The values in sets of equal ones, best first. */
function tiesOf(values: readonly Reached[], better: Direction): readonly (readonly Reached[])[] {
  const sign = better === 'higher' ? -1 : 1;
  const sets: Reached[][] = [];
  for (const each of values.toSorted((a, b) => sign * compare(a.value, b.value))) {
    const ties = sets.at(-1);
    if (ties?.[0] && compare(ties[0].value, each.value) === 0) ties.push(each);
    else sets.push([each]);
  }
  return sets;
}

/** The place: the mean of the places that equal values share, so it may end in a half. */
export const placeOf = ({ first, ties }: Standing): Exact => exactly(first + (ties - 1) / 2);

/**
 * 名次计分: `w × (n − place) / (n − 1)`, with `n = 1`: `w`.
 * With `each`: `max(0, w − each × (place − 1))`. With `bands`: the best band that the place reaches.
 */
export function rankPoints(method: Ranked, weight: number, standing: Standing): Exact {
  const w = exactly(weight);
  const place = placeOf(standing);
  if (method.bands !== undefined) return bandPoints(method.bands, weight, place);
  if (method.each !== undefined) {
    return greater(ZERO, minus(w, times(exactly(method.each), minus(place, ONE))));
  }
  const n = exactly(standing.of);
  if (standing.of === 1) return w;
  return times(w, over(minus(n, place), minus(n, ONE)));
}
