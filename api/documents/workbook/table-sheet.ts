/** A table as it is shown on a page, as a workbook: a title, what it shows as of when, headings, rows. */
import { BODY, bytesOf, CENTRED, HEADING, LEADING, newWorkbook, printOnA4, put, putLine } from './cells.ts';

export interface TableColumn<Row> {
  name: string;
  /** In characters. */
  width: number;
  /** Words stand at the left, figures and marks in the middle. */
  words?: boolean;
  format?: string;
  value: (row: Row) => string | number | null;
}

export interface TableSheet<Row> {
  title: string;
  /** What it is narrowed by, and how many rows there are. */
  basis: string;
  asOf: Date;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
}

const HEADINGS = 3;

/** The table as a workbook, its headings fixed and ready to be filtered. */
export async function writeTable<Row>({
  title,
  basis,
  asOf,
  columns,
  rows,
}: TableSheet<Row>): Promise<Uint8Array> {
  const book = await newWorkbook(asOf);
  const sheet = book.addWorksheet(title.slice(0, 31));
  sheet.columns = columns.map(({ width }) => ({ width }));
  putLine(sheet, 1, columns.length, title, { size: 16, bold: true, height: 30, alignment: CENTRED });
  putLine(sheet, 2, columns.length, basis, { height: 20 });
  columns.forEach(({ name }, at) => {
    put(sheet.getCell(HEADINGS, at + 1), name, HEADING);
  });
  const styles = columns.map(({ words, format }) => ({
    ...BODY,
    ...(words === true ? { alignment: LEADING } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
  }));
  rows.forEach((row, line) => {
    columns.forEach(({ value }, at) => {
      put(sheet.getCell(HEADINGS + 1 + line, at + 1), value(row), styles[at] ?? BODY);
    });
  });
  sheet.views = [{ state: 'frozen', ySplit: HEADINGS, showGridLines: false }];
  sheet.autoFilter = {
    from: { row: HEADINGS, column: 1 },
    to: { row: HEADINGS + rows.length, column: columns.length },
  };
  printOnA4(sheet, `${HEADINGS}:${HEADINGS}`);
  return bytesOf(book);
}
