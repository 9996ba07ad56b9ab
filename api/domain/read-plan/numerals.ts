/** Numerals as plans write them: 一 … 九十九, 1 … 99, and years digit by digit (二〇二六). */

const DIGITS = '零一二三四五六七八九';
/** The characters of a Chinese numeral up to ninety-nine, for use in a character class. */
export const HAN_DIGITS = '一二三四五六七八九十';

const digitOf = (char: string): number => DIGITS.indexOf(char);

/** The value of `十二`, `二十`, `两` or `12`; undefined where it is no numeral up to 99. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const parts = /^([一二三四五六七八九])?(十)?([零一二三四五六七八九])?$/.exec(
    text.replace(/^[两双]$/, '二'),
  );
  if (parts === null || text === '') return undefined;
  const [, tens, ten, ones] = parts;
  if (ten === undefined) return tens !== undefined && ones === undefined ? digitOf(tens) : undefined;
  return (tens === undefined ? 1 : digitOf(tens)) * 10 + (ones === undefined ? 0 : digitOf(ones));
}

/** The year of `2026` or `二〇二六`; undefined for `20xx`, which names none. */
export function yearOf(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (!/^[〇○零一二三四五六七八九]{4}$/.test(text)) return undefined;
  return Number([...text.replace(/[〇○]/g, '零')].map(digitOf).join(''));
}
