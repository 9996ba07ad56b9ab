/** Methods that read a number, over numbers that no reckoning in hundredths can follow; the rest is in every-method.test.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, exactly } from '../exact.ts';
import type { Method } from '../scheme.ts';
import { pointsFor } from './testing/hand.ts';

const WEIGHT = fc.integer({ min: 0, max: 100 });
/** Values and thresholds in hundredths, so that the reckoning by hand stays in whole numbers. */
const HUNDREDTHS = fc.integer({ min: -300, max: 1500 });
const DIRECTION = fc.constantFrom('higher' as const, 'lower' as const);

const numberMethod: fc.Arbitrary<Method> = fc.oneof(
  fc
    .tuple(HUNDREDTHS, HUNDREDTHS, fc.option(HUNDREDTHS))
    .filter(([floor, target]) => floor !== target)
    .map(
      ([floor, target, cutoff]): Method => ({
        type: 'linear',
        floor: floor / 100,
        target: target / 100,
        ...(cutoff === null ? {} : { cutoff: cutoff / 100 }),
      }),
    ),
  fc
    .tuple(fc.boolean(), fc.uniqueArray(HUNDREDTHS, { minLength: 1, maxLength: 5 }))
    .map(([higher, thresholds]): Method => {
      const hardestFirst = thresholds.toSorted((a, b) => (higher ? b - a : a - b));
      const bands = hardestFirst.map((at, i) => {
        const share = 1 - i / 8;
        return higher ? { atLeast: at / 100, share } : { atMost: at / 100, share };
      });
      return { type: 'bands', bands };
    }),
  fc
    .record({
      from: HUNDREDTHS,
      per: fc.integer({ min: 1, max: 300 }),
      each: fc.integer({ min: 0, max: 500 }),
      whole: fc.boolean(),
      better: DIRECTION,
    })
    .map(
      ({ from, per, each, whole, better }): Method => ({
        type: 'shortfall',
        from: from / 100,
        per: per / 100,
        each: each / 100,
        whole,
        better,
      }),
    ),
);

describe('methods that read a number', () => {
  test('points lie between nothing and the weight, for any finite value', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(numberMethod, WEIGHT, any, (method, weight, value) => {
        const points = pointsFor(method, weight, { value });
        expect(compare(points, exactly(0))).toBeGreaterThanOrEqual(0);
        expect(compare(points, exactly(weight))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a share gives the same points in lowest terms or not', () => {
    const count = fc.integer({ min: 0, max: 500 });
    const of = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(numberMethod, WEIGHT, count, of, of, (method, weight, value, outOf, k) => {
        const one = pointsFor(method, weight, { value, outOf });
        const other = pointsFor(method, weight, { value: value * k, outOf: outOf * k });
        expect(compare(one, other)).toBe(0);
      }),
    );
  });
});
