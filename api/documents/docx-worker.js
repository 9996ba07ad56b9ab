/**
 * Runs in a worker thread: reads a checked .docx by mammoth and posts its paragraphs and tables. Plain JavaScript,
 * because a worker is loaded by Node itself, without the loader that runs TypeScript.
 */
import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';

/** Merged cells are repeated, to no more than this. */
const MOST_COLUMNS = 64;
const MOST_CELLS = 200_000;

const textOf = (element) => {
  switch (element.type) {
    case 'text':
      return element.value;
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'paragraph':
      return `${(element.children ?? []).map(textOf).join('')}\n`;
    default:
      return (element.children ?? []).map(textOf).join('');
  }
};

const trimmed = (element) => textOf(element).replace(/\n+$/, '');

/** A table as a full grid: a merged cell stands in every place it covers. */
function gridOf(table) {
  const grid = [];
  let cells = 0;
  const rows = table.children.filter(({ type }) => type === 'tableRow');
  for (const [r, row] of rows.entries()) {
    grid[r] ??= [];
    let c = 0;
    for (const cell of row.children) {
      while (grid[r][c] !== undefined) c++;
      const text = trimmed(cell);
      const [width, height] = [Math.min(cell.colSpan, MOST_COLUMNS), Math.min(cell.rowSpan, rows.length - r)];
      for (let y = r; y < r + height; y++) {
        grid[y] ??= [];
        for (let x = c; x < Math.min(c + width, MOST_COLUMNS); x++) grid[y][x] = text;
      }
      cells += width * height;
      if (cells > MOST_CELLS) throw new Error('too many cells');
      c += width;
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

const paragraphs = (text) => text.split('\n').map((line) => ({ kind: 'paragraph', text: line }));

/** A table of one column is a frame around text. */
function blocksOfTable(table) {
  const rows = gridOf(table);
  const isFrame = rows.every((row) => row.length <= 1);
  return isFrame ? rows.flatMap((row) => paragraphs(row.join(''))) : [{ kind: 'table', rows }];
}

const blocksOf = (element) =>
  element.type === 'table' ? blocksOfTable(element) : paragraphs(trimmed(element));

let blocks = [];
await mammoth.convertToHtml(
  { buffer: Buffer.from(workerData) },
  {
    transformDocument: (document) => {
      blocks = document.children.flatMap(blocksOf);
      return { ...document, children: [] };
    },
  },
);
parentPort.postMessage(blocks);
