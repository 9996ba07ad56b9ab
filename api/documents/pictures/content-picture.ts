/** A document's content (通报) as one long picture: headings, paragraphs, tables, rankings and charts in order. */
import { drawChart } from '../picture.ts';
import { columnChart } from './charts.ts';
import { type Head, headed, section } from './head.ts';
import { INK, INNER, MARGIN, SIZE, WIDTH } from './look.ts';
import { wrapped } from './measure.ts';
import { type RankedRow, rankingRows } from './ranking-picture.ts';
import type { Sheet } from './sheet.ts';

export type PictureBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'ranking'; title: string; rows: readonly RankedRow[] }
  | { kind: 'chart'; title: string; columns: readonly { name: string; value: number }[] };

export interface ContentPicture extends Head {
  sections: readonly { heading: string; blocks: readonly PictureBlock[] }[];
  /** Who signs it, and of which day; absent on a draft. */
  signer: string | null;
  date: string | null;
}

const CHART_HEIGHT = 300;
const CELL = SIZE.small - 2;
const CELL_LINE = CELL * 1.5;
const PAD = 12;

/** Widths of the columns by the longest of their cells, none below a share. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const lengths = Array.from({ length: columns }, (_, i) =>
    Math.min(24, Math.max(4, ...rows.map((row) => (row[i] ?? '').length))),
  );
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (INNER * length) / all);
}

function table(sheet: Sheet, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = widthsOf([head, ...rows]);
  sheet.down(28);
  for (const [n, row] of [head, ...rows].entries()) {
    const cells = widths.map((width, i) => wrapped(row[i] ?? '', CELL, width - 2 * PAD));
    const height = Math.max(...cells.map((lines) => lines.length)) * CELL_LINE + 2 * PAD;
    const top = sheet.y;
    if (n === 0) sheet.rect(MARGIN, INNER, height, INK.quiet);
    let x = MARGIN;
    for (const [i, lines] of cells.entries()) {
      for (const [line, words] of lines.entries()) {
        sheet.y = top + PAD + CELL + line * CELL_LINE;
        sheet.text(words, { x: x + PAD, size: CELL, bold: n === 0, fill: n === 0 ? INK.ink2 : INK.ink });
      }
      x += widths[i] ?? 0;
    }
    sheet.y = top + height;
    sheet.rule();
  }
  sheet.down(24);
}

function block(sheet: Sheet, shown: PictureBlock): void {
  switch (shown.kind) {
    case 'paragraph':
      sheet.down(56).paragraph(`　　${shown.text}`, { size: SIZE.body }).down(20);
      return;
    case 'table':
      table(sheet, shown.head, shown.rows);
      return;
    case 'ranking':
      sheet.down(60).text(shown.title, { bold: true }).down(16);
      rankingRows(sheet, shown.rows);
      return;
    case 'chart':
      sheet.down(60).text(shown.title, { bold: true }).down(8);
      sheet
        .chart(drawChart(columnChart(shown.columns), { width: INNER, height: CHART_HEIGHT }))
        .down(CHART_HEIGHT);
  }
}

/** Writes the picture. */
export function contentPicture(data: ContentPicture): string {
  const sheet = headed(data);
  for (const { heading, blocks } of data.sections) {
    section(sheet, heading);
    for (const each of blocks) block(sheet, each);
  }
  for (const words of [data.signer, data.date])
    if (words !== null) sheet.down(64).text(words, { x: WIDTH - MARGIN, align: 'end' });
  return sheet.toSvg();
}
