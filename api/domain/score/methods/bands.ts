import { compare, type Exact, exactly, times, ZERO } from '../exact.ts';
import type { Band } from '../scheme.ts';

/** Does a value reach a band (入档)? */
export const reaches = (band: Band, value: Exact): boolean =>
  'atLeast' in band ? compare(value, exactly(band.atLeast)) >= 0 : compare(value, exactly(band.atMost)) <= 0;

/** What a band is worth in points, of a weight. */
const worthOf = (band: Band, weight: number): Exact =>
  'share' in band ? times(exactly(weight), exactly(band.share)) : exactly(band.points);

/** The best band that a value reaches; undefined where it reaches none. */
export const bestBand = (bands: readonly Band[], weight: number, value: Exact): Band | undefined =>
  bands
    .filter((band) => reaches(band, value))
    .toSorted((a, b) => compare(worthOf(b, weight), worthOf(a, weight)))
    .at(0);

/** 分档计分: `w × share` of the best band that the value reaches; none reached: 0. */
export function bandPoints(bands: readonly Band[], weight: number, value: Exact): Exact {
  const band = bestBand(bands, weight, value);
  return band === undefined ? ZERO : worthOf(band, weight);
}
