/** Which cells of the workbench are looked for (筛选): 未报 · 待审核 · 已评分 · 待评分 · 已调整 */
import type { BenchLine, BenchRow } from './queries.ts';

export const CELL_STATES = ['missing', 'waiting', 'marked', 'toMark', 'overridden'] as const;
export type CellState = (typeof CELL_STATES)[number];

type Looked = Pick<BenchLine, 'state' | 'claim' | 'mark' | 'mayMark' | 'overridden'>;

/** Whether a cell is one of those looked for; all are where nothing is. */
export function isShown(line: Looked, state: CellState | null): boolean {
  switch (state) {
    case null:
      return true;
    case 'missing':
      return line.state === 'missing';
    case 'waiting':
      return line.claim === 'waiting';
    case 'marked':
      return line.mark !== null;
    case 'toMark':
      return line.mayMark && line.mark === null;
    case 'overridden':
      return line.overridden;
  }
}

/** The rows that have such a cell among these columns. */
export function rowsShown<Row extends Pick<BenchRow, 'lines'>>(
  rows: readonly Row[],
  columns: readonly { code: string }[],
  state: CellState | null,
): Row[] {
  const codes = new Set(columns.map(({ code }) => code));
  return rows.filter(({ lines }) => lines.some((line) => codes.has(line.indicator) && isShown(line, state)));
}

/** Where an arrow leads from a place in a grid of so many rows and columns; it stops at the edges. */
export function placeAfter(
  key: string,
  [row, column]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): readonly [number, number] | null {
  const within = (n: number, most: number): number => Math.min(Math.max(n, 0), most - 1);
  switch (key) {
    case 'ArrowUp':
      return [within(row - 1, rows), column];
    case 'ArrowDown':
      return [within(row + 1, rows), column];
    case 'ArrowLeft':
      return [row, within(column - 1, columns)];
    case 'ArrowRight':
      return [row, within(column + 1, columns)];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    case 'PageUp':
      return [0, column];
    case 'PageDown':
      return [rows - 1, column];
    default:
      return null;
  }
}
