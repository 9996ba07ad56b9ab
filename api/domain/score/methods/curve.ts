import { decimal, type Quotient, quotient } from '../decimal.ts';
import type { Curve } from '../scheme.ts';

type Point = Curve['points'][number];

/** Where a value lies on a curve: at a point's share (on it, or flat beyond an end), or between two points. */
export type Place = { at: Point } | { from: Point; to: Point };

/** Finds a value's place on a curve. Throws where the curve has no points. */
export function placeOn(points: Curve['points'], value: number): Place {
  const next = points.findIndex(([x]) => x >= value);
  const to = next === -1 ? points.at(-1) : points[next];
  if (to === undefined) throw new RangeError('a curve without points');
  const from = next > 0 ? points[next - 1] : undefined;
  return from === undefined || value === to[0] ? { at: to } : { from, to };
}

/** 折线计分: `w × share`, linear between the points, flat beyond both ends. */
export function curvePoints({ points }: Curve, weight: number, value: number): Quotient {
  const w = decimal(weight);
  const place = placeOn(points, value);
  if ('at' in place) return quotient(w.times(decimal(place.at[1])));
  const [x0, share0] = [decimal(place.from[0]), decimal(place.from[1])];
  const [x1, share1] = [decimal(place.to[0]), decimal(place.to[1])];
  const width = x1.minus(x0);
  const rise = share1.minus(share0).times(decimal(value).minus(x0));
  return quotient(w.times(share0.times(width).plus(rise)), width);
}
