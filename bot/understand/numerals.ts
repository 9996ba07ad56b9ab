/** Whole numbers as people write them: `12`, `十二`, `两`, `廿八`, `一百零五`. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  廿: 20,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The source of a regular expression for a whole number of up to six digits. */
export const NUMBER = '(?:\\d{1,6}|[零〇一二两三四五六七八九十廿百千]{1,7})';

/** The number that a text writes. NaN where it is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digit = -1;
  for (const char of text) {
    const tens = TENS[char];
    const value = DIGITS[char];
    if (tens !== undefined) {
      sum += (digit < 0 ? 1 : digit) * tens;
      digit = -1;
    } else if (value === undefined) return Number.NaN;
    else if (value === 20) sum += 20;
    else if (digit > 0) return Number.NaN;
    else digit = value;
  }
  return text === '' ? Number.NaN : sum + Math.max(digit, 0);
}
