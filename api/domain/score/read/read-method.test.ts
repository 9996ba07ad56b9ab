import { describe, expect, test } from 'vitest';
import { INDICATORS, inMethod, inScheme, of } from './testing.ts';

describe('a method', () => {
  const at = 'indicators[0].method';
  const STEPS = { type: 'shortfall', from: 96, per: 1, each: 0.25, whole: true, better: 'higher' };

  test.each<[unknown, string[]]>([
    [
      { type: 'guess' },
      [
        `${at}.type: 应为 linear、bands、curve、shortfall、rank、met、deduct、judged、bonus、surplus、penalty、veto 之一，实际是 "guess"`,
      ],
    ],
    [{ type: 'toString' }, [expect.stringContaining(`${at}.type: `)]],
    ['linear', [`${at}: 应为对象，实际是 "linear"`]],
    [{ type: 'linear', floor: 1, target: 1 }, [`${at}.floor: floor 与 target 不能相等（都是 1）`]],
    [{ type: 'linear', floor: -0, target: 0 }, [`${at}.floor: floor 与 target 不能相等（都是 0）`]],
    [{ type: 'linear', floor: 0, target: Number.POSITIVE_INFINITY }, [`${at}.target: 应为有限的数字`]],
    [{ type: 'linear', floor: '0', target: 1 }, [`${at}.floor: 应为数字，实际是 "0"`]],
    [{ type: 'bands', bands: [] }, [`${at}.bands: 至少要有一档`]],
    [{ type: 'bands' }, [`${at}.bands: 应为数组，实际缺少`]],
    [{ type: 'bands', bands: [{ share: 1 }] }, [`${at}.bands[0]: 应有且只有 atLeast、atMost 之一`]],
    [
      { type: 'bands', bands: [{ atLeast: 1, atMost: 1, share: 1 }] },
      [`${at}.bands[0]: 应有且只有 atLeast、atMost 之一`],
    ],
    [{ type: 'bands', bands: [{ atLeast: 1 }] }, [`${at}.bands[0]: 应有且只有 share、points 之一`]],
    [
      { type: 'bands', bands: [{ atLeast: 1, share: 1.1 }] },
      [`${at}.bands[0].share: 不能大于 1，实际是 1.1`],
    ],
    [
      { type: 'bands', bands: [{ atLeast: 1, share: -0.1 }] },
      [`${at}.bands[0].share: 不能小于 0，实际是 -0.1`],
    ],
    [
      { type: 'bands', bands: [{ atLeast: 1, points: 61 }] },
      [`${at}.bands[0].points: 不能大于 60，实际是 61`],
    ],
    [
      {
        type: 'bands',
        bands: [
          { atLeast: 9, share: 1 },
          { atMost: 8, share: 0.5 },
        ],
      },
      [`${at}.bands[1]: 各档应写法一致，不能混用 atLeast、atMost`],
    ],
    [
      {
        type: 'bands',
        bands: [
          { atLeast: 9, share: 0.5 },
          { atLeast: 8, share: 0.8 },
        ],
      },
      [`${at}.bands[1]: 门槛 8 比 9 容易，得分（0.8）应低于后者（0.5）`],
    ],
    [
      {
        type: 'bands',
        bands: [
          { atLeast: 8, share: 1 },
          { atLeast: 9, share: 1 },
        ],
      },
      [`${at}.bands[0]: 门槛 8 比 9 容易，得分（1）应低于后者（1）`],
    ],
    [
      {
        type: 'bands',
        bands: [
          { atMost: 2, share: 0.5 },
          { atMost: 3, share: 0.8 },
        ],
      },
      [`${at}.bands[1]: 门槛 3 比 2 容易，得分（0.8）应低于后者（0.5）`],
    ],
    [
      {
        type: 'bands',
        bands: [
          { atMost: 2, share: 1 },
          { atMost: 2, share: 0.8 },
        ],
      },
      [`${at}.bands[1].atMost: 门槛 2 重复`],
    ],
    [{ type: 'curve', points: [[0, 0]] }, [`${at}.points: 至少要有两个点`]],
    [{ type: 'curve', points: [[0, 0], [1]] }, [`${at}.points[1]: 应为 [取值, 得分比例]`]],
    [
      {
        type: 'curve',
        points: [
          [0, 0],
          [0, 1],
          [0.5, 2],
        ],
      },
      [`${at}.points[2][1]: 不能大于 1，实际是 2`],
    ],
    [
      {
        type: 'curve',
        points: [
          [0, 0],
          [0, 1],
          [-1, 1],
        ],
      },
      [
        `${at}.points[1]: 取值应逐点增大：0 不大于前一点的 0`,
        `${at}.points[2]: 取值应逐点增大：-1 不大于前一点的 0`,
      ],
    ],
    [{ ...STEPS, per: 0 }, [`${at}.per: 应大于 0，实际是 0`]],
    [{ ...STEPS, each: -1 }, [`${at}.each: 不能小于 0，实际是 -1`]],
    [{ ...STEPS, better: 'more' }, [`${at}.better: 应为 higher、lower 之一，实际是 "more"`]],
    [{ ...STEPS, whole: 1 }, [`${at}.whole: 应为 true 或 false，实际是 1`]],
    [{ type: 'rank' }, [`${at}.better: 应为 higher、lower 之一，实际缺少`]],
    [
      { type: 'rank', better: 'higher', each: 1, bands: [{ atMost: 1, share: 1 }] },
      [`${at}: each 与 bands 只能有一个`],
    ],
    [{ type: 'rank', better: 'higher', bands: [{ atLeast: 1, share: 1 }] }, [`${at}.bands[0]: 缺少 atMost`]],
    [{ type: 'deduct' }, [`${at}.each: 应为数字，实际缺少`]],
    [{ type: 'judged', outOf: 0 }, [`${at}.outOf: 应大于 0，实际是 0`]],
  ])('%o is refused', (method, faults) => {
    expect(inMethod(method).filter((fault) => fault.startsWith('indicators'))).toEqual(faults);
  });

  test.each<[unknown]>([
    [{ type: 'linear', floor: 1, target: 0 }],
    [
      {
        type: 'bands',
        bands: [
          { atLeast: 0.7, share: 0.5 },
          { atLeast: 0.9, share: 1 },
        ],
      },
    ],
    [
      {
        type: 'bands',
        bands: [
          { atMost: 0, points: 60 },
          { atMost: 3, points: 20 },
        ],
      },
    ],
    [{ ...STEPS, whole: undefined }],
    [{ type: 'rank', better: 'lower', each: 0.5 }],
  ])('%o is a rule', (method) => {
    expect(inMethod(method)).toEqual([]);
  });

  test('a bonus has a cap; a penalty need not', () => {
    const indicators = [...INDICATORS, of('village', 'V5', 0, { type: 'bonus', each: 1 })];
    expect(inScheme({ indicators })).toEqual(['indicators[5].method.cap: 应为数字，实际缺少']);
  });
});
