import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnitId } from '../../../db/vocabulary.ts';
import { columnsFor } from '../../documents/workbook/score-columns.ts';
import { writeScoreSheet } from '../../documents/workbook/score-sheet.ts';
import type { ScoreSheet } from '../../documents/workbook/sheet-data.ts';
import type { Value } from '../../domain/score/data.ts';
import type { Indicator, Method, Scheme } from '../../domain/score/scheme.ts';
import { score } from '../../domain/score/score.ts';
import { day } from '../../domain/time/day.ts';
import { cellsOf, reckoned } from '../../testing/workbook.ts';
import { sheetOf } from './score-sheet.ts';

const FIRST = 6;
const methods: readonly Method[] = [
  { type: 'linear', floor: 0, target: 1 },
  { type: 'linear', floor: 1, target: 0 },
  { type: 'deduct', each: 0.35 },
  { type: 'bonus', each: 0.75, cap: 3 },
  { type: 'penalty', each: 1.5 },
  { type: 'veto' },
];
const ROLELESS = new Set(['bonus', 'penalty', 'veto']);

/** `first`, and what is left of 100 shared among `others` more: to six decimals, the last takes what does not divide. */
function weightsOf(first: number, others: number): number[] {
  if (others === 0) return [100];
  const left = Math.round((100 - first) * 1e6);
  const each = Math.floor(left / others);
  const last = left - each * (others - 1);
  return [first, ...Array.from({ length: others - 1 }, () => each / 1e6), last / 1e6];
}

/** Schemes of 2 to 8 indicators, weights with odd decimals among them, and what some units reached on them. */
const cases = fc
  .record({
    kinds: fc.array(fc.nat(methods.length - 1), { minLength: 1, maxLength: 7 }),
    first: fc.constantFrom(10, 33.3, 12.345, 60),
    bonusCap: fc.option(fc.constantFrom(1, 2.5), { nil: undefined }),
    units: fc.integer({ min: 1, max: 6 }),
    reached: fc.infiniteStream(
      fc.oneof(
        { weight: 5, arbitrary: fc.nat(1000) },
        { weight: 1, arbitrary: fc.constantFrom('n/a' as const, 'missing' as const, 'notDue' as const) },
      ),
    ),
  })
  .map(({ kinds, first, bonusCap, units, reached }) => {
    const weighted = [0, ...kinds].filter((kind) => !ROLELESS.has(methods[kind]?.type ?? ''));
    const weights = weightsOf(first, weighted.length - 1);
    const indicators = [0, ...kinds].map((kind, at): Indicator => {
      const method = methods[kind] ?? { type: 'met' };
      return {
        code: `V${at}`,
        name: `指标${at}`,
        group: 'village',
        weight: ROLELESS.has(method.type) ? 0 : (weights.shift() ?? 0),
        method,
      };
    });
    const scheme: Scheme = {
      ...{ year: 2026, mode: 'rolling', asOf: day('2026-06-30'), indicators },
      ...(bonusCap === undefined ? {} : { bonusCap }),
      groups: [{ key: 'village', name: '村(社)组', grades: [{ name: '合格', min: 0 }] }],
    };
    const names = Array.from({ length: units }, (_, n) => String(n + 1));
    const values = names.flatMap((unit) =>
      indicators.map((indicator): Value => {
        const of = { unit, indicator: indicator.code };
        const got = reached.next().value;
        if (got === 'n/a') return { ...of, notApplicable: true };
        if (typeof got !== 'number')
          return { ...of, dueOn: day(got === 'missing' ? '2026-06-01' : '2026-12-01') };
        const { type } = indicator.method;
        if (type === 'veto') return { ...of, value: got > 900 };
        return { ...of, value: type === 'linear' ? got / 1000 : got % 7 };
      }),
    );
    return { scheme, names, values };
  });

function sheetFor({
  scheme,
  names,
  values,
}: typeof cases extends fc.Arbitrary<infer C> ? C : never): ScoreSheet {
  const units = names.map((key) => ({ key, name: `示例${key}村`, group: 'village' }));
  const { results } = score(scheme, { units, values });
  const scored = {
    asOf: new Date('2026-06-30T16:00:00Z'),
    scheme: { year: 2026, version: 1, body: scheme },
    units: new Map(
      units.map(({ key, name }) => [Number(key) as UnitId, { name, group: 'village' as const }]),
    ),
    results: results.map((result) => ({ ...result, unitId: Number(result.unit) as UnitId })),
  };
  return sheetOf(scored, 'village', '考核得分表', '');
}

const figure = (text: string): number | null => (text === '' ? null : Number(text));

test("another spreadsheet's engine comes to the same sums, totals and ranks", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const sheet = sheetFor(one);
      const valueAt = await reckoned(await writeScoreSheet(sheet));
      const columns = columnsFor(sheet);
      const found = sheet.rows.map((_, at) => {
        const cell = (column: number) => figure(valueAt(FIRST + at, column));
        return {
          scaled: cell(columns.scaled),
          bonus: cell(columns.bonus),
          penalty: cell(columns.penalty),
          total: cell(columns.total),
          rank: cell(columns.rank),
        };
      });
      const said = sheet.rows.map(({ scaled, bonus, penalty, total, rank }) => ({
        ...{ bonus, penalty, total, rank },
        scaled: total === null ? null : scaled,
      }));
      expect(found).toEqual(said);
    }),
    { numRuns: 25 },
  );
});

test('a program that does not reckon shows the same figures', async () => {
  const [one] = fc.sample(cases, { numRuns: 1, seed: 7 });
  if (one === undefined) throw new Error('no sample');
  const sheet = sheetFor(one);
  const bytes = await writeScoreSheet(sheet);
  const { total } = columnsFor(sheet);
  const kept = (await cellsOf(bytes)).filter(({ row, column }) => column === total && row >= FIRST);
  expect(kept.slice(0, sheet.rows.length).map(({ text }) => figure(text))).toEqual(
    sheet.rows.map((row) => row.total),
  );
});

test('text that looks like a formula stays text', async () => {
  const [one] = fc.sample(cases, { numRuns: 1, seed: 3 });
  if (one === undefined) throw new Error('no sample');
  const sheet = sheetFor(one);
  const rows = sheet.rows.map((row) => ({ ...row, unit: '=HYPERLINK("http://x")' }));
  const cells = await cellsOf(await writeScoreSheet({ ...sheet, rows, title: '+1', basis: '@sum' }));
  for (const { formula, text } of cells.filter((cell) => cell.isText)) {
    expect(formula).toBeNull();
    expect(text).not.toMatch(/^[=+\-@]/);
  }
  expect(cells.some(({ text }) => text === '\'=HYPERLINK("http://x")')).toBe(true);
});
