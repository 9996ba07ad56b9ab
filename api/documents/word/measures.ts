/**
 * Measures of an official document after GB/T 9704-2012 (党政机关公文格式), 5.2 and 6: A4, a type area of
 * 156 × 225 mm, 22 lines of 28 characters. Word counts in twips, a twentieth of a point.
 */

const MM_PER_INCH = 25.4;
const TWIPS_PER_POINT = 20;
const TWIPS_PER_INCH = 1440;
/** Millimetres as twips. */
export const mm = (millimetres: number): number => Math.round((millimetres / MM_PER_INCH) * TWIPS_PER_INCH);
/** Points as twips. */
export const pt = (points: number): number => Math.round(points * TWIPS_PER_POINT);

/** Twips as pixels of 1/96 inch, which sizes of pictures and frames are given in. */
export const pixels = (twips: number): number => (twips / TWIPS_PER_INCH) * 96;

export const PAGE = { width: mm(210), height: mm(297) } as const;
export const MARGINS = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const;
export const TYPE_AREA_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
export const TYPE_AREA_HEIGHT = PAGE.height - MARGINS.top - MARGINS.bottom;

export const LINES_A_PAGE = 22;
export const CHARACTERS_A_LINE = 28;

/** One line: exactly 28.95 pt, of which 22 make 224.7 of the 225 mm. */
export const LINE = pt(28.95);

/** Sizes (字号) in points: 2号 title, 3号 body, 4号 page number and colophon, 小四 tables. */
export const SIZE = { title: 22, body: 16, small: 14, table: 12 } as const;

/** One character of a line as twips: 28 of them fill the type area, so it is a little less than the 16 points of 3号. */
const CHARACTER = TYPE_AREA_WIDTH / CHARACTERS_A_LINE;

/**
 * What each character of 3号 gives up so that 28 fit into 156 mm, in twips; rounded down, for a 28th must not wrap.
 * A character grid would say the same to Word, but LibreOffice sets 18 characters a line on it.
 */
export const CHARACTER_SPACING = Math.floor(CHARACTER - pt(SIZE.body));

/** So many characters of a line as twips. */
export const characters = (count: number): number => Math.round(count * CHARACTER);
