/** What every workbook of ours is made of: how its cells look, and that no text in them acts. */
import type { Borders, Cell, Style, Workbook, Worksheet } from 'exceljs';

const thin = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };
export const FACE = '宋体';
const SHADE = 'FFF2F2F2';

export const CENTRED = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
export const LEADING = { horizontal: 'left', vertical: 'middle', wrapText: true } as const;

/** Points, to the cent. */
export const POINTS = '0.00';

/** What begins like this is a formula to a program that reads the text again, a CSV file say. */
const ACTS = /^[=+\-@\t\r]/;

/** Text that is only text (trust.md): an apostrophe stands before what would act as a formula. */
const inert = (text: string): string => (ACTS.test(text) ? `'${text}` : text);

/** A heading cell of a table. */
export const HEADING: Partial<Style> = {
  font: { name: FACE, size: 10, bold: true },
  alignment: CENTRED,
  border: BORDER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: SHADE } },
};
/** A cell of a table's body. */
export const BODY: Partial<Style> = { font: { name: FACE, size: 10 }, alignment: CENTRED, border: BORDER };

/** Writes a cell; text never begins a formula. */
export function put(cell: Cell, value: Cell['value'], style: Partial<Style>): void {
  cell.value = typeof value === 'string' ? inert(value) : value;
  cell.style = style;
}

/** A line over the whole width of a table. */
export function putLine(
  sheet: Worksheet,
  row: number,
  columns: number,
  text: string,
  { size = 10, bold = false, height, alignment = LEADING }: Partial<Line> = {},
): void {
  sheet.mergeCells(row, 1, row, columns);
  put(sheet.getCell(row, 1), text, { font: { name: FACE, size, bold }, alignment });
  if (height !== undefined) sheet.getRow(row).height = height;
}

interface Line {
  size: number;
  bold: boolean;
  height: number;
  alignment: Partial<Style['alignment']>;
}

/** An empty workbook that says when its figures are of, and by what it was made. */
export async function newWorkbook(asOf: Date): Promise<Workbook> {
  // Large, and not needed by who only starts the product.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = '督办';
  book.created = asOf;
  book.modified = asOf;
  return book;
}

/** Landscape A4, as many pages as it takes but no wider than one; the headings again on every page. */
export function printOnA4(sheet: Worksheet, headings: `${number}:${number}`): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: headings,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
}

/** The file of a workbook. */
export const bytesOf = async (book: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());
