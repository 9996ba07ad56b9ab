/**
 * The template that reported values are filled into (填报模板): a sheet for each group, only its value cells open,
 * what may be written checked as it is typed, and hidden keys by which it is known again.
 */
import type { Cell, DataValidation, Style, Worksheet } from 'exceljs';
import type { Shape } from '../../domain/values/entered.ts';
import {
  BODY,
  bytesOf,
  CENTRED,
  FACE,
  HEADING,
  LEADING,
  newWorkbook,
  printOnA4,
  put,
  putLine,
} from './cells.ts';
import { letters } from './score-columns.ts';

/** By what a template is known again, on a sheet that nobody sees. */
export const STAMP_SHEET = '_duban';
export const STAMP = 'duban-values-1';

/** Where things stand on a group's sheet; the line of keys and the column of keys are hidden. */
export const PLACES = {
  keys: 3,
  names: 4,
  about: 5,
  first: 6,
  unitKeys: 1,
  units: 2,
  firstValue: 3,
} as const;

export interface TemplateGroup {
  key: string;
  name: string;
  indicators: readonly { code: string; name: string; part: string; shape: Shape; how: string }[];
  /** With the values that stand, as they are written, in the order of the indicators. */
  units: readonly { key: string; name: string; values: readonly (string | number | null)[] }[];
}

export interface Template {
  title: string;
  asOf: Date;
  /** The sub-district's number, the year, the scheme's version. */
  stamp: readonly [number, number, number];
  groups: readonly TemplateGroup[];
}

const HOW_TO =
  '只填黄色格子；空白表示不改。填好后在“考核－填报值”页上传，系统先列出检查结果和变动，确认后才保存。';
const OPEN = 'FFFFF9E5';
const FORMATS: Readonly<Record<Shape, string>> = {
  share: '0.0%',
  number: 'General',
  count: '0',
  yesNo: 'General',
};

/** What Excel itself lets in; 不适用 is always open. */
function rule(shape: Shape, cell: string): Pick<DataValidation, 'type' | 'formulae'> {
  const number = {
    share: `AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=1)`,
    number: `ISNUMBER(${cell})`,
    count: `AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell}))`,
  };
  if (shape === 'yesNo') return { type: 'list', formulae: ['"是,否,不适用"'] };
  return { type: 'custom', formulae: [`OR(${number[shape]},${cell}="不适用")`] };
}

function openCell(cell: Cell, shape: Shape, how: string): void {
  const style: Partial<Style> = {
    ...BODY,
    numFmt: FORMATS[shape],
    protection: { locked: false },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: OPEN } },
  };
  cell.style = style;
  cell.dataValidation = {
    ...rule(shape, cell.address),
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '填写有误',
    error: how,
  };
}

function writeGroup(sheet: Worksheet, title: string, { key, name, indicators, units }: TemplateGroup): void {
  const columns = PLACES.firstValue - 1 + indicators.length;
  sheet.columns = [{ width: 4, hidden: true }, { width: 14 }, ...indicators.map(() => ({ width: 14 }))];
  putLine(sheet, 1, columns, `${title}（${name}）`, { size: 16, bold: true, height: 30, alignment: CENTRED });
  putLine(sheet, 2, columns, HOW_TO, { height: 32 });
  sheet.getCell(PLACES.keys, PLACES.unitKeys).value = key;
  put(sheet.getCell(PLACES.names, PLACES.units), '单位', HEADING);
  put(sheet.getCell(PLACES.about, PLACES.units), '填写要求', HEADING);
  indicators.forEach(({ code, name: indicator, part, how }, at) => {
    const column = PLACES.firstValue + at;
    sheet.getCell(PLACES.keys, column).value = code;
    put(sheet.getCell(PLACES.names, column), `${indicator}\n（${part}）`, HEADING);
    const small = { ...HEADING, font: { name: FACE, size: 8 } };
    put(sheet.getCell(PLACES.about, column), how, small);
  });
  units.forEach((unit, line) => {
    const row = PLACES.first + line;
    sheet.getCell(row, PLACES.unitKeys).value = unit.key;
    put(sheet.getCell(row, PLACES.units), unit.name, { ...BODY, alignment: LEADING });
    indicators.forEach(({ shape, how }, at) => {
      const cell = sheet.getCell(row, PLACES.firstValue + at);
      openCell(cell, shape, how);
      cell.value = unit.values[at] ?? null;
    });
    sheet.getRow(row).height = 20;
  });
  sheet.getRow(PLACES.keys).hidden = true;
  sheet.getRow(PLACES.names).height = 48;
  sheet.getRow(PLACES.about).height = 56;
  sheet.views = [{ state: 'frozen', xSplit: PLACES.units, ySplit: PLACES.about, showGridLines: false }];
  printOnA4(sheet, `${PLACES.names}:${PLACES.about}`);
}

/** The template as a workbook. */
export async function writeTemplate({ title, asOf, stamp, groups }: Template): Promise<Uint8Array> {
  const book = await newWorkbook(asOf);
  for (const group of groups) {
    const sheet = book.addWorksheet(group.name.replaceAll(/[[\]*?:/\\]/g, '').slice(0, 31));
    writeGroup(sheet, title, group);
    await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true });
  }
  const hidden = book.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  hidden.addRow([STAMP, ...stamp]);
  return bytesOf(book);
}

/** The address of a cell as people say it: C7. */
export const addressOf = (row: number, column: number): string => `${letters(column)}${row}`;
