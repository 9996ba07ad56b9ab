import { describe, expect, test } from 'vitest';
import { faultsOf, inValues, type Json, SCHEME, UNITS, VALUES } from './testing.ts';

describe('values', () => {
  const V1 = { unit: 'v01', indicator: 'V1' };
  const V2 = { unit: 'v01', indicator: 'V2' };
  const V3 = { unit: 'v01', indicator: 'V3' };
  const V4 = { unit: 'v01', indicator: 'V4' };

  test.each<[Json, string[]]>([
    [{ ...V1, value: true }, ['values[0].value: 应为数字，实际是 true']],
    [{ ...V1, value: '0.9' }, ['values[0].value: 应为数字，实际是 "0.9"']],
    [{ ...V1, value: null }, ['values[0].value: 应为数字，实际是 null']],
    [{ ...V1, value: Number.NaN }, ['values[0].value: 应为有限的数字']],
    [{ ...V1, value: JSON.parse('1e999') }, ['values[0].value: 应为有限的数字']],
    [{ ...V1, marks: [1] }, ['values[0].marks: linear 的指标应给出 value，不用 marks']],
    [{ ...V1, value: 1, outOf: 0 }, ['values[0].outOf: 应大于 0，实际是 0']],
    [{ ...V1, outOf: 3, dueOn: '2026-01-01' }, ['values[0].outOf: 只能与数值型的 value 一起给出']],
    [{ ...V2, value: 90 }, ['values[0].value: 评议法的指标应给出 marks（评分列表），不用 value']],
    [{ ...V2, marks: [] }, ['values[0].marks: 至少要有一个评分']],
    [
      { ...V2, marks: [101, -1, '9'] },
      [
        'values[0].marks[0]: 不能大于 100，实际是 101',
        'values[0].marks[1]: 不能小于 0，实际是 -1',
        'values[0].marks[2]: 应为数字，实际是 "9"',
      ],
    ],
    [{ ...V2, marks: 90 }, ['values[0].marks: 应为数组，实际是 90']],
    [{ ...V3, value: -1 }, ['values[0].value: 不能小于 0，实际是 -1']],
    [{ ...V3, value: 1.5 }, ['values[0].value: 应为整数，实际是 1.5']],
    [{ ...V3, value: 1, outOf: 2 }, ['values[0].outOf: 只能与数值型的 value 一起给出']],
    [{ ...V4, value: 1 }, ['values[0].value: 应为 true 或 false，实际是 1']],
    [{ ...V1, notApplicable: 'yes' }, ['values[0].notApplicable: 应为 true 或 false，实际是 "yes"']],
    [{ ...V1, value: 1, notApplicable: true }, ['values[0]: value、notApplicable 只能给出一个']],
    [
      { ...V1, dueOn: '2026-13-01' },
      ['values[0].dueOn: 应为真实存在的日期（如 2026-12-31），实际是 "2026-13-01"'],
    ],
    [V1, ['values[0]: 应给出 value、marks、notApplicable、dueOn 之一']],
    [{ ...V1, unit: 'v99', value: 1 }, ['values[0].unit: 没有单位 "v99"']],
    [{ ...V1, indicator: 'X', value: 1 }, ['values[0].indicator: 没有指标 "X"']],
    [
      { unit: 'd01', indicator: 'V1', value: 1 },
      ['values[0].indicator: 指标 "V1" 不属于单位 "d01" 所在的分组'],
    ],
  ])('%o is refused', (value, faults) => {
    expect(inValues(value)).toEqual(faults);
  });

  test.each<[Json]>([
    [{ ...V1, value: -3 }],
    [{ ...V1, value: 1e308 }],
    [{ ...V1, value: 23, outOf: 24 }],
    [{ ...V1, value: 0.5, dueOn: '2026-12-20' }],
    [{ ...V1, value: 0.5, notApplicable: false }],
    [{ ...V1, notApplicable: true, dueOn: '2026-12-20' }],
    [{ ...V1, dueOn: '2024-02-29' }],
    [{ ...V3, value: 3e2 }],
    [{ ...V3, value: -0 }],
  ])('%o is a value', (value) => {
    expect(inValues(value)).toEqual([]);
  });

  test('are given once for a unit and an indicator', () => {
    expect(inValues({ ...V1, value: 1 }, { ...V2, marks: [1] }, { ...V1, notApplicable: true })).toEqual([
      'values[2]: 单位 "v01" 的指标 "V1" 重复给出',
    ]);
  });

  test('all their faults are told, and those of the units', () => {
    const units = [...UNITS, { key: 'v01', name: '', group: 'x' }, 7];
    expect(faultsOf(SCHEME, { units, values: [{ ...V3, value: -1 }, 'x', null] })).toEqual([
      'units[2].name: 不能为空',
      'units[2].group: 没有分组 "x"',
      'units[3]: 应为对象，实际是 7',
      'units[2].key: "v01" 重复',
      'values[0].value: 不能小于 0，实际是 -1',
      'values[1]: 应为对象，实际是 "x"',
      'values[2]: 应为对象，实际是 null',
    ]);
  });

  test('a group that does not exist is told once, at the unit or the indicator', () => {
    const units = [{ key: 'v01', name: '示例一村', group: 'x' }];
    expect(faultsOf(SCHEME, { units, values: [{ ...V1, value: 1 }] })).toEqual([
      'units[0].group: 没有分组 "x"',
    ]);
  });

  test('are not held against a list that is missing elsewhere', () => {
    expect(faultsOf({ ...SCHEME, indicators: 1 }, { units: 1, values: VALUES })).toEqual([
      'indicators: 应为数组，实际是 1',
      'units: 应为数组，实际是 1',
    ]);
  });
});
