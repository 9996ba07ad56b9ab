/**
 * Exact decimal arithmetic (assessment.md, first lines): nothing is rounded until the rule names a rounding,
 * so a quotient is carried as numerator and denominator and divided once, at the end.
 */
import Big from 'big.js';

export type Decimal = Big;

/** Divide in these only, and hand out plain `Big`s: a decimal brings its constructor's rounding along. */
const Cents = Big();
Cents.DP = 2;
Cents.RM = Big.roundHalfUp;

const Wholes = Big();
Wholes.DP = 0;
Wholes.RM = Big.roundDown;

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

/** To 2 decimals, half up (四舍五入): 1.005 → 1.01. For what is not negative, as all points are. */
export const round = ({ num, den }: Quotient): Decimal => new Big(new Cents(num).div(den));

/** How often `part` goes into `all`, whole times only. Neither is negative. */
export const wholeTimes = (all: Decimal, part: Decimal): Decimal => new Big(new Wholes(all).div(part));

export const min = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);
export const max = (a: Decimal, b: Decimal): Decimal => (a.gt(b) ? a : b);
export const sum = (terms: readonly Decimal[]): Decimal => terms.reduce((all, term) => all.plus(term), ZERO);

/**
 * The JSON number of a decimal, with at most 2 decimals and no negative zero. What is beyond the range of JSON
 * numbers (a penalty of 1e308 points, twice) becomes the largest of them.
 */
export const toNumber = (d: Decimal): number => Math.min(round(quotient(d)).toNumber() + 0, Number.MAX_VALUE);
