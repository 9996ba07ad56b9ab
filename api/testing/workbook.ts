/**
 * A workbook of ours opened by another program: its cells as the file has them, and what a spreadsheet engine that
 * shares nothing with the writer makes of its formulas.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { unzipEntry, zipEntries } from '../documents/zip.ts';

export interface FileCell {
  row: number;
  column: number;
  formula: string | null;
  text: string;
  isText: boolean;
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const columnOf = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const entry = zipEntries(bytes).find((each) => each.name === name);
  return entry === undefined ? '' : (await unzipEntry(bytes, entry)).toString('utf8');
}

/** The cells of one sheet, as they stand in the file. */
export async function cellsOf(workbook: Uint8Array, sheet = 1): Promise<FileCell[]> {
  const bytes = Buffer.from(workbook);
  const shared = [...(await partOf(bytes, 'xl/sharedStrings.xml')).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, xml = '']) => unescaped(xml.replaceAll(/<[^>]+>/g, '')),
  );
  const xml = await partOf(bytes, `xl/worksheets/sheet${sheet}.xml`);
  return [...xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
    ([, letters = '', row = '', attributes = '', inner = '']) => {
      const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
      const isText = /t="s"/.test(attributes);
      return {
        row: Number(row),
        column: columnOf(letters),
        formula: formula === undefined ? null : unescaped(formula),
        text: isText ? (shared[Number(value)] ?? '') : unescaped(value),
        isText,
      };
    },
  );
}

let ready = false;

/** What IronCalc makes of a sheet: the value of each cell as text, by row and column, every formula reckoned anew. */
export async function reckoned(workbook: Uint8Array): Promise<(row: number, column: number) => string> {
  if (!ready) {
    initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')) });
    ready = true;
  }
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  for (const { row, column, formula, text, isText } of await cellsOf(workbook)) {
    const input = formula === null ? `${isText ? "'" : ''}${text}` : `=${formula}`;
    if (input !== '') model.setUserInput(0, row, column, input);
  }
  model.resumeEvaluation();
  model.evaluate();
  return (row, column) => model.getFormattedCellValue(0, row, column);
}
