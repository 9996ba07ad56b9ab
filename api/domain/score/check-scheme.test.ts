import { describe, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from './builtin.ts';
import { checkScheme, isPublishable, type Surroundings } from './check-scheme.ts';
import type { Indicator, Method, Scheme } from './scheme.ts';

const around: Surroundings = {
  year: 2026,
  groups: ['village', 'department'],
  sections: null,
  collected: new Set([
    ...['task.completion', 'task.timeliness', 'report.timeliness'],
    ...['supervision.count', 'inspection.problems', 'practice.count'],
  ]),
};

/** The built-in scheme with its first indicator changed. */
const changed = (fields: Partial<Indicator>): Scheme => ({
  ...BUILTIN_SCHEME,
  indicators: BUILTIN_SCHEME.indicators.map((indicator, i) =>
    i === 0 ? { ...indicator, ...fields } : indicator,
  ),
});
const foundOn = (scheme: unknown, surroundings = around) =>
  checkScheme(scheme, surroundings)
    .filter(({ path }) => !path.includes('section'))
    .map(({ weight, path, message }) => `${weight} ${path}: ${message}`);
const withMethod = (method: Method, rest: Partial<Indicator> = {}) => foundOn(changed({ method, ...rest }));

describe('before publishing', () => {
  test('the built-in scheme has nothing against it', () => {
    expect(checkScheme(BUILTIN_SCHEME, around)).toEqual([]);
  });

  test('faults of the format keep it back, with their place', () => {
    const findings = checkScheme(changed({ weight: 21 }), around);
    expect(findings[0]).toMatchObject({
      weight: 'fault',
      message: expect.stringContaining('应为 100，实际是'),
    });
    expect(findings[0]?.path).toMatch(/^indicators\[\d+\]\.weight$/);
    expect(isPublishable(findings)).toBe(false);
  });

  test('a source that is none, that has no records yet, or that the method cannot read', () => {
    expect(foundOn(changed({ measure: 'task.speed' }))).toEqual([
      'fault indicators[0].measure: 没有叫“task.speed”的指标来源',
    ]);
    expect(foundOn(changed({ measure: 'visit.coverage' }))).toEqual([
      'fault indicators[0].measure: 系统还没有可以计算“分级走访完成率”的记录，没有谁能提供这个数，请改为填报',
    ]);
    expect(withMethod({ type: 'met' })).toEqual([
      'fault indicators[0].measure: “办结率”不能用这种计分方法：它是一个比率',
    ]);
    expect(withMethod({ type: 'judged', outOf: 100, trim: true }, { measure: 'reported' })).toEqual([
      'fault indicators[0].measure: “填报值”不能用这种计分方法：填报的是一个数或是否，不是多人评分',
    ]);
  });

  test('bands and lines that no value can come to', () => {
    expect(withMethod({ type: 'linear', floor: 0, target: 100 })).toEqual([
      'fault indicators[0].method.target: 取值在0到1之间，达不到100',
    ]);
    expect(
      withMethod({
        type: 'bands',
        bands: [
          { atLeast: 1.2, share: 1 },
          { atLeast: 0.9, share: 0.5 },
        ],
      }),
    ).toEqual(['fault indicators[0].method.bands[0].atLeast: 取值在0到1之间，达不到1.2']);
    expect(withMethod({ type: 'linear', floor: 0, target: 0.9, cutoff: 0.95 })).toHaveLength(1);
    expect(withMethod({ type: 'rank', better: 'higher', bands: [{ atMost: 0, share: 1 }] })).toEqual([
      'fault indicators[0].method.bands[0].atMost: 名次从第1名起',
    ]);
  });

  test('a grade that no total reaches, a group without units, another year’s scheme', () => {
    const [village, department] = BUILTIN_SCHEME.groups;
    if (village === undefined || department === undefined)
      throw new Error('the built-in scheme has two groups');
    const grades = [{ name: '优秀', min: 106 }, ...village.grades.slice(1)];
    const groups = [{ ...village, grades }, department];
    expect(foundOn({ ...BUILTIN_SCHEME, groups })).toEqual([
      'fault groups[0].grades[0].min: “优秀”要106分，加上全部加分也达不到',
    ]);
    expect(foundOn(BUILTIN_SCHEME, { ...around, groups: ['village'] })).toEqual([
      'fault groups[1].key: 没有单位属于分组“department”',
    ]);
    expect(foundOn(BUILTIN_SCHEME, { ...around, year: 2027 })).toEqual([
      'fault year: 方案是2027年度的，这里写的是2026',
    ]);
  });

  test('a section that the plan has not is a fault, none at all a doubt', () => {
    const sections = new Set(BUILTIN_SCHEME.indicators.flatMap(({ section }) => section ?? []));
    expect(checkScheme(BUILTIN_SCHEME, { ...around, sections })).toEqual([]);
    expect(checkScheme(changed({ section: '九(九)9' }), { ...around, sections })).toEqual([
      { weight: 'fault', path: 'indicators[0].section', message: '本年度的工作方案没有“九(九)9”这一节' },
    ]);
    const { section: _, ...without } = BUILTIN_SCHEME.indicators[0] ?? {};
    const scheme = { ...BUILTIN_SCHEME, indicators: [without, ...BUILTIN_SCHEME.indicators.slice(1)] };
    const findings = checkScheme(scheme, { ...around, sections });
    expect(findings.map(({ weight }) => weight)).toEqual(['doubt']);
    expect(isPublishable(findings)).toBe(true);
  });
});
