/**
 * Exact decimal arithmetic (assessment.md, first lines): nothing is rounded until the rule names a rounding,
 * so a quotient is carried as numerator and denominator and divided once, at the end.
 */
import Big from 'big.js';

export type Decimal = Big;

/** A decimal constructor that divides to so many decimals. What it makes would divide likewise: hand out `Big`s. */
function dividing(decimals: number, mode: 0 | 1) {
  const To = Big();
  To.DP = decimals;
  To.RM = mode;
  return ({ num, den }: Quotient): Decimal => new Big(new To(num).div(den));
}

/** A number as the decimal that it is written as: 0.1 is one tenth. Throws where it is not finite. */
export const decimal = (n: number): Decimal => new Big(n);

export const ZERO = decimal(0);
export const ONE = decimal(1);

/** An exact quotient; `den` is above 0. */
export interface Quotient {
  readonly num: Decimal;
  readonly den: Decimal;
}

/** `num / den`, undivided; the signs are moved so that the denominator is above 0. Throws where `den` is 0. */
export function quotient(num: Decimal, den: Decimal = ONE): Quotient {
  if (den.eq(ZERO)) throw new RangeError('division by zero');
  return den.gt(ZERO) ? { num, den } : { num: ZERO.minus(num), den: ZERO.minus(den) };
}

/** A number as a quotient. */
export const exactly = (n: number): Quotient => ({ num: decimal(n), den: ONE });

/** To 2 decimals, half up (四舍五入): 1.005 → 1.01. For what is not negative, as all points are. */
export const round = dividing(2, Big.roundHalfUp);

/** To 4 decimals: for figures that are only said, never reckoned with. */
export const roundFine = dividing(4, Big.roundHalfUp);

/** How often the denominator goes into the numerator, whole times only. For what is not negative. */
export const wholePart = dividing(0, Big.roundDown);

/** Below 0, 0 or above 0: how two quotients compare. */
export const compare = (a: Quotient, b: Quotient): -1 | 0 | 1 => a.num.times(b.den).cmp(b.num.times(a.den));

/** `a − b` */
export const minus = (a: Quotient, b: Quotient): Quotient =>
  a.den.eq(b.den)
    ? { num: a.num.minus(b.num), den: a.den }
    : { num: a.num.times(b.den).minus(b.num.times(a.den)), den: a.den.times(b.den) };

/** `a × d` */
export const times = (a: Quotient, d: Decimal): Quotient => ({ num: a.num.times(d), den: a.den });

/** `a / b`. Throws where `b` is 0. */
export const over = (a: Quotient, b: Quotient): Quotient => quotient(a.num.times(b.den), a.den.times(b.num));

export const lesser = (a: Quotient, b: Quotient): Quotient => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Quotient, b: Quotient): Quotient => (compare(a, b) >= 0 ? a : b);
export const NOTHING: Quotient = { num: ZERO, den: ONE };

export const sum = (terms: readonly Decimal[]): Decimal => terms.reduce((all, term) => all.plus(term), ZERO);

/**
 * The JSON number of a decimal, with at most 2 decimals and no negative zero. What is beyond the range of JSON
 * numbers (a penalty of 1e308 points, twice) becomes the largest of them.
 */
export const toNumber = (d: Decimal): number => Math.min(round(quotient(d)).toNumber() + 0, Number.MAX_VALUE);
