/**
 * The official document as it is printed: GB/T 9704-2012 measured on the page that LibreOffice renders, by what holds
 * whatever fonts the machine has.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeOfficialDocument } from '../../api/documents/word/official-document.ts';
import { officialDocument, TABLE_ROWS } from '../../api/testing/official-document.ts';
import { printed, type Sheet } from './office.ts';

const PICTURES = fileURLToPath(new URL('../../pictures', import.meta.url));

const TYPE_AREA = { left: 28, right: 184, top: 37, bottom: 262 } as const;
/** Below the type area, where the page number stands. */
const FOOT = { top: TYPE_AREA.bottom + 2 };
/** How far a measure on the page may be off, in millimetres: faces differ in where their ink stands in a line. */
const NEAR = 0.6;
const FACE = 2;

let sheets: Sheet[];
beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  sheets = await printed(await writeOfficialDocument(officialDocument()), (png, page) =>
    copyFile(png, join(PICTURES, `word-page-${page}.png`)),
  );
});

/** A page by its number. */
function sheet(number: number): Sheet {
  const found = sheets[number - 1];
  if (found === undefined) throw new Error(`there is no page ${number}`);
  return found;
}

const near = (actual: number | undefined, expected: number, by = NEAR) =>
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(by);

const textOf = ({ lines }: Sheet) =>
  lines.filter(({ top }) => top > TYPE_AREA.top - FACE && top < TYPE_AREA.bottom - FACE);

test('the paper is A4, and nothing but page numbers stands outside the type area', () => {
  for (const page of sheets) {
    near(page.width, 210);
    near(page.height, 297);
    const ink = page.ink('black', { bottom: FOOT.top });
    expect(ink?.left).toBeGreaterThan(TYPE_AREA.left - NEAR);
    expect(ink?.right).toBeLessThan(TYPE_AREA.right + NEAR);
    expect(ink?.top).toBeGreaterThan(TYPE_AREA.top - NEAR);
    expect(ink?.bottom).toBeLessThan(TYPE_AREA.bottom + NEAR);
  }
});

describe('a page of plain text', () => {
  test('has 22 lines, 28.95 points each', () => {
    const lines = textOf(sheet(2));
    expect(lines).toHaveLength(22);
    const [first, last] = [lines[0], lines.at(-1)];
    near(((last?.top ?? 0) - (first?.top ?? 0)) / 21, 28.95 * (25.4 / 72), 0.02);
  });

  test('has 28 characters a line across 156 mm, two fewer where a paragraph begins', () => {
    const lines = textOf(sheet(2));
    const full = lines.filter(({ right }) => right > TYPE_AREA.right - 3);
    expect(new Set(full.map(({ text }) => [...text].length))).toEqual(new Set([28, 26]));
    for (const { left, text } of full) {
      near(left, TYPE_AREA.left + (28 - [...text].length) * (156 / 28));
    }
  });
});

describe('the red head', () => {
  test('has the mark 35 mm below the upper edge of the type area', () => {
    near(sheet(1).ink('red', { bottom: 95 })?.top, TYPE_AREA.top + 35, FACE);
  });

  test('has the mark on one line in the middle of the page', () => {
    const mark = sheet(1).ink('red', { bottom: 95 });
    near(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2, 106);
    expect((mark?.bottom ?? 99) - (mark?.top ?? 0)).toBeLessThan(14);
  });

  test('has a rule 4 mm below the number, 156 mm wide', () => {
    const number = sheet(1).ink('black', { top: 85, bottom: 110 });
    const rule = sheet(1).ink('red', { top: number?.bottom ?? 0 });
    near(rule?.left, TYPE_AREA.left);
    near(rule?.right, TYPE_AREA.right);
    near((rule?.top ?? 0) - (number?.bottom ?? 0), 4, 1);
    expect((rule?.bottom ?? 9) - (rule?.top ?? 0)).toBeLessThan(1);
  });
});

test('the page number stands 7 mm below the type area at the outer edge, one character in', () => {
  for (const [index, page] of sheets.entries()) {
    const odd = index % 2 === 0;
    const ink = page.ink('black', FOOT);
    const dash = page.ink(
      'black',
      odd ? { ...FOOT, left: (ink?.right ?? 0) - 2 } : { ...FOOT, right: (ink?.left ?? 0) + 2 },
    );
    near(dash?.top, TYPE_AREA.bottom + 7, 1);
    near(odd ? ink?.right : ink?.left, odd ? TYPE_AREA.right - 5 : TYPE_AREA.left + 5, 1);
    expect(page.lines.at(-1)?.text.replaceAll(' ', '')).toBe(`—${index + 1}—`);
  }
});

test('a table runs over pages with its heading row on each, and loses no row', () => {
  const withTable = sheets.filter(({ lines }) => lines.some(({ text }) => /示例\d+村/.test(text)));
  expect(withTable.length).toBeGreaterThan(1);
  for (const { lines } of withTable) {
    const words = lines.map(({ text }) => text).join(' ');
    expect(words.match(/名次/g)).toHaveLength(1);
  }
  const rows = withTable.flatMap(({ lines }) => lines.flatMap(({ text }) => text.match(/示例\d+村/g) ?? []));
  expect(new Set(rows).size).toBe(TABLE_ROWS);
});

test('the colophon closes the last page at the foot of the type area, between rules as wide as it', () => {
  const last = sheet(sheets.length);
  const printedBy = last.lines.find(({ text }) => text.includes('印发'));
  const rules = last.ink('black', { top: printedBy?.bottom ?? 0, bottom: FOOT.top + 0.5 });
  near(rules?.bottom, TYPE_AREA.bottom, 1);
  near(rules?.left, TYPE_AREA.left);
  near(rules?.right, TYPE_AREA.right);
});

test('without a seal the signature stands two characters in, and the date begins two after the name', () => {
  const { lines } = sheet(sheets.length);
  const name = lines.find(({ text }) => text === '示例街道未保办');
  const date = lines.find(({ text }) => text.replaceAll(' ', '') === '2026年11月3日');
  const character = 156 / 28;
  expect(name?.left).toBeGreaterThan(106);
  near(Math.max(name?.right ?? 0, date?.right ?? 0), TYPE_AREA.right - 2 * character, FACE);
});
