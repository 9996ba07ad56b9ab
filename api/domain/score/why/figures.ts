/** How figures are said in an explanation (得分说明): numbers, points, shares. */
import {
  compare,
  type Decimal,
  decimal,
  exactly,
  type Quotient,
  quotient,
  round,
  roundFine,
  times,
} from '../decimal.ts';

/** A figure of more digits before the point than this, or of nothing but zeros behind it, is said in powers of ten. */
const MOST_DIGITS = 15;
const DIGITS_SAID = 6;

/** A figure as people write it: at most 4 decimals, `约` before it where some were left out. */
export function plain(q: Quotient): string {
  const fine = roundFine(q);
  const beyondWriting = fine.e >= MOST_DIGITS || (fine.eq(0) && !q.num.eq(0));
  const said = beyondWriting ? q.num.div(q.den).prec(DIGITS_SAID) : fine;
  const exact = compare(quotient(said), q) === 0;
  return `${exact ? '' : '约'}${beyondWriting ? said.toExponential() : said.toFixed()}`;
}

/** A number of the scheme or of the data as people write it. */
export const number = (n: number): string => plain(exactly(n));

/** Points with two decimals: `19.20分`. */
export const points = (d: Decimal): string =>
  d.e >= MOST_DIGITS ? `${plain(quotient(d))}分` : `${d.toFixed(2)}分`;

/** Points as a scheme states them: `20分`, `0.25分`. */
export const stated = (n: number): string => `${number(n)}分`;

/** A share of one: `80%`. */
export const share = (n: number): string => `${plain(times(exactly(n), decimal(100)))}%`;

/** How a reckoning ends: `= 19.20分`, or `≈` where it had to be rounded. */
export function outcome(exact: Quotient): string {
  const rounded = round(exact);
  return `${compare(quotient(rounded), exact) === 0 ? '=' : '≈'} ${points(rounded)}`;
}
