import { compare, type Exact, exactly, minus, over, plus, times } from '../exact.ts';
import type { Curve } from '../scheme.ts';

type Point = Curve['points'][number];

/** Where a value lies on a curve: at a point's share (on it, or flat beyond an end), or between two points. */
export type Place = { at: Point } | { from: Point; to: Point };

/** Finds a value's place on a curve. Throws where the curve has no points. */
export function placeOn(points: Curve['points'], value: Exact): Place {
  const next = points.findIndex(([x]) => compare(exactly(x), value) >= 0);
  const to = next === -1 ? points.at(-1) : points[next];
  if (to === undefined) throw new RangeError('a curve without points');
  const from = next > 0 ? points[next - 1] : undefined;
  return from === undefined || compare(exactly(to[0]), value) === 0 ? { at: to } : { from, to };
}

/** 折线计分: `w × share`, linear between the points, flat beyond both ends. */
export function curvePoints({ points }: Curve, weight: number, value: Exact): Exact {
  const place = placeOn(points, value);
  if ('at' in place) return times(exactly(weight), exactly(place.at[1]));
  const [x0, share0] = [exactly(place.from[0]), exactly(place.from[1])];
  const [x1, share1] = [exactly(place.to[0]), exactly(place.to[1])];
  const part = over(minus(value, x0), minus(x1, x0));
  return times(exactly(weight), plus(share0, times(minus(share1, share0), part)));
}
