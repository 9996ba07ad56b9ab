/**
 * Reads an uploaded .xlsx into its sheets' cells: told by its bytes, its zip checked, everything but cells cut away,
 * the rest read in a worker thread with limits. Whatever is wrong comes back as one of a closed list of codes with a
 * message in Chinese (trust.md, "Bad input").
 */
import { inWorker, WorkerFailed, type WorkerFault } from '../in-worker.ts';
import { unzipEntry, ZipError, type ZipFault, zipEntries, zipOf } from '../zip.ts';

/** Something in a cell that is no value: 公式 · 日期 · 错误值 */
export type OddCell = 'formula' | 'date' | 'error';

export interface SheetCell {
  row: number;
  column: number;
  value?: string | number | boolean;
  odd?: OddCell;
}

export interface SheetCells {
  name: string;
  cells: readonly SheetCell[];
}

export type WorkbookFault =
  | 'empty'
  | 'tooLarge'
  | 'oldExcel'
  | 'otherFormat'
  | 'noSheet'
  | 'tooManyRows'
  | WorkerFault
  | ZipFault;

export type WorkbookReading =
  | { ok: true; sheets: readonly SheetCells[] }
  | { ok: false; code: WorkbookFault; message: string };

const LARGEST_FILE = 20 * 2 ** 20;
const LARGEST_XML = 48 * 2 ** 20;
export const MOST_ROWS = 50_000;
const MOST_CELLS = 500_000;

const MESSAGES: Readonly<Record<WorkbookFault, string>> = {
  empty: '文件是空的',
  tooLarge: '文件或其解压后的内容太大',
  oldExcel: '这是旧版 Excel 文件（.xls）或设有打开密码的文件，请取消密码并另存为 .xlsx',
  otherFormat: '不是 Excel 文件（.xlsx）',
  noSheet: '里面没有工作表，不像 Excel 文件',
  tooManyRows: `行数太多，不超过${MOST_ROWS}行`,
  tooSlow: '读取超时，文件过于复杂',
  tooComplex: '文件过于复杂，内存不够',
  unreadable: '工作表损坏，读不出来',
  notZip: '不是完整的 .xlsx 文件',
  truncated: '文件不完整，可能没有下载或复制完',
  encrypted: '文件加了密',
  tooManyEntries: '压缩包里的文件太多，不像 Excel 文件',
  suspiciousRatio: '压缩率异常，解压后会过大，不予打开',
  damaged: '内容损坏，校验不符',
};

class Unfit extends Error {
  readonly code: WorkbookFault;

  constructor(code: WorkbookFault) {
    super(code);
    this.code = code;
  }
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** The only parts that say what stands in the cells. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;

const occurrences = (xml: string, words: string): number => xml.split(words).length - 1;

/** A sheet without what stands behind its cells: rules over whole columns, drawings, links to parts left out. */
function cellsAlone(xml: string): string {
  if (occurrences(xml, '<row ') > MOST_ROWS || occurrences(xml, '<c ') > MOST_CELLS) {
    throw new Unfit('tooManyRows');
  }
  const end = '</sheetData>';
  const at = xml.indexOf(end);
  return at < 0 ? xml : `${xml.slice(0, at + end.length)}</worksheet>`;
}

async function neededParts(bytes: Buffer): Promise<Map<string, Buffer>> {
  const entries = zipEntries(bytes).filter(({ name }) => NEEDED.test(name));
  if (!entries.some(({ name }) => SHEET.test(name))) throw new Unfit('noSheet');
  if (entries.reduce((total, { size }) => total + size, 0) > LARGEST_XML) throw new Unfit('tooLarge');
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    const part = await unzipEntry(bytes, entry);
    const isSheet = SHEET.test(entry.name);
    parts.set(entry.name, isSheet ? Buffer.from(cellsAlone(part.toString('utf8'))) : part);
  }
  return parts;
}

const isSheets = (message: unknown): message is SheetCells[] => Array.isArray(message);
const isZip = (bytes: Buffer): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isCompound = (bytes: Buffer): boolean => bytes.readUIntBE(0, Math.min(4, bytes.length)) === 0xd0cf11e0;

const fail = (code: WorkbookFault): WorkbookReading => ({ ok: false, code, message: MESSAGES[code] });

/** The cells of a workbook's sheets, or why they cannot be read. Never throws for a bad file. */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookReading> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > LARGEST_FILE) return fail('tooLarge');
  if (isCompound(bytes)) return fail('oldExcel');
  if (!isZip(bytes)) return fail('otherFormat');
  try {
    const zip = zipOf(await neededParts(bytes));
    return { ok: true, sheets: await inWorker(new URL('./xlsx-worker.js', import.meta.url), zip, isSheets) };
  } catch (error) {
    if (error instanceof Unfit) return fail(error.code);
    if (error instanceof WorkerFailed || error instanceof ZipError) return fail(error.fault);
    throw error;
  }
}
