import { describe, expect, test } from 'vitest';
import { faultsOf, GROUPS, INDICATORS, inScheme, type Json, of } from './testing.ts';

describe('a scheme', () => {
  test.each<[Json, string[]]>([
    [{ year: 2026.5 }, ['year: 应为整数，实际是 2026.5']],
    [{ mode: 'weekly' }, ['mode: 应为 final、rolling 之一，实际是 "weekly"']],
    [{ asOf: '2026-02-30' }, ['asOf: 应为真实存在的日期（如 2026-12-31），实际是 "2026-02-30"']],
    [{ bonusCap: -1 }, ['bonusCap: 不能小于 0，实际是 -1']],
    [{ groups: undefined }, ['groups: 应为数组，实际缺少']],
    [{ indicators: {} }, ['indicators: 应为数组，实际是对象']],
  ])('%o is refused', (change, faults) => {
    expect(inScheme(change)).toEqual(faults);
  });

  test('has groups, each of its own key, with grades from the best to the last', () => {
    expect(inScheme({ groups: [...GROUPS, GROUPS[0]] })).toContain('groups[2].key: "village" 重复');
    const grades = [
      { name: '合格', min: 60, maxShare: 1.5 },
      { name: '合格', min: 60 },
    ];
    const [village, department] = GROUPS;
    expect(
      inScheme({
        groups: [
          { ...village, grades },
          { ...department, grades: [] },
        ],
      }),
    ).toEqual([
      'groups[0].grades[0].maxShare: 不能大于 1，实际是 1.5',
      'groups[0].grades[1].name: "合格" 重复',
      'groups[0].grades[1].min: 等次应由高到低：60 不低于前一等次的 60',
      'groups[1].grades: 至少要有一个等次',
    ]);
  });

  test('has weights that sum to 100 in every group, exactly', () => {
    const weights = (...all: number[]) =>
      inScheme({
        indicators: [
          ...all.map((weight, i) =>
            of('village', `V${i + 1}`, weight, {
              type: i === 1 ? 'judged' : 'linear',
              floor: 0,
              target: 1,
              outOf: 100,
            }),
          ),
          ...INDICATORS.slice(-1),
        ],
      });
    expect(weights(33.3, 33.3, 33.4)).toEqual([]);
    expect(weights(0.1, 0.2, 99.7)).toEqual([]);
    expect(weights(99.99, 0)).toEqual([
      'indicators[1].weight: 分组 "village" 各指标权重之和应为 100，实际是 99.99',
    ]);
    expect(weights(33.33333, 66.66666)).toEqual([
      'indicators[1].weight: 分组 "village" 各指标权重之和应为 100，实际是 99.99999',
    ]);
    expect(weights(0, 0)).toHaveLength(1);
    expect(weights(-20, 120)).toEqual(['indicators[0].weight: 不能小于 0，实际是 -20']);
  });

  test('has indicators in every group', () => {
    expect(inScheme({ indicators: INDICATORS.slice(0, 4) })).toEqual([
      'groups[1]: 分组 "department" 各指标权重之和应为 100，实际是 0',
    ]);
  });

  test('gives no weight to what lies outside the 100', () => {
    const indicators = INDICATORS.map((one, i) => ({ ...one, weight: [60, 35, 5, 0, 100][i] }));
    expect(inScheme({ indicators })).toEqual(['indicators[2].weight: 倒扣项不占权重，应为 0，实际是 5']);
  });

  test('names each indicator once, in a group that there is', () => {
    const indicators = [...INDICATORS, of('town', 'V1', 0, { type: 'veto' })];
    expect(inScheme({ indicators })).toEqual([
      'indicators[5].group: 没有分组 "town"',
      'indicators[5].code: "V1" 重复',
    ]);
  });

  test('has all fields of an indicator', () => {
    expect(inScheme({ indicators: [...INDICATORS, {}] })).toEqual([
      'indicators[5].code: 应为文字，实际缺少',
      'indicators[5].name: 应为文字，实际缺少',
      'indicators[5].group: 应为文字，实际缺少',
      'indicators[5].weight: 应为数字，实际缺少',
      'indicators[5].method: 应为对象，实际缺少',
    ]);
  });

  test('is no list, text or nothing at all', () => {
    expect(faultsOf([], 'x')).toEqual(['scheme: 应为对象，实际是数组', 'data: 应为对象，实际是 "x"']);
    expect(faultsOf(null, {})).toEqual(['scheme: 应为对象，实际是 null']);
  });
});
