/** Methods that count, judge or rank: each against a reckoning in whole hundredths of a point. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../data.ts';
import { exactly, round } from '../exact.ts';
import { pointsOf } from '../points.ts';
import type { Method } from '../scheme.ts';
import { standingsOf } from './rank.ts';
import { cents, halfUp, indicator } from './testing.ts';

const WEIGHT = fc.integer({ min: 0, max: 100 });
/** Values and thresholds in hundredths, so that the reckoning by hand stays in whole numbers. */
const HUNDREDTHS = fc.integer({ min: -300, max: 1500 });
const DIRECTION = fc.constantFrom('higher' as const, 'lower' as const);

describe('methods that count', () => {
  const count = fc.integer({ min: 0, max: 40 });
  const each = fc.integer({ min: 0, max: 700 });
  const cap = fc.integer({ min: 0, max: 2000 });

  test('deduct takes so much for each, down to nothing, and no more than its cap', () => {
    fc.assert(
      fc.property(WEIGHT, each, count, fc.option(cap), (w, each, value, cap) => {
        const method: Method = {
          type: 'deduct',
          each: each / 100,
          ...(cap === null ? {} : { cap: cap / 100 }),
        };
        const taken = Math.min(each * value, cap ?? Number.MAX_SAFE_INTEGER);
        expect(cents(method, w, { value })).toBe(Math.max(0, 100 * w - taken));
      }),
    );
  });

  test('bonus and penalty put on so much for each, up to the cap', () => {
    fc.assert(
      fc.property(each, count, cap, (each, value, cap) => {
        const expected = Math.min(each * value, cap);
        for (const type of ['bonus', 'penalty'] as const) {
          expect(cents({ type, each: each / 100, cap: cap / 100 }, 0, { value })).toBe(expected);
        }
        expect(cents({ type: 'penalty', each: each / 100 }, 0, { value })).toBe(each * value);
      }),
    );
  });

  test('surplus pays for what lies beyond, never for what falls short', () => {
    fc.assert(
      fc.property(HUNDREDTHS, HUNDREDTHS, cap, DIRECTION, (from, value, cap, better) => {
        const beyond = Math.max(0, better === 'higher' ? value - from : from - value);
        const method: Method = {
          type: 'surplus',
          from: from / 100,
          per: 0.01,
          each: 0.01,
          whole: false,
          better,
          cap: cap / 100,
        };
        expect(cents(method, 0, { value: value / 100 })).toBe(Math.min(beyond, cap));
      }),
    );
  });

  test('met is the weight or nothing', () => {
    fc.assert(
      fc.property(WEIGHT, fc.boolean(), (w, value) => {
        expect(cents({ type: 'met' }, w, { value })).toBe(value ? 100 * w : 0);
      }),
    );
  });
});

describe('judged', () => {
  const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 });

  test('is the mean, without one highest and one lowest from five marks on where trimmed', () => {
    fc.assert(
      fc.property(WEIGHT, marks, fc.boolean(), (w, marks, trim) => {
        const sorted = marks.toSorted((a, b) => a - b);
        const counting = trim && marks.length >= 5 ? sorted.slice(1, -1) : sorted;
        const all = counting.reduce((a, b) => a + b, 0);
        expect(cents({ type: 'judged', outOf: 100, trim }, w, { marks })).toBe(
          halfUp(w * all, counting.length),
        );
      }),
    );
  });

  test('does not depend on who marked first', () => {
    fc.assert(
      fc.property(marks, fc.boolean(), (marks, trim) => {
        const method: Method = { type: 'judged', outOf: 100, trim };
        expect(cents(method, 20, { marks })).toBe(cents(method, 20, { marks: marks.toReversed() }));
      }),
    );
  });
});

describe('rank', () => {
  const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });

  /** Points in hundredths of each value, in the order given. */
  function ranked(method: Extract<Method, { type: 'rank' }>, w: number, values: readonly number[]): number[] {
    const reached = values.map((value, i): Value => ({ unit: `u${i}`, indicator: 'A', value }));
    const standings = standingsOf(
      reached.map(({ unit }, i) => ({ unit, value: exactly(values[i] ?? 0) })),
      method.better,
    );
    return reached.map((value) => Number(round(pointsOf(indicator(method, w), value, standings)).num));
  }

  test('agrees with counting those who are better and those who are equal', () => {
    fc.assert(
      fc.property(WEIGHT, values, DIRECTION, (w, values, better) => {
        const n = values.length;
        const expected = values.map((value) => {
          const ahead = values.filter((other) =>
            better === 'higher' ? other > value : other < value,
          ).length;
          const equal = values.filter((other) => other === value).length;
          // Twice the place: the mean of ahead + 1 … ahead + equal.
          const twice = 2 * ahead + equal + 1;
          return n === 1 ? 100 * w : halfUp(100 * w * (2 * n - twice), 2 * (n - 1));
        });
        expect(ranked({ type: 'rank', better }, w, values)).toEqual(expected);
      }),
    );
  });

  test('with a step for each place, nobody falls below nothing and the first has all', () => {
    fc.assert(
      fc.property(values, (values) => {
        const points = ranked({ type: 'rank', better: 'higher', each: 0.5 }, 3, values);
        expect(Math.min(...points)).toBeGreaterThanOrEqual(0);
        const first = values.filter((value) => value === Math.max(...values)).length;
        expect(Math.max(...points)).toBe(Math.max(0, 300 - 25 * (first - 1)));
      }),
    );
  });

  test('of all units together, the points are half the weight each', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 11 }), (values) => {
        const n = values.length;
        const all = ranked({ type: 'rank', better: 'lower' }, (n - 1) * 2, values).reduce((a, b) => a + b, 0);
        expect(all).toBe(100 * n * (n - 1));
      }),
    );
  });
});
