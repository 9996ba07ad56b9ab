import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import {
  type OddCell,
  readWorkbook,
  type SheetCell,
  type SheetCells,
} from '../../documents/workbook/read-workbook.ts';
import { addressOf, PLACES, STAMP, STAMP_SHEET } from '../../documents/workbook/values-template.ts';
import { readEntered, sameEntered, writtenAs } from '../../domain/values/entered.ts';
import { Refusal } from '../../errors.ts';
import { type Enterable, type EnterableIndicator, type ReportedValueId, readEnterable } from './enterable.ts';

/** What is wrong with one cell, as the report says it. */
export interface CellFault {
  sheet: string;
  cell: string;
  message: string;
}

/** What one cell would change. */
export interface Change {
  sheet: string;
  cell: string;
  unitId: UnitId;
  unit: string;
  indicator: string;
  name: string;
  before: string | number | null;
  after: string | number;
  replaces: ReportedValueId | null;
}

export interface CheckReport {
  changes: Change[];
  /** Cells that say what stands there already. */
  unchanged: number;
  faults: CellFault[];
}

const MOST_FAULTS = 200;
const ODD: Readonly<Record<OddCell, string>> = {
  formula: '这里是公式，请改成数值（复制后“选择性粘贴－数值”）',
  date: '这里是日期，请把格式改为常规后重填',
  error: '这里是错误值',
};

const notOurs = (message: string): Refusal => new Refusal('invalid', 'notTheTemplate', message);

/** Refuses what is not the template of this sub-district, year and scheme. */
function checkStamp(
  sheets: readonly SheetCells[],
  { domainId }: Context,
  { year, version }: Enterable,
): void {
  const stamp = sheets.find(({ name }) => name === STAMP_SHEET)?.cells ?? [];
  const said = (column: number) => stamp.find((cell) => cell.row === 1 && cell.column === column)?.value;
  if (said(1) !== STAMP) throw notOurs('这不是本系统的填报模板，请下载模板，填好后上传');
  if (said(2) !== domainId) throw notOurs('这是别的街道的填报模板');
  if (said(3) !== year || said(4) !== version) {
    throw notOurs('考核方案已有新版，这份模板不能再用，请重新下载');
  }
}

/** What a sheet's keys say of its lines and columns. */
function keysOf(cells: readonly SheetCell[], known: Enterable) {
  const at = (row: number, column: number) =>
    cells.find((cell) => cell.row === row && cell.column === column)?.value;
  const group = known.groups.find(({ key }) => key === at(PLACES.keys, PLACES.unitKeys));
  const columns = new Map<number, EnterableIndicator>();
  const rows = new Map<number, Enterable['units'][number]>();
  for (const { row, column, value } of cells) {
    const indicator = row === PLACES.keys && group?.indicators.find(({ code }) => code === value);
    if (indicator) columns.set(column, indicator);
    const unit =
      column === PLACES.unitKeys && row >= PLACES.first && known.units.find(({ id }) => String(id) === value);
    if (unit && unit.group === group?.key) rows.set(row, unit);
  }
  return { group, columns, rows };
}

const isBlank = ({ value, odd }: SheetCell): boolean =>
  odd === undefined && (value === undefined || (typeof value === 'string' && value.trim() === ''));

/** What a value cell would change, null where it says what stands there already, or what is wrong with it. */
function checkCell(
  { value, odd }: SheetCell,
  unit: Enterable['units'][number] | undefined,
  indicator: EnterableIndicator | undefined,
  known: Enterable,
): Omit<Change, 'sheet' | 'cell'> | string | null {
  if (unit === undefined) return '这一行不是模板里的单位';
  if (indicator === undefined) return '这一列不是模板里的指标';
  if (odd !== undefined) return ODD[odd];
  const read = readEntered(indicator.shape, value ?? '');
  if (!read.ok) return `${unit.name} ${indicator.name}：${read.message}`;
  const standing = known.standing(unit.id, indicator.code);
  if (sameEntered(read.entered, standing?.entered ?? null)) return null;
  return {
    ...{ unitId: unit.id, unit: unit.name, indicator: indicator.code, name: indicator.name },
    before: standing === null ? null : writtenAs(standing.entered),
    after: writtenAs(read.entered),
    replaces: standing?.id ?? null,
  };
}

/** Looks at every value cell of a group's sheet. */
function checkSheet({ name: sheet, cells }: SheetCells, known: Enterable, report: CheckReport): void {
  const { columns, rows } = keysOf(cells, known);
  const seen = new Set<string>();
  const values = cells.filter((cell) => cell.row >= PLACES.first && cell.column >= PLACES.firstValue);
  for (const each of values.filter((cell) => !isBlank(cell))) {
    const [unit, indicator] = [rows.get(each.row), columns.get(each.column)];
    const key = `${unit?.id} ${indicator?.code}`;
    const checked = seen.has(key)
      ? `${unit?.name ?? ''}在表里出现了两次`
      : checkCell(each, unit, indicator, known);
    if (unit !== undefined && indicator !== undefined) seen.add(key);
    const place = { sheet, cell: addressOf(each.row, each.column) };
    if (checked === null) report.unchanged += 1;
    else if (typeof checked === 'string') report.faults.push({ ...place, message: checked });
    else report.changes.push({ ...place, ...checked });
  }
}

/**
 * Checks a filled template (先看后存) and stores nothing: what each cell would change, and what is wrong with which.
 * Throws `invalid` for a file that cannot be read or is not the template, with what to do.
 */
export async function checkValues(ctx: Context, bytes: Uint8Array): Promise<CheckReport> {
  permit(ctx, 'value.record');
  const known = await ctx.read((db) => readEnterable(db, ctx));
  const reading = await readWorkbook(Buffer.from(bytes));
  if (!reading.ok) throw new Refusal('invalid', reading.code, reading.message);
  checkStamp(reading.sheets, ctx, known);
  const report: CheckReport = { changes: [], unchanged: 0, faults: [] };
  for (const sheet of reading.sheets) {
    if (sheet.name !== STAMP_SHEET) checkSheet(sheet, known, report);
  }
  return { ...report, faults: report.faults.slice(0, MOST_FAULTS) };
}
