import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  exactly,
  minus,
  over,
  plus,
  round,
  sum,
  times,
  toNumber,
  toText,
  wholePart,
} from './exact.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

test.each([
  [1.005, 1.01],
  [0.005, 0.01],
  [0.00499999, 0],
  [2.675, 2.68],
  [83.33, 83.33],
  [1e-300, 0],
  [-0, 0],
])('%s is rounded half up to %s', (n, cents) => {
  expect(toNumber(round(exactly(n)))).toBe(cents);
});

test('a number is the decimal that it is written as', () => {
  expect(compare(plus(exactly(0.1), exactly(0.2)), exactly(0.3))).toBe(0);
  expect(compare(sum([33.3, 33.3, 33.4].map(exactly)), exactly(100))).toBe(0);
  expect(toText(exactly(1.5e-7))).toBe('0.00000015');
  expect(toText(exactly(-12.5))).toBe('-12.5');
  expect(exactly(1e308).num).toBe(10n ** 308n);
});

test('a number read and said again is the same number', () => {
  fc.assert(
    fc.property(finite, (n) => {
      expect(Number(toText(exactly(n)))).toBe(n + 0);
    }),
  );
});

test('what is divided and multiplied back is unchanged, whatever the sign', () => {
  fc.assert(
    fc.property(
      finite,
      finite.filter((n) => n !== 0),
      (a, b) => {
        expect(compare(times(over(exactly(a), exactly(b)), exactly(b)), exactly(a))).toBe(0);
        expect(over(exactly(a), exactly(b)).den > 0n).toBe(true);
      },
    ),
  );
});

test('a rounded number is nearest, and the upper one where two are', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), (num, den) => {
      const off = minus(round({ num, den }), { num, den });
      const half = exactly(0.005);
      expect(compare(off, half)).toBeLessThanOrEqual(0);
      expect(compare(off, minus(exactly(0), half))).toBe(1);
    }),
  );
});

test('the whole part leaves less than one', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), (num, den) => {
      const rest = minus({ num, den }, wholePart({ num, den }));
      expect(compare(rest, exactly(0))).toBeGreaterThanOrEqual(0);
      expect(compare(rest, exactly(1))).toBe(-1);
    }),
  );
});

test('what no JSON number can hold is the largest that can', () => {
  expect(toNumber(times(exactly(1e308), exactly(9)))).toBe(Number.MAX_VALUE);
});

test('neither a division by zero nor what is not finite passes', () => {
  expect(() => over(exactly(1), exactly(-0))).toThrow(RangeError);
  expect(() => exactly(Number.NaN)).toThrow(RangeError);
  expect(() => exactly(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
