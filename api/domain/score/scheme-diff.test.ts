import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILTIN_SCHEME } from './builtin.ts';
import type { Indicator, Scheme } from './scheme.ts';
import { diffSchemes } from './scheme-diff.ts';

const scheme = (indicators: readonly Indicator[], rest: Partial<Scheme> = {}): Scheme => ({
  ...BUILTIN_SCHEME,
  indicators,
  ...rest,
});
const rate: Indicator = {
  code: 'V1',
  name: '安全感',
  group: 'village',
  weight: 20,
  method: { type: 'shortfall', from: 0.96, per: 0.01, each: 0.25, whole: false, better: 'higher' },
  measure: 'reported',
};

test('says in words what a new version changes', () => {
  const stricter: Indicator = {
    ...rate,
    weight: 15,
    method: { ...rate.method, each: 0.5 } as Indicator['method'],
  };
  const added: Indicator = { ...rate, code: 'V2', name: '挂牌', weight: 5, method: { type: 'met' } };
  expect(diffSchemes(scheme([rate]), scheme([stricter, added], { bonusCap: 3 }))).toEqual([
    { kind: 'changed', indicator: null, text: '加分合计上限由“5分”改为“3分”' },
    {
      kind: 'changed',
      indicator: 'V1',
      text:
        '安全感：权重由“20分”改为“15分”；规则由“低于96%的，每低1个百分点扣0.25分，扣完为止”' +
        '改为“低于96%的，每低1个百分点扣0.5分，扣完为止”',
    },
    { kind: 'added', indicator: 'V2', text: '新增“挂牌”（5分）：达标得满分，未达标不得分' },
  ]);
  expect(diffSchemes(scheme([rate]), scheme([]))).toEqual([
    {
      kind: 'removed',
      indicator: 'V1',
      text: '删去“安全感”（20分）：低于96%的，每低1个百分点扣0.25分，扣完为止',
    },
  ]);
});

test('says nothing where nothing differs, however the indicators are ordered, and names each one that does', () => {
  const all = BUILTIN_SCHEME.indicators;
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...all], { minLength: all.length }),
      fc.nat(all.length - 1),
      (shuffled, i) => {
        expect(diffSchemes(BUILTIN_SCHEME, scheme(shuffled))).toEqual([]);
        const renamed = all.map((indicator, at) =>
          at === i ? { ...indicator, name: '别的名称' } : indicator,
        );
        const changes = diffSchemes(BUILTIN_SCHEME, scheme(renamed));
        expect(changes.map(({ kind, indicator }) => [kind, indicator])).toEqual([['changed', all[i]?.code]]);
      },
    ),
    { numRuns: 30 },
  );
});
