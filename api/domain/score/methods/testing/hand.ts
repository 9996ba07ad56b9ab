/** What the tests of the methods share: points in hundredths, to compare with a reckoning by hand. */
import type { Value } from '../../data.ts';
import type { Exact } from '../../exact.ts';
import { pointsOf } from '../../points.ts';
import type { Indicator, Method } from '../../scheme.ts';

/** An indicator with this method. */
export const indicator = (method: Method, weight: number): Indicator => ({
  code: 'A',
  name: '指标',
  group: 'g',
  weight,
  method,
});

/** The points of one value, for a method that does not ask for places. */
export const pointsFor = (method: Method, weight: number, reached: Partial<Value>): Exact =>
  pointsOf(indicator(method, weight), { unit: 'u', indicator: 'A', ...reached }, new Map());

/** `num / den` rounded half up, for a `num` of at least 0 and a `den` above 0. */
export const halfUp = (num: number, den: number): number => Math.floor((2 * num + den) / (2 * den));
