import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Indicator, Method } from '../score/scheme.ts';
import { type FrozenResult, frozenText, readFrozen } from './frozen.ts';
import { entryFormOf, valueText } from './value-text.ts';
import { faultOf, finalValues, isEnteredByUnit, mustBeEntered, reachedOf } from './values.ts';

const of = (method: Method, more: Partial<Indicator> = {}): Indicator => ({
  code: 'V1',
  name: '指标',
  group: 'village',
  weight: 10,
  method,
  ...more,
});
const RATE = of({ type: 'linear', floor: 0, target: 1 });
const MET = of({ type: 'met' });
const JUDGED = of({ type: 'judged', outOf: 100, trim: false });

test('an override goes over marks, marks over what was found; unmarked lines have none', () => {
  const found = [
    { unit: '1', indicator: 'R', value: 0.5 },
    { unit: '1', indicator: 'J', marks: [10] },
    { unit: '2', indicator: 'R', value: 0.6 },
    { unit: '2', indicator: 'J' },
    { unit: '3', indicator: 'J' },
  ];
  const marks = new Map([
    ['1/J', [90, 80]],
    ['2/J', [70]],
  ]);
  const overrides = new Map([
    ['1/R', { value: 0.9 }],
    ['2/J', { marks: [60] }],
  ]);
  const sources = new Map([
    ['R', 'collected'],
    ['J', 'judged'],
  ] as const);
  expect(finalValues(found, { marks, overrides }, sources)).toEqual([
    { unit: '1', indicator: 'R', value: 0.9 },
    { unit: '1', indicator: 'J', marks: [90, 80] },
    { unit: '2', indicator: 'R', value: 0.6 },
    { unit: '2', indicator: 'J', marks: [60] },
    { unit: '3', indicator: 'J' },
  ]);
});

test('a value is of the kind that its method takes, or is said to be wrong', () => {
  expect(faultOf(RATE, { value: 0.5 })).toBeNull();
  expect(faultOf(RATE, { value: true })).toBe('请填数字');
  expect(faultOf(MET, { value: 1 })).toBe('请选是或否');
  expect(faultOf(MET, { notApplicable: true })).toBeNull();
  expect(faultOf(of({ type: 'bonus', each: 1, cap: 3 }), { value: 1.5 })).toBe('请填不小于0的整数');
  expect(faultOf(JUDGED, { value: 101 })).toBe('评分在0到100之间');
  expect(reachedOf(JUDGED, { value: 85 })).toEqual({ marks: [85] });
});

test('a unit enters what is reported, but not what speaks against it, and may leave out a bonus', () => {
  const bonus = of({ type: 'bonus', each: 1, cap: 3 }, { weight: 0 });
  const penalty = of({ type: 'penalty', each: 1 }, { weight: 0 });
  expect([RATE, bonus, penalty].map((each) => isEnteredByUnit(each, 'reported'))).toEqual([
    true,
    true,
    false,
  ]);
  expect([RATE, bonus].map((each) => mustBeEntered(each, 'reported'))).toEqual([true, false]);
  expect(isEnteredByUnit(RATE, 'collected')).toBe(false);
});

test('values are said and entered as people write them', () => {
  expect(valueText(RATE, { value: 23, outOf: 24 })).toBe('约95.8333%（23/24）');
  expect(valueText(RATE, { value: 0.955 })).toBe('95.5%');
  expect(valueText(MET, { value: false })).toBe('否');
  expect(valueText(JUDGED, { marks: [90, 85] })).toBe('90、85');
  expect(valueText(RATE, {})).toBeNull();
  expect(entryFormOf(RATE)).toEqual({ kind: 'number', percent: true, unit: '%', outOf: null });
  expect(entryFormOf(JUDGED)).toMatchObject({ kind: 'marks', percent: false, outOf: 100 });
});

test('the text that is frozen does not depend on the order of keys, and gives back what it holds', () => {
  const shuffled = (value: unknown, order: number): unknown => {
    if (Array.isArray(value)) return value.map((each) => shuffled(each, order));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [key, shuffled(each, order)] as const);
    return Object.fromEntries(order % 2 === 0 ? entries : entries.reverse());
  };
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (scheme, order) => {
      const result = { format: 1, scheme } as unknown as FrozenResult;
      const text = frozenText(result);
      expect(frozenText(shuffled(result, order) as FrozenResult)).toBe(text);
      expect(frozenText(readFrozen(text))).toBe(text);
    }),
    { numRuns: 50 },
  );
});
