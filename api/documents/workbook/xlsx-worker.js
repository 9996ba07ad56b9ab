/**
 * Runs in a worker thread: reads a checked .xlsx by exceljs and posts its cells. Plain JavaScript, because a worker is
 * loaded by Node itself, without the loader that runs TypeScript.
 */
import { parentPort, workerData } from 'node:worker_threads';
import ExcelJS from 'exceljs';

const MOST_CELLS = 500_000;
const { ValueType } = ExcelJS;

/** What a cell says, or what kind of thing it is that says nothing of itself. */
function contentOf(cell) {
  switch (cell.type) {
    case ValueType.Number:
    case ValueType.Boolean:
    case ValueType.String:
      return { value: cell.value };
    case ValueType.SharedString:
    case ValueType.RichText:
      return { value: cell.text };
    case ValueType.Hyperlink:
      return { value: cell.text };
    case ValueType.Formula:
      return { odd: 'formula' };
    case ValueType.Date:
      return { odd: 'date' };
    case ValueType.Error:
      return { odd: 'error' };
    default:
      return null;
  }
}

function cellsOf(sheet) {
  const cells = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const content = contentOf(cell);
      if (content === null) return;
      cells.push({ row: cell.fullAddress.row, column: cell.fullAddress.col, ...content });
      if (cells.length > MOST_CELLS) throw new Error('too many cells');
    });
  });
  return cells;
}

const book = new ExcelJS.Workbook();
await book.xlsx.load(Buffer.from(workerData));
parentPort.postMessage(book.worksheets.map((sheet) => ({ name: sheet.name, cells: cellsOf(sheet) })));
