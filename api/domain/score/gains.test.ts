import { expect, test } from 'vitest';
import { day } from '../time/day.ts';
import type { Value } from './data.ts';
import { gains } from './gains.ts';
import type { Scheme } from './scheme.ts';
import { score } from './score.ts';

const SCHEME: Scheme = {
  year: 2026,
  mode: 'rolling',
  asOf: day('2026-06-30'),
  bonusCap: 3,
  groups: [{ key: 'village', name: '村(社)组', grades: [{ name: '合格', min: 0 }] }],
  indicators: [
    {
      code: 'A',
      name: '办结率',
      group: 'village',
      weight: 50,
      method: { type: 'linear', floor: 0, target: 1 },
    },
    { code: 'B', name: '挂牌', group: 'village', weight: 20, method: { type: 'met' } },
    {
      code: 'C',
      name: '评议',
      group: 'village',
      weight: 20,
      method: { type: 'judged', outOf: 100, trim: false },
    },
    { code: 'D', name: '被督办', group: 'village', weight: 10, method: { type: 'deduct', each: 2 } },
    { code: 'E', name: '经验', group: 'village', weight: 0, method: { type: 'bonus', each: 1, cap: 5 } },
    { code: 'F', name: '迟报', group: 'village', weight: 0, method: { type: 'penalty', each: 2 } },
  ],
};

const gainsOf = (values: Omit<Value, 'unit'>[]) => {
  const units = [{ key: 'v01', name: '示例一村', group: 'village' }];
  const [result] = score(SCHEME, {
    units,
    values: values.map((value) => ({ unit: 'v01', ...value })),
  }).results;
  return result === undefined ? [] : gains(result, SCHEME);
};

test('open points are told with what they would bring, the largest first', () => {
  const found = gainsOf([
    { indicator: 'A', value: 0.8 },
    { indicator: 'B', value: true },
    { indicator: 'C', marks: [90] },
    { indicator: 'D', value: 1 },
    { indicator: 'E', value: 1 },
    { indicator: 'F', value: 1 },
  ]);
  expect(found.map(({ text }) => text)).toEqual([
    '办结率：现得40.00分，最多50分，总分还可增加10.00分（不低于100%）',
    '评议：现得18.00分，最多20分，总分还可增加2.00分（平均评分100）',
    '经验：现得1.00分，最多5分，总分还可增加2.00分（每次加1分）',
  ]);
});

test('what happened cannot be undone, but what is only missing can still be reported', () => {
  const full = [
    { indicator: 'A', value: 1 },
    { indicator: 'B', value: true },
    { indicator: 'C', marks: [100] },
    { indicator: 'E', value: 3 },
  ];
  expect(gainsOf([...full, { indicator: 'D', value: 3 }, { indicator: 'F', value: 2 }])).toEqual([]);
  expect(gainsOf(full).map(({ text }) => text)).toEqual([
    '被督办：未报，现得0.00分，最多10分，总分还可增加10.00分（不发生扣分事项）',
  ]);
});

test('where a line does not apply or is not due, a gain is what the scaled total would gain', () => {
  const found = gainsOf([
    { indicator: 'A', value: 0.8 },
    { indicator: 'B', notApplicable: true },
    { indicator: 'C', dueOn: day('2026-12-20') },
    { indicator: 'D', value: 0 },
    { indicator: 'E', value: 3 },
  ]);
  // Now 50 × 100 ÷ 60 = 83.33; with A in full 100; with C in full 70 × 100 ÷ 80 = 87.5.
  expect(found.map(({ indicator, gain }) => [indicator, gain])).toEqual([
    ['A', 16.67],
    ['C', 4.17],
  ]);
});
