/** What the tests of the methods share: figures in hundredths, and points to compare with a reckoning by hand. */
import fc from 'fast-check';
import type { Value } from '../data.ts';
import { type Exact, round } from '../exact.ts';
import { pointsOf } from '../points.ts';
import type { Indicator, Method } from '../scheme.ts';

/** A weight in points. */
export const WEIGHT = fc.integer({ min: 0, max: 100 });
/** Values and thresholds in hundredths, so that the reckoning by hand stays in whole numbers. */
export const HUNDREDTHS = fc.integer({ min: -300, max: 1500 });
/** Which way is good. */
export const DIRECTION = fc.constantFrom('higher' as const, 'lower' as const);

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

/** Points in whole hundredths, rounded. */
export const cents = (method: Method, weight: number, reached: Partial<Value>): number =>
  Number(round(pointsFor(method, weight, reached)).num);

/** `num / den` rounded half up, for a `num` of at least 0 and a `den` above 0. */
export const halfUp = (num: number, den: number): number => Math.floor((2 * num + den) / (2 * den));
