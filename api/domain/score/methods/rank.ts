import { decimal, max, type Quotient, quotient, ZERO } from '../decimal.ts';
import type { Direction, Ranked } from '../scheme.ts';
import { bandPoints } from './bands.ts';

/** Where a value stands among the group's values (名次): the first place of its ties, and how many they are. */
export interface Standing {
  readonly first: number;
  readonly ties: number;
  /** How many values there are (`n`). */
  readonly of: number;
}

/** The standing of every value that the group's units have on an indicator. */
export function standings(values: readonly number[], better: Direction): ReadonlyMap<number, Standing> {
  const sorted = values.toSorted((a, b) => (better === 'higher' ? b - a : a - b));
  const found = new Map<number, Standing>();
  sorted.forEach((value, index) => {
    const { first, ties } = found.get(value) ?? { first: index + 1, ties: 0 };
    found.set(value, { first, ties: ties + 1, of: sorted.length });
  });
  return found;
}

/** The place: the mean of the places that equal values share, so it may end in a half. */
export const placeOf = ({ first, ties }: Standing): number => first + (ties - 1) / 2;

/**
 * 名次计分: `w × (n − place) / (n − 1)`, with `n = 1`: `w`.
 * With `each`: `max(0, w − each × (place − 1))`. With `bands`: the best band that the place reaches.
 */
export function rankPoints(method: Ranked, weight: number, standing: Standing): Quotient {
  const w = decimal(weight);
  const place = decimal(placeOf(standing));
  if (method.bands !== undefined) return bandPoints(method.bands, weight, place);
  if (method.each !== undefined) {
    return quotient(max(ZERO, w.minus(decimal(method.each).times(place.minus(decimal(1))))));
  }
  if (standing.of === 1) return quotient(w);
  return quotient(w.times(decimal(standing.of).minus(place)), decimal(standing.of - 1));
}
