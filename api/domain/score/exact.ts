/**
 * Exact arithmetic (assessment.md, first lines): every number is a quotient of two whole ones, so nothing is
 * rounded until the rule names a rounding, and 0.1 is one tenth.
 */

/** An exact number: `num / den`, `den` above 0. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

const CENTS = 100n;

/** A JSON number as the decimal that it is written as. Throws RangeError where it is not finite. */
export function exactly(n: number): Exact {
  if (Number.isSafeInteger(n)) return { num: BigInt(n), den: 1n };
  if (!Number.isFinite(n)) throw new RangeError(`not finite: ${n}`);
  const [digits = '', exponent = ''] = n.toExponential().split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const power = BigInt(exponent) - BigInt(fraction.length);
  const num = BigInt(whole + fraction);
  return power < 0n ? { num, den: 10n ** -power } : { num: num * 10n ** power, den: 1n };
}

export const ZERO = exactly(0);
export const ONE = exactly(1);

/** Two numbers over one denominator. */
function aligned(a: Exact, b: Exact): [a: bigint, b: bigint, den: bigint] {
  if (a.den === b.den) return [a.num, b.num, a.den];
  return [a.num * b.den, b.num * a.den, a.den * b.den];
}

/** `a + b`. */
export function plus(a: Exact, b: Exact): Exact {
  const [x, y, den] = aligned(a, b);
  return { num: x + y, den };
}

/** `a − b`. */
export function minus(a: Exact, b: Exact): Exact {
  const [x, y, den] = aligned(a, b);
  return { num: x - y, den };
}

/** `a × b`. */
export const times = (a: Exact, b: Exact): Exact => ({ num: a.num * b.num, den: a.den * b.den });

/** `a / b`. Throws RangeError where `b` is 0. */
export function over(a: Exact, b: Exact): Exact {
  if (b.num === 0n) throw new RangeError('division by zero');
  const sign = b.num < 0n ? -1n : 1n;
  return { num: a.num * b.den * sign, den: a.den * b.num * sign };
}

/** -1, 0 or 1, as `a` is less than, equal to or more than `b`. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The lesser of two. */
export const lesser = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
/** The greater of two. */
export const greater = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
/** The sum; 0 of nothing. */
export const sum = (terms: readonly Exact[]): Exact => terms.reduce(plus, ZERO);

/** The nearest of `parts` parts of one, half away from zero. */
function rounded({ num, den }: Exact, parts: bigint): Exact {
  const half = num < 0n ? -den : den;
  return { num: (2n * num * parts + half) / (2n * den), den: parts };
}

/** To 2 decimals, half up (四舍五入): 1.005 → 1.01. */
export const round = (x: Exact): Exact => rounded(x, CENTS);

/** To 4 decimals: for figures that are only said, never reckoned with. */
export const roundFine = (x: Exact): Exact => rounded(x, 10_000n);

/** The whole part, of what is not negative. */
export const wholePart = ({ num, den }: Exact): Exact => ({ num: num / den, den: 1n });

/**
 * All digits of a number that is a decimal (its denominator a power of ten): `0.955`, `-3`.
 * `places`: at least so many digits behind the point.
 */
export function toText({ num, den }: Exact, places = 0): string {
  const length = den.toString().length - 1;
  const digits = (num < 0n ? -num : num).toString().padStart(length + 1, '0');
  const whole = digits.slice(0, digits.length - length);
  const fraction = digits
    .slice(digits.length - length)
    .replace(/0+$/, '')
    .padEnd(places, '0');
  return `${num < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * The JSON number, with at most 2 decimals. What is beyond the range of JSON numbers (a penalty of 1e308 points,
 * twice) becomes the largest of them.
 */
export const toNumber = (x: Exact): number =>
  Math.min(Number(round(x).num) / Number(CENTS), Number.MAX_VALUE);
