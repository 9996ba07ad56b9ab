/** How figures are said in an explanation (得分说明): numbers, points, shares. */
import { compare, type Exact, exactly, round, roundFine, times, toText } from '../exact.ts';

/** From so many digits before the point on, a figure is said in powers of ten. */
const MANY_DIGITS = 16;
const DIGITS_SAID = 5;
const HUNDRED = exactly(100);

/** A figure as people write it: at most 4 decimals, `约` before it where some were left out. */
export function plain(x: Exact): string {
  const fine = roundFine(x);
  const said = shortened(toText(fine));
  return compare(fine, x) === 0 && !said.includes('×') ? said : `约${said}`;
}

/** A very long number as `1.7×10^308`. */
function shortened(text: string): string {
  if (text.length < MANY_DIGITS) return text;
  const [sign, whole = ''] = text.startsWith('-') ? ['-', text.slice(1)] : ['', text];
  const digits = whole.split('.')[0] ?? '';
  if (digits.length < MANY_DIGITS) return text;
  return `${sign}${digits[0]}.${digits.slice(1, DIGITS_SAID)}×10^${digits.length - 1}`;
}

/** A number of the scheme or of the data as people write it. */
export const number = (n: number): string => plain(exactly(n));

/** Points with two decimals: `19.20分`. */
export const points = (x: Exact): string => `${shortened(toText(round(x), 2))}分`;

/** Points as a scheme states them: `20分`, `0.25分`. */
export const stated = (n: number): string => `${number(n)}分`;

/** A share of one: `80%`. */
export const share = (n: number): string => `${plain(times(exactly(n), HUNDRED))}%`;

/** How a reckoning ends: `= 19.20分`, or `≈` where it had to be rounded. */
export const outcome = (exact: Exact): string =>
  `${compare(round(exact), exact) === 0 ? '=' : '≈'} ${points(exact)}`;
