import { type Decimal, decimal, type Quotient, quotient, ZERO } from '../decimal.ts';
import type { Band, Bands } from '../scheme.ts';

/** Does a value reach a band (入档)? */
export const reaches = (band: Band, value: Decimal): boolean =>
  'atLeast' in band ? value.gte(decimal(band.atLeast)) : value.lte(decimal(band.atMost));

/** What a band is worth in points, of a weight. */
export const worthOf = (band: Band, weight: number): Decimal =>
  'share' in band ? decimal(weight).times(decimal(band.share)) : decimal(band.points);

/** The best band that a value reaches; undefined where it reaches none. */
export function bestBand(bands: readonly Band[], weight: number, value: Decimal): Band | undefined {
  return bands
    .filter((band) => reaches(band, value))
    .reduce<Band | undefined>(
      (best, band) => (best !== undefined && worthOf(best, weight).gte(worthOf(band, weight)) ? best : band),
      undefined,
    );
}

/** 分档计分: `w × share` of the best band that the value reaches; none reached: 0. */
export function bandPoints(bands: Bands['bands'], weight: number, value: Decimal): Quotient {
  const band = bestBand(bands, weight, value);
  return quotient(band === undefined ? ZERO : worthOf(band, weight));
}
