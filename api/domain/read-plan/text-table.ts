/** Tables in plain text (文本表格): lines parted by tabs or bars, under a head that names a task column. */
import type { Block } from './reading.ts';
import { headOf } from './table-columns.ts';
import { planText } from './text.ts';

/** The cells of a line that may be a row; undefined where it holds no two separators. */
function cellsOf(line: string): string[] | undefined {
  const bars = line.trim().replace(/[│｜┃]/gu, '|');
  if (/^[|+\-=:\s─━┌┐└┘├┤┬┴┼]+$/u.test(bars)) return [];
  if ((bars.match(/\|/gu) ?? []).length >= 2)
    return bars
      .replace(/^\||\|$/gu, '')
      .split('|')
      .map((cell) => cell.replace(/<br ?\/?>/giu, '\n').trim());
  const tabs = line.replace(/^\s+|\s+$/gu, '').split(/\t+/u);
  return tabs.length >= 3
    ? line
        .replace(/[\r\n]+$/u, '')
        .split('\t')
        .map((cell) => cell.trim())
    : undefined;
}

const evenRow = (row: readonly string[]): string[] => row.map((cell) => planText(cell.slice(0, 60)).norm);

/** Splits lines into paragraphs and tables. A table begins at a head and goes on as long as lines have cells. */
export function blocksOfLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] | undefined;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells !== undefined && (rows !== undefined || headOf([evenRow(cells)]) !== undefined)) {
      if (rows === undefined) {
        rows = [];
        blocks.push({ kind: 'table', rows });
      }
      if (cells.length > 0) rows.push(cells);
      continue;
    }
    if (rows !== undefined && line.trim() === '') continue;
    rows = undefined;
    blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}
