import { describe, expect, test } from 'vitest';
import { day } from '../../time/day.ts';
import type { Value } from '../data.ts';
import type { Indicator, Method, Scheme } from '../scheme.ts';
import { score } from '../score.ts';

/** The explanation of one unit's line on an indicator. */
function why(
  method: Method,
  reached: Omit<Value, 'unit' | 'indicator'> | null,
  extra: Partial<Indicator> = {},
  mode: Scheme['mode'] = 'rolling',
): string | undefined {
  const indicator = { code: 'A', name: '指标', group: 'g', weight: 20, method, ...extra };
  const grades = [
    { name: '合格', min: 60 },
    { name: '不合格', min: 0 },
  ];
  const scheme = {
    year: 2026,
    mode,
    asOf: day('2026-06-30'),
    groups: [{ key: 'g', name: '组', grades }],
    indicators: [indicator],
  };
  const units = [{ key: 'v', name: '示例一村', group: 'g' }];
  const values = reached === null ? [] : [{ unit: 'v', indicator: 'A', ...reached }];
  return score(scheme, { units, values }).results[0]?.lines[0]?.why;
}

const RATE: Method = { type: 'linear', floor: 0, target: 1 };
const LATER = { dueOn: day('2026-12-20') };

test('a rate is said as the scheme and the plan say it', () => {
  expect(why(RATE, { value: 0.96 })).toBe('96% ÷ 目标100% × 20分 = 19.20分');
});

test('points that had to be rounded are only about equal', () => {
  expect(why(RATE, { value: 0.8333 })).toBe('83.33% ÷ 目标100% × 20分 ≈ 16.67分');
});

describe('a line without a value says what that does', () => {
  test.each<[Method, string]>([
    [RATE, '截至2026-06-30未报，20分中得0.00分'],
    [{ type: 'bonus', each: 1, cap: 2 }, '截至2026-06-30未报，不加分'],
    [{ type: 'penalty', each: 1 }, '截至2026-06-30未报，不扣分'],
    [{ type: 'veto' }, '截至2026-06-30未报，不否决'],
  ])('missing: %o', (method, said) => {
    expect(why(method, null)).toBe(said);
  });

  test('missing on its due day', () => {
    expect(why(RATE, LATER, {}, 'final')).toBe('应于2026-12-20报，截至2026-06-30未报，20分中得0.00分');
  });

  test('not due', () => {
    expect(why(RATE, LATER)).toBe('2026-12-20到期，截至2026-06-30尚未到期，暂不计入，其余指标按比例折算');
    expect(why({ type: 'veto' }, LATER)).toBe('2026-12-20到期，截至2026-06-30尚未到期，暂不计入');
  });

  test('not applicable', () => {
    expect(why(RATE, { notApplicable: true })).toBe('本单位不适用，不计入，其余指标按比例折算');
    expect(why({ type: 'penalty', each: 1 }, { notApplicable: true })).toBe('本单位不适用，不计入');
  });
});

describe('a veto', () => {
  test('names the grade that it leads to', () => {
    expect(why({ type: 'veto' }, { value: true })).toBe(
      '发生一票否决事项，等次定为“不合格”，排在其他单位之后',
    );
    expect(why({ type: 'veto' }, { value: false })).toBe('未发生一票否决事项');
  });
});

describe('figures', () => {
  test('are percent where all thresholds are shares, and plain numbers where they may be counts', () => {
    expect(why({ type: 'bands', bands: [{ atLeast: 0.9, share: 1 }] }, { value: 0.925 })).toMatch(/^92.5%，/);
    expect(why({ type: 'bands', bands: [{ atLeast: 1, share: 1 }] }, { value: 3 })).toMatch(/^3，/);
    expect(why({ type: 'linear', floor: 0, target: 12 }, { value: 3 })).toMatch(/^3 ÷ 目标12/);
  });

  test('bear the unit that the scheme names', () => {
    expect(why({ type: 'linear', floor: 0, target: 1 }, { value: 1 }, { unitOfMeasure: '次' })).toMatch(
      /^1次 ÷ 目标1次/,
    );
  });

  test('are cut to four decimals, and say so', () => {
    expect(why(RATE, { value: 2 / 3 })).toBe('约66.6667% ÷ 目标100% × 20分 ≈ 13.33分');
  });

  test('stay short however large or small the number', () => {
    expect(why({ type: 'linear', floor: 0, target: 9 }, { value: 1e308 })).toMatch(
      /^约1.0000×10\^308，好于目标9/,
    );
    expect(why({ type: 'linear', floor: 0, target: 9 }, { value: 1e-300 })).toBe(
      '约0 ÷ 目标9 × 20分 ≈ 0.00分',
    );
    expect(why({ type: 'linear', floor: 1e300, target: 9 }, { value: -1e300 })).toMatch(
      /^约-1.0000×10\^300，/,
    );
  });

  test('of a share that was given as such are told with both numbers', () => {
    expect(why(RATE, { value: 24, outOf: 25 })).toBe('24/25（96%） ÷ 目标100% × 20分 = 19.20分');
  });
});

test('the only unit with a value has the full points of a ranking', () => {
  expect(why({ type: 'rank', better: 'higher' }, { value: 7 })).toBe('7，仅1个单位有数据，得满分20.00分');
});
