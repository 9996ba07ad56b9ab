import { expect, test } from 'vitest';
import { day } from '../time/day.ts';
import type { Basis } from './assemble.ts';
import { BUILTIN_SCHEME } from './builtin.ts';
import type { Method, Scheme } from './scheme.ts';
import { tryOut } from './try-out.ts';

const units = ['a', 'b'].map((key) => ({ key, name: key, group: 'village' }));
const scheme = (method: Method, measure: string): Scheme => ({
  ...BUILTIN_SCHEME,
  asOf: day('2026-06-30'),
  indicators: [{ code: 'V1', name: '一项', group: 'village', weight: 100, method, measure }],
});
const basis: Basis = {
  collected: { 'task.completion': { a: { value: 1, outOf: 2 } }, 'supervision.count': { a: { value: 2 } } },
  reported: { V1: { a: { value: true } } },
};
const totals = (...tried: Parameters<typeof scheme>) => {
  const { results, unfit } = tryOut(scheme(...tried), basis, units);
  return { totals: Object.fromEntries(results.map(({ unit, total }) => [unit, total])), unfit };
};

test('shares, counts and reported figures are scored; who has no share has nothing to be measured, who has no count has none', () => {
  expect(totals({ type: 'linear', floor: 0, target: 1 }, 'task.completion')).toEqual({
    totals: { a: 50, b: null },
    unfit: [],
  });
  expect(totals({ type: 'deduct', each: 10 }, 'supervision.count')).toEqual({
    totals: { a: 80, b: 100 },
    unfit: [],
  });
  expect(totals({ type: 'met' }, 'reported')).toEqual({ totals: { a: 100, b: 0 }, unfit: [] });
});

test('a figure that the draft’s method cannot read is missing, and said to be so', () => {
  expect(totals({ type: 'linear', floor: 0, target: 1 }, 'reported')).toEqual({
    totals: { a: 0, b: 0 },
    unfit: ['V1'],
  });
  expect(totals({ type: 'deduct', each: 10 }, 'task.completion').unfit).toEqual(['V1']);
});
