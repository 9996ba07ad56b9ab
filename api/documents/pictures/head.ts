/** What every picture begins and ends with. */
import { INK, INNER, MARGIN, SIZE, WIDTH } from './look.ts';
import { Sheet } from './sheet.ts';

export interface Head {
  /** Whose it is: 示例街道. */
  issuer: string;
  title: string;
  /** As of when, or of which days. */
  when: string;
}

/** A sheet with its head: the red of the state's identity, the title, and of when it is. */
export function headed({ issuer, title, when }: Head): Sheet {
  const sheet = new Sheet();
  sheet.y = 0;
  sheet.rect(0, WIDTH, 10, INK.red).down(84);
  sheet.text(`${issuer} · 督办`, { size: SIZE.small, bold: true, fill: INK.red }).down(84);
  sheet.paragraph(title, { size: SIZE.title, bold: true }).down(56);
  return sheet.paragraph(when, { size: SIZE.small, fill: INK.ink3 }).down(40);
}

/** A heading within a picture. */
export const section = (sheet: Sheet, title: string, aside = ''): Sheet =>
  sheet
    .down(20)
    .rule(INK.ink)
    .down(60)
    .text(title, { size: SIZE.lead, bold: true })
    .text(aside, { x: WIDTH - MARGIN, size: SIZE.small, fill: INK.ink3, align: 'end' })
    .down(24);

/** A remark at the foot, small and grey. */
export const remark = (sheet: Sheet, words: string): Sheet =>
  sheet.down(48).paragraph(words, { size: SIZE.small - 2, fill: INK.ink3 });

/** A row of figures that share the width, each over its word. */
export function figures(
  sheet: Sheet,
  each: readonly { value: string; word: string; strong?: boolean; red?: boolean }[],
): Sheet {
  const width = INNER / Math.max(1, each.length);
  sheet.down(SIZE.figure);
  for (const [i, { value, red = false, strong = false }] of each.entries()) {
    const fill = red ? INK.red : INK.ink;
    sheet.text(value, {
      x: MARGIN + i * width,
      size: strong ? SIZE.figure : SIZE.figure - 20,
      bold: true,
      fill,
    });
  }
  sheet.down(52);
  for (const [i, { word }] of each.entries())
    sheet.text(word, { x: MARGIN + i * width, size: SIZE.small, fill: INK.ink3 });
  return sheet.down(36);
}
