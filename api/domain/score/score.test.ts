import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { BUILTIN_SCHEME } from './builtin.ts';
import type { Line, Unit, UnitResult, Value } from './data.ts';
import { readScoreInput } from './read.ts';
import { type Indicator, type Scheme, valueKindOf } from './scheme.ts';
import { score } from './score.ts';

const indicator = (code: string, weight: number, method: Indicator['method']): Indicator => ({
  code,
  name: code,
  group: 'village',
  weight,
  method,
});

const SCHEME: Scheme = {
  year: 2026,
  mode: 'rolling',
  asOf: day('2026-06-30'),
  groups: [
    {
      key: 'village',
      name: '村(社)组',
      grades: [
        { name: '优秀', min: 90, maxShare: 0.5 },
        { name: '不合格', min: 0 },
      ],
    },
  ],
  indicators: [
    indicator('A', 60, { type: 'linear', floor: 0, target: 1 }),
    indicator('B', 40, { type: 'rank', better: 'higher' }),
    indicator('C', 0, { type: 'veto' }),
  ],
};

/** Scores villages by what each reached on A, B and C; results in the order given. */
function scored(reached: Partial<Record<string, Omit<Value, 'unit' | 'indicator'>>>[], scheme = SCHEME) {
  const units = reached.map((_, i): Unit => ({ key: `v${i}`, name: `示例${i}村`, group: 'village' }));
  const values = reached.flatMap((own, i) =>
    Object.entries(own).map(([code, value]): Value => ({ unit: `v${i}`, indicator: code, ...value })),
  );
  const { results } = score(scheme, { units, values });
  return units.map(({ key }) => results.find(({ unit }) => unit === key));
}

describe('a value that has not come in', () => {
  const late = { A: { value: 1 }, B: { dueOn: day('2026-07-01') } };

  test('does not count in a rolling score until the day it is due has come', () => {
    const [result] = scored([late]);
    expect(result).toMatchObject({ total: 100 });
    expect(result?.lines[1]).toMatchObject({ state: 'notDue', points: 0 });
  });

  test('counts with 0 points on the day it is due, and wherever no day is said', () => {
    for (const B of [{ dueOn: day('2026-06-30') }, { notApplicable: false }, undefined]) {
      const [result] = scored([{ A: { value: 1 }, ...(B && { B }) }]);
      expect(result).toMatchObject({ total: 60 });
      expect(result?.lines[1]).toMatchObject({ state: 'missing', points: 0 });
    }
  });

  test('counts with 0 points in a final score, whenever it is due', () => {
    const [result] = scored([late], { ...SCHEME, mode: 'final' });
    expect(result).toMatchObject({ total: 60 });
    expect(result?.lines[1]).toMatchObject({ state: 'missing' });
  });

  test('a value that came in early is scored', () => {
    const [result] = scored([{ A: { value: 0.5, dueOn: day('2026-12-31') }, B: { value: 3 } }]);
    expect(result).toMatchObject({ total: 70 });
  });
});

test('a place is among the units of the group that have a value, vetoed or not', () => {
  const results = scored([
    { A: { value: 1 }, B: { value: 9 }, C: { value: true } },
    { A: { value: 1 }, B: { value: 7 } },
    { A: { value: 1 }, B: { value: 5 } },
    { A: { value: 1 }, B: { notApplicable: true } },
    { A: { value: 1 } },
  ]);
  expect(results.map((result) => result?.lines[1]?.points)).toEqual([40, 20, 0, 0, 0]);
  expect(results.map((result) => result?.total)).toEqual([100, 80, 60, 100, 60]);
  expect(results.map((result) => result?.rank)).toEqual([5, 2, 3, 1, 3]);
});

test('a unit to which nothing applies is listed last, without total, rank or grade', () => {
  const units = [
    { key: 'v1', name: '示例一村', group: 'village' },
    { key: 'v2', name: '示例二村', group: 'village' },
  ];
  const values = ['A', 'B'].map((code) => ({ unit: 'v1', indicator: code, notApplicable: true }));
  const { results } = score(SCHEME, { units, values });
  expect(results.map(({ unit }) => unit)).toEqual(['v2', 'v1']);
  expect(results[1]).toMatchObject({ total: null, scaled: 0, rank: null, grade: null, vetoed: false });
});

test('one that is vetoed without a total has neither rank nor grade', () => {
  const [result] = scored([{ A: { notApplicable: true }, B: { notApplicable: true }, C: { value: true } }]);
  expect(result).toMatchObject({ vetoed: true, total: null, rank: null, grade: null });
});

test('a scheme without units gives no results', () => {
  expect(score(SCHEME, { units: [], values: [] })).toEqual({ results: [] });
});

test('a value of the wrong kind, which the reader would have refused, is an error', () => {
  expect(() => scored([{ A: { value: true } }])).toThrow(TypeError);
  expect(() => scored([{ C: { value: 1 } }])).toThrow(TypeError);
});

test('groups come in the order of the scheme, within them ranks, within those the order of the data', () => {
  const groups = ['b', 'a'].map((key) => ({ key, name: key, grades: [{ name: '合格', min: 0 }] }));
  const indicators = groups.map(({ key }) => ({ ...indicator(key, 100, { type: 'met' }), group: key }));
  const unit = (key: string) => ({ key, name: key, group: key.slice(0, 1) });
  const units = ['a1', 'b1', 'b2', 'b3', 'a2'].map(unit);
  const values = ['b2', 'b3', 'a2'].map((key) => ({ unit: key, indicator: key.slice(0, 1), value: true }));
  const { results } = score({ ...SCHEME, groups, indicators }, { units, values });
  expect(results.map(({ unit, rank }) => [unit, rank])).toEqual([
    ['b2', 1],
    ['b3', 1],
    ['b1', 3],
    ['a2', 1],
    ['a1', 2],
  ]);
});

function addsUp({ total, scaled, bonus, penalty }: UnitResult): void {
  expect(bonus).toBeLessThanOrEqual(5);
  expect(scaled).toBeLessThanOrEqual(100);
  if (total === null) expect(scaled).toBe(0);
  else expect(total).toBe(Math.max(0, Math.round((scaled + bonus - penalty) * 100) / 100));
}

function isExplained({ state, points, weight, why }: Line): void {
  expect(Math.round(points * 100) / 100).toBe(points);
  if (state !== 'scored') expect(points).toBe(0);
  if (weight > 0) expect(points).toBeLessThanOrEqual(weight);
  if (points > 0) expect(why).toContain(`${points.toFixed(2)}分`);
  expect(why).not.toMatch(/undefined|NaN|null/);
}

describe('any year of the built-in scheme', () => {
  const number = fc.integer({ min: 0, max: 130 }).map((n) => ({ value: n / 100 }));
  const share = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }))
    .map(([value, outOf]) => ({ value, outOf }));
  const content = (one: Indicator): fc.Arbitrary<Omit<Value, 'unit' | 'indicator'>> => {
    switch (valueKindOf(one.method)) {
      case 'number':
        return fc.oneof(number, share);
      case 'count':
        return fc.nat({ max: 6 }).map((value) => ({ value }));
      case 'boolean':
        return fc.boolean().map((value) => ({ value }));
      case 'marks':
        return fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 7 }).map((marks) => ({ marks }));
    }
  };
  const UNITS: readonly Unit[] = ['village', 'department'].flatMap((group) =>
    [1, 2, 3, 4].map((n) => ({ key: `${group}${n}`, name: `示例${n}`, group })),
  );
  const PLACES = UNITS.flatMap((unit) =>
    BUILTIN_SCHEME.indicators.filter(({ group }) => group === unit.group).map((one) => ({ unit, one })),
  );
  const values = fc
    .tuple(
      ...PLACES.map(({ unit, one }) =>
        fc
          .oneof(
            { weight: 8, arbitrary: content(one) },
            { weight: 1, arbitrary: fc.constant({ notApplicable: true }) },
            { weight: 1, arbitrary: fc.constant({ dueOn: day('2027-01-10') }) },
          )
          .map((reached): Value => ({ unit: unit.key, indicator: one.code, ...reached })),
      ),
    )
    .map((all) => all.filter((_, i) => i % 7 !== 3));
  const mode = fc.constantFrom('final' as const, 'rolling' as const);

  test('is read without fault, and its totals add up', () => {
    fc.assert(
      fc.property(values, mode, (values, mode) => {
        const input = readScoreInput({ ...BUILTIN_SCHEME, mode }, { units: UNITS, values });
        if (!input.ok) throw new Error(input.faults.join('\n'));
        const { results } = score(input.scheme, input.data);
        expect(results).toHaveLength(UNITS.length);
        results.forEach(addsUp);
        results.flatMap(({ lines }) => lines).forEach(isExplained);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(values, mode, (values, mode) => {
        const scheme = { ...BUILTIN_SCHEME, mode };
        const shuffled = values.toSorted((a, b) => a.indicator.localeCompare(b.indicator));
        expect(score(scheme, { units: UNITS, values: shuffled })).toEqual(
          score(scheme, { units: UNITS, values }),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('ranks and grades each unit alike, in whatever order the units come', () => {
    fc.assert(
      fc.property(values, (values) => {
        const byUnit = (units: readonly Unit[]) =>
          score(BUILTIN_SCHEME, { units, values }).results.toSorted((a, b) => a.unit.localeCompare(b.unit));
        expect(byUnit(UNITS.toReversed())).toEqual(byUnit(UNITS));
      }),
      { numRuns: 30 },
    );
  });
});
