/**
 * The score sheet (考核得分表) as a committee prints it: indicators across, units down, totals and ranks as live
 * formulas that come to what the engine says (assessment.md, Total and Rank).
 */
import type { Worksheet } from 'exceljs';
import {
  BODY,
  bytesOf,
  CENTRED,
  FACE,
  HEADING,
  LEADING,
  newWorkbook,
  POINTS,
  printOnA4,
  put,
  putLine,
} from './cells.ts';
import { type Columns, columnsFor } from './score-columns.ts';
import type { ScoreSheet, SheetRow } from './sheet-data.ts';

const TITLE = 1;
const BASIS = 2;
const NAMES = 3;
const WEIGHTS = 5;
const FIRST = WEIGHTS + 1;
const MISSING = '"未报";"未报";"未报"';
const SIGNATURES = ['考评人（签字）：', '复核人（签字）：', '分管领导（签字）：', '        年    月    日'];

const notes = ({ bonusCap }: ScoreSheet): string =>
  [
    '折算得分＝计分合计×总权重÷计分权重，四舍五入到0.01；不适用、未到期的不计入，未报的按0分计入。',
    `总分＝折算得分＋加分${bonusCap === undefined ? '' : `（合计不超过${bonusCap}分）`}－扣分，不低于0分；被一票否决的排在其他单位之后。`,
    '总分和名次是公式，改动得分后自动重算；等次由系统按方案评定，不随之变化。',
  ].join('');

const ROLES = { bonus: '加分', penalty: '扣分' } as const;

function writeHeads(sheet: Worksheet, { indicators }: ScoreSheet, columns: Columns): void {
  const head = (row: number, column: number, value: string | number): void =>
    put(sheet.getCell(row, column), value, HEADING);
  for (const { column, name, about } of columns.fixed) {
    for (let row = NAMES; row <= WEIGHTS; row++) head(row, column, row === NAMES ? name : '');
    sheet.mergeCells(NAMES, column, about === null ? WEIGHTS : NAMES + 1, column);
    if (about !== null) head(WEIGHTS, column, about);
  }
  indicators.forEach(({ name, code, weight, role }, at) => {
    const column = columns.ofIndicator(at);
    head(NAMES, column, name);
    head(NAMES + 1, column, code);
    head(WEIGHTS, column, role === 'weighted' ? weight : ROLES[role]);
  });
  const weights = indicators.filter(({ role }) => role === 'weighted').map(({ weight }) => weight);
  const all = Math.round(weights.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
  sheet.getCell(WEIGHTS, columns.weight).value = { formula: columns.allWeights(WEIGHTS), result: all };
  sheet.getRow(NAMES).height = 66;
}

/** Who signs, spread over the width of the table. */
function writeSignatures(sheet: Worksheet, row: number, columns: number): void {
  SIGNATURES.forEach((words, at) => {
    const from = Math.floor((columns * at) / SIGNATURES.length) + 1;
    sheet.mergeCells(row, from, row, Math.floor((columns * (at + 1)) / SIGNATURES.length));
    put(sheet.getCell(row, from), words, { font: { name: FACE, size: 11 }, alignment: LEADING });
  });
  sheet.getRow(row).height = 28;
}

function writeRow(
  sheet: Worksheet,
  at: number,
  row: SheetRow,
  sheetData: ScoreSheet,
  columns: Columns,
): void {
  const points = { ...BODY, numFmt: POINTS };
  const line = FIRST + at;
  put(sheet.getCell(line, columns.number), at + 1, BODY);
  put(sheet.getCell(line, columns.unit), row.unit, { ...BODY, alignment: LEADING });
  row.points.forEach((each, index) => {
    const style = each.missing ? { ...BODY, numFmt: MISSING } : points;
    put(sheet.getCell(line, columns.ofIndicator(index)), each.points, style);
  });
  put(sheet.getCell(line, columns.veto), row.vetoed ? '是' : '否', BODY);
  sheet.getCell(line, columns.veto).dataValidation = {
    type: 'list',
    formulae: ['"是,否"'],
    allowBlank: false,
  };
  const last = FIRST + sheetData.rows.length - 1;
  for (const { column, formula, result } of columns.reckoned(
    { line, first: FIRST, last, weights: WEIGHTS },
    row,
  )) {
    put(
      sheet.getCell(line, column),
      { formula, result: result ?? '' },
      column === columns.rank ? BODY : points,
    );
  }
  put(sheet.getCell(line, columns.grade), row.grade ?? '', BODY);
  sheet.getRow(line).height = 22;
}

/** The score sheet of one group as a workbook. */
export async function writeScoreSheet(data: ScoreSheet): Promise<Uint8Array> {
  const book = await newWorkbook(data.asOf);
  const sheet = book.addWorksheet(data.group.replaceAll(/[[\]*?:/\\]/g, '').slice(0, 31) || '得分表');
  const columns = columnsFor(data);
  sheet.columns = columns.widths.map((width) => ({ width }));
  putLine(sheet, TITLE, columns.count, data.title, { size: 18, bold: true, height: 34, alignment: CENTRED });
  putLine(sheet, BASIS, columns.count, data.basis, { height: 20, alignment: CENTRED });
  writeHeads(sheet, data, columns);
  data.rows.forEach((row, at) => {
    writeRow(sheet, at, row, data, columns);
  });
  const after = FIRST + data.rows.length;
  putLine(sheet, after, columns.count, notes(data), { size: 9, height: 30 });
  writeSignatures(sheet, after + 2, columns.count);
  sheet.views = [{ state: 'frozen', xSplit: columns.unit, ySplit: WEIGHTS, showGridLines: false }];
  printOnA4(sheet, `${NAMES}:${WEIGHTS}`);
  return bytesOf(book);
}
