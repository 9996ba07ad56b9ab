import { compare, type Decimal, decimal, exactly, NOTHING, type Quotient, quotient } from '../decimal.ts';
import type { Band } from '../scheme.ts';

/** Does a value reach a band (入档)? */
export const reaches = (band: Band, value: Quotient): boolean =>
  'atLeast' in band ? compare(value, exactly(band.atLeast)) >= 0 : compare(value, exactly(band.atMost)) <= 0;

/** What a band is worth in points, of a weight. */
export const worthOf = (band: Band, weight: number): Decimal =>
  'share' in band ? decimal(weight).times(decimal(band.share)) : decimal(band.points);

/** The best band that a value reaches; undefined where it reaches none. */
export const bestBand = (bands: readonly Band[], weight: number, value: Quotient): Band | undefined =>
  bands
    .filter((band) => reaches(band, value))
    .toSorted((a, b) => worthOf(b, weight).cmp(worthOf(a, weight)))
    .at(0);

/** 分档计分: `w × share` of the best band that the value reaches; none reached: 0. */
export function bandPoints(bands: readonly Band[], weight: number, value: Quotient): Quotient {
  const band = bestBand(bands, weight, value);
  return band === undefined ? NOTHING : quotient(worthOf(band, weight));
}
