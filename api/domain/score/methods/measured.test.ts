/** Methods that read a number: their properties, and each against a reckoning in whole hundredths of a point. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, exactly } from '../exact.ts';
import type { Method } from '../scheme.ts';
import { cents, halfUp, pointsFor } from './testing.ts';

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

function better(method: Method): 'higher' | 'lower' {
  switch (method.type) {
    case 'linear':
      return method.floor > method.target ? 'lower' : 'higher';
    case 'bands':
      return method.bands.some((band) => 'atMost' in band) ? 'lower' : 'higher';
    case 'shortfall':
    case 'surplus':
    case 'rank':
      return method.better;
    default:
      throw new Error(`${method.type} has no direction`);
  }
}

describe('methods that read a number', () => {
  test('more of a good thing never scores less', () => {
    fc.assert(
      fc.property(numberMethod, WEIGHT, HUNDREDTHS, HUNDREDTHS, (method, weight, a, b) => {
        const [worse, best] =
          better(method) === 'higher' ? [Math.min(a, b), Math.max(a, b)] : [Math.max(a, b), Math.min(a, b)];
        const low = pointsFor(method, weight, { value: worse / 100 });
        const high = pointsFor(method, weight, { value: best / 100 });
        expect(compare(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

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

  test('linear agrees with a reckoning in hundredths', () => {
    fc.assert(
      fc.property(WEIGHT, HUNDREDTHS, HUNDREDTHS, HUNDREDTHS, (w, floor, target, value) => {
        fc.pre(floor !== target);
        const sign = target > floor ? 1 : -1;
        const [way, gone] = [(target - floor) * sign, (value - floor) * sign];
        const expected = halfUp(100 * w * Math.min(way, Math.max(0, gone)), way);
        const method: Method = { type: 'linear', floor: floor / 100, target: target / 100 };
        expect(cents(method, w, { value: value / 100 })).toBe(expected);
      }),
    );
  });

  test('shortfall agrees with a reckoning in hundredths', () => {
    const per = fc.integer({ min: 1, max: 300 });
    const each = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(
        WEIGHT,
        HUNDREDTHS,
        per,
        each,
        fc.boolean(),
        HUNDREDTHS,
        (w, from, per, each, whole, value) => {
          const distance = Math.max(0, from - value);
          const left = whole
            ? halfUp(Math.max(0, 100 * w - each * Math.floor(distance / per)), 1)
            : halfUp(Math.max(0, 100 * w * per - each * distance), per);
          const method: Method = {
            type: 'shortfall',
            from: from / 100,
            per: per / 100,
            each: each / 100,
            whole,
            better: 'higher',
          };
          expect(cents(method, w, { value: value / 100 })).toBe(left);
        },
      ),
    );
  });

  test('a curve agrees with a reckoning in hundredths', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        WEIGHT,
        HUNDREDTHS,
        share,
        share,
        HUNDREDTHS,
        fc.integer({ min: 1, max: 400 }),
        (w, x0, s0, s1, value, width) => {
          const x1 = x0 + width;
          const at = Math.min(x1, Math.max(x0, value)) - x0;
          const expected = halfUp(w * (s0 * width + (s1 - s0) * at), width);
          const method: Method = {
            type: 'curve',
            points: [
              [x0 / 100, s0 / 100],
              [x1 / 100, s1 / 100],
            ],
          };
          expect(cents(method, w, { value: value / 100 })).toBe(expected);
        },
      ),
    );
  });

  test('a rising curve never gives less for more', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(shares, WEIGHT, HUNDREDTHS, HUNDREDTHS, (shares, w, a, b) => {
        const points = shares.toSorted((x, y) => x - y).map((share, i) => [i * 1.5, share / 100] as const);
        const method: Method = { type: 'curve', points };
        const low = pointsFor(method, w, { value: Math.min(a, b) / 100 });
        expect(compare(low, pointsFor(method, w, { value: Math.max(a, b) / 100 }))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
