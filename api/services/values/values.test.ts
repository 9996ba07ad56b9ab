import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipOf } from '../../documents/zip.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { Refusal } from '../../errors.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { publishScheme } from '../ranking/publish-scheme.ts';
import { checkValues } from './check-values.ts';
import { listValues } from './list-values.ts';
import { recordValues } from './record-values.ts';
import { valuesTemplate } from './values-template.ts';

const store = await openTestStore();

async function assessed(): Promise<World> {
  const w = await world(store);
  await publishScheme(w.system, BUILTIN_SCHEME);
  return w;
}

type Fill = (book: ExcelJS.Workbook) => void;

/** The template as somebody fills it in and keeps it. */
async function filled(w: World, fill: Fill): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const { bytes } = await valuesTemplate(w.as('committee'));
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const villages = (book: ExcelJS.Workbook): ExcelJS.Worksheet => {
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('the template has no sheet');
  return sheet;
};
/** The cell of a village (0 or 1) under an indicator's code. */
function cell(book: ExcelJS.Workbook, village: number, code: string): ExcelJS.Cell {
  const sheet = villages(book);
  const keys = sheet.getRow(3).values as unknown[];
  return sheet.getCell(6 + village, keys.indexOf(code));
}

const standing = async (w: World) =>
  (await listValues(w.as('committee'))).groups.flatMap(({ rows }) =>
    rows.flatMap(({ name, cells }) =>
      cells
        .filter(({ written }) => written !== null)
        .map(({ indicator, written }) => [name, indicator, written]),
    ),
  );

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw error ?? new Error('nothing was refused');
}

test('what is filled in is shown first, stored when confirmed, and stands in the next template', async () => {
  const w = await assessed();
  const bytes = await filled(w, (book) => {
    cell(book, 0, 'V4').value = 0.955;
    cell(book, 0, 'V6').value = '是';
    cell(book, 1, 'V8').value = '不适用';
  });
  const report = await checkValues(w.as('committee'), bytes);
  expect(report.faults).toEqual([]);
  expect(
    report.changes.map(({ unit, indicator, before, after }) => [unit, indicator, before, after]),
  ).toEqual([
    ['示例一村', 'V4', null, 0.955],
    ['示例一村', 'V6', null, '是'],
    ['示例二村', 'V8', null, '不适用'],
  ]);
  expect(await standing(w)).toEqual([]);
  const entries = report.changes.map((change) => ({ ...change, written: change.after }));
  expect(await recordValues(w.as('committee'), entries)).toBe(3);
  expect(await standing(w)).toEqual([
    ['示例一村', 'V4', 0.955],
    ['示例一村', 'V6', '是'],
    ['示例二村', 'V8', '不适用'],
  ]);
  const again = await checkValues(w.as('committee'), await filled(w, () => undefined));
  expect(again).toEqual({ changes: [], unchanged: 3, faults: [] });
});

test('each fault is named by its cell, and a formula is none but a fault', async () => {
  const w = await assessed();
  const places: string[] = [];
  const bytes = await filled(w, (book) => {
    const put = (village: number, code: string, value: ExcelJS.CellValue) => {
      const place = cell(book, village, code);
      place.value = value;
      places.push(place.address);
    };
    put(0, 'V4', 95);
    put(0, 'V6', '对');
    put(0, 'V8', { formula: '1+1', result: 2 });
    put(1, 'V16', -1);
    put(1, 'V11', { error: '#N/A' });
    put(1, 'V7', new Date());
    villages(book).getCell('C40').value = 3;
    villages(book).getCell('Z6').value = 3;
  });
  const { changes, faults } = await checkValues(w.as('committee'), bytes);
  expect(changes).toEqual([]);
  expect(faults.map(({ cell: at }) => at).toSorted()).toEqual([...places, 'C40', 'Z6'].toSorted());
  expect(faults.find(({ cell: at }) => at === places[0])?.message).toContain(
    '示例一村 特殊未成年人建档率：要填比率',
  );
  expect(faults.find(({ cell: at }) => at === places[2])?.message).toContain('公式');
});

test('a line that was copied says so, and text that looks like a number is one', async () => {
  const w = await assessed();
  const bytes = await filled(w, (book) => {
    cell(book, 0, 'V4').value = '９５％';
    villages(book).getCell('A8').value = villages(book).getCell('A6').value;
    cell(book, 2, 'V4').value = 0.5;
  });
  const { changes, faults } = await checkValues(w.as('committee'), bytes);
  expect(changes.map(({ after }) => after)).toEqual([0.95]);
  expect(faults.map(({ message }) => message)).toEqual(['示例一村在表里出现了两次']);
});

test('other workbooks, templates of other places and of older schemes are refused', async () => {
  const w = await assessed();
  const elsewhere = await assessed();
  const other = new ExcelJS.Workbook();
  other.addWorksheet('Sheet1').addRow([1, 2, 3]);
  const strange = new Uint8Array(await other.xlsx.writeBuffer());
  const committee = w.as('committee');
  expect((await refusal(checkValues(committee, strange))).message).toContain('不是本系统的填报模板');
  const theirs = (await valuesTemplate(elsewhere.as('committee'))).bytes;
  expect((await refusal(checkValues(committee, theirs))).message).toContain('别的街道');
  const old = (await valuesTemplate(committee)).bytes;
  await publishScheme(w.system, BUILTIN_SCHEME);
  expect((await refusal(checkValues(committee, old))).message).toContain('重新下载');
});

test('all values are recorded or none, and none over what another has just recorded', async () => {
  const w = await assessed();
  const committee = w.as('committee');
  const of = { unitId: w.unit.village, indicator: 'V4', replaces: null };
  const bad = { unitId: w.unit.village, indicator: 'V6', written: 7, replaces: null };
  const refused = await refusal(recordValues(committee, [{ ...of, written: 0.5 }, bad]));
  expect(refused.faults).toEqual([{ path: 'entries[1]', message: '示例一村 儿童之家覆盖：要填 是 或 否' }]);
  expect(await standing(w)).toEqual([]);
  const both = await Promise.allSettled(
    [0.5, 0.6].map((written) => recordValues(committee, [{ ...of, written }])),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await standing(w)).toHaveLength(1);
});

test('only the committee records', async () => {
  const w = await assessed();
  const entry = { unitId: w.unit.village, indicator: 'V4', written: 1, replaces: null };
  expect((await refusal(recordValues(w.as('office'), [entry]))).kind).toBe('forbidden');
});

test('damaged files and bombs are refused in words, whatever they are, and nothing is stored', async () => {
  const w = await assessed();
  const committee = w.as('committee');
  const good = await filled(w, (book) => {
    cell(book, 0, 'V4').value = 0.5;
  });
  const damage = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.nat(good.length).map((n) => good.slice(0, n)),
    fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte)),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      const outcome = await checkValues(committee, bytes).catch((error: unknown) => error);
      // A byte that says nothing, of a date say, may change without harm.
      if (outcome instanceof Refusal) expect(outcome.message).toMatch(/\p{Script=Han}/u);
      else expect(outcome).toHaveProperty('changes');
    }),
    { numRuns: 25 },
  );
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const sheet = (rows: number) =>
    Buffer.from(`<worksheet><sheetData>${row.repeat(rows)}</sheetData></worksheet>`);
  const long = zipOf(new Map([['xl/worksheets/sheet1.xml', sheet(50_001)]]));
  expect((await refusal(checkValues(committee, long))).code).toBe('tooManyRows');
  const text = zipOf(new Map([['word/document.xml', Buffer.from('<w/>')]]));
  expect((await refusal(checkValues(committee, text))).code).toBe('noSheet');
  expect(await standing(w)).toEqual([]);
});
