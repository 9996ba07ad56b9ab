/** How figures are said in an explanation (得分说明): numbers, points, shares. */
import { type Decimal, decimal, type Quotient, round } from '../decimal.ts';

const MOST_DECIMALS = 4;
/** A figure of more digits before the point than this is said in powers of ten. */
const MOST_DIGITS = 15;
const DIGITS_SAID = 6;

/** A decimal as people write it: at most 4 decimals, `约` before it where some were left out. */
export function plain(d: Decimal): string {
  const short = d.round(MOST_DECIMALS);
  const huge = d.e >= MOST_DIGITS || (short.eq(0) && !d.eq(0));
  const said = huge ? d.prec(DIGITS_SAID) : short;
  return `${said.eq(d) ? '' : '约'}${huge ? said.toExponential() : said.toFixed()}`;
}

/** Points with two decimals: `19.20分`. */
export const points = (d: Decimal): string => (d.e >= MOST_DIGITS ? `${plain(d)}分` : `${d.toFixed(2)}分`);

/** Points as a scheme states them: `20分`, `0.25分`. */
export const stated = (n: number): string => `${plain(decimal(n))}分`;

/** A share of one: `80%`. */
export const share = (n: number): string => `${plain(decimal(n).times(100))}%`;

/** How a reckoning ends: `= 19.20分`, or `≈` where it had to be rounded. */
export function outcome(exact: Quotient): string {
  const rounded = round(exact);
  return `${rounded.times(exact.den).eq(exact.num) ? '=' : '≈'} ${points(rounded)}`;
}

/** A quotient of two distances: `0.6` where it comes out even within 4 decimals, otherwise `(1.5 ÷ 7)`. */
export function ratio(num: Decimal, den: Decimal): string {
  const unit = den.times(decimal(1 / 10 ** MOST_DECIMALS));
  return num.mod(unit).eq(0)
    ? plain(num.div(unit).times(decimal(1 / 10 ** MOST_DECIMALS)))
    : `(${plain(num)} ÷ ${plain(den)})`;
}
