import { compare, decimal, exactly, minus, over, type Quotient, quotient, times } from '../decimal.ts';
import type { Curve } from '../scheme.ts';

type Point = Curve['points'][number];

/** Where a value lies on a curve: at a point's share (on it, or flat beyond an end), or between two points. */
export type Place = { at: Point } | { from: Point; to: Point };

/** Finds a value's place on a curve. Throws where the curve has no points. */
export function placeOn(points: Curve['points'], value: Quotient): Place {
  const next = points.findIndex(([x]) => compare(exactly(x), value) >= 0);
  const to = next === -1 ? points.at(-1) : points[next];
  if (to === undefined) throw new RangeError('a curve without points');
  const from = next > 0 ? points[next - 1] : undefined;
  return from === undefined || compare(exactly(to[0]), value) === 0 ? { at: to } : { from, to };
}

/** 折线计分: `w × share`, linear between the points, flat beyond both ends. */
export function curvePoints({ points }: Curve, weight: number, value: Quotient): Quotient {
  const place = placeOn(points, value);
  if ('at' in place) return quotient(decimal(weight).times(decimal(place.at[1])));
  const [x0, share0] = place.from;
  const [x1, share1] = place.to;
  const part = over(minus(value, exactly(x0)), minus(exactly(x1), exactly(x0)));
  const rise = times(part, decimal(share1).minus(decimal(share0)));
  const share = quotient(decimal(share0).times(rise.den).plus(rise.num), rise.den);
  return times(share, decimal(weight));
}
