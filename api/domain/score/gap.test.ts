import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILTIN_SCHEME } from './builtin.ts';
import type { UnitResult, Value } from './data.ts';
import { explainGap } from './gap.ts';
import { score } from './score.ts';

type Reached = Record<string, Omit<Value, 'unit' | 'indicator'>>;

const ALL_GOOD: Reached = {
  V1: { value: 1 },
  V2: { value: 1 },
  V3: { value: 1 },
  V4: { value: 1 },
  V5: { value: 1 },
  V6: { value: true },
  V7: { value: true },
  V8: { value: 12 },
  V9: { marks: [100] },
  V10: { value: 0 },
  V11: { value: 0 },
  V12: { value: false },
};

function resultsOf(...reached: Reached[]): UnitResult[] {
  const units = reached.map((_, i) => ({ key: `v${i}`, name: `示例${i}村`, group: 'village' }));
  const values = reached.flatMap((own, i) =>
    Object.entries({ ...ALL_GOOD, ...own }).map(([indicator, value]) => ({
      unit: `v${i}`,
      indicator,
      ...value,
    })),
  );
  const { results } = score(BUILTIN_SCHEME, { units, values });
  return units.flatMap(({ key }) => results.filter(({ unit }) => unit === key));
}

const gapOf = (behind: Reached, ahead: Reached) => {
  const [own, other] = resultsOf(behind, ahead);
  return own && other ? explainGap(own, other, BUILTIN_SCHEME) : [];
};

test('the lines on which a unit is behind are told, the largest difference first', () => {
  const gap = gapOf({ V2: { value: 0.7 }, V6: { value: false }, V11: { value: 1 } }, { V1: { value: 0.5 } });
  expect(gap.map(({ text }) => text)).toEqual([
    '儿童之家覆盖：0.00分，对方8.00分，差8.00分',
    '按时办结率：14.00分，对方20.00分，差6.00分',
    '迟报瞒报：-2.00分，对方0.00分，差2.00分',
  ]);
});

test('points are compared as they come into the total, scaled up where a line does not apply', () => {
  const gap = gapOf(
    { V2: { value: 0.6 } },
    { V2: { value: 0.6 }, V1: { notApplicable: true }, V6: { value: false } },
  );
  // 92 points become 92, and 72 of 80 become 90: every other line of the second is worth a quarter more.
  expect(gap.find(({ indicator }) => indicator === 'V2')).toMatchObject({
    difference: 3,
    text: '按时办结率：折算后12.00分，对方15.00分，差3.00分',
  });
  expect(gap.find(({ indicator }) => indicator === 'V6')).toBeUndefined();
});

test('a veto comes before everything else', () => {
  const [first, second] = gapOf({ V12: { value: true }, V1: { value: 0.5 } }, {});
  expect(first?.text).toBe('履职不力造成恶劣影响：发生一票否决事项，排在未被否决的单位之后');
  expect(second?.indicator).toBe('V1');
});

test('between units with all lines, the differences both ways add up to that of the totals', () => {
  const rate = fc.integer({ min: 0, max: 120 }).map((n) => ({ value: n / 100 }));
  const reached = fc.record({ V1: rate, V2: rate, V4: rate, V8: rate, V10: fc.constant({ value: 1 }) });
  fc.assert(
    fc.property(reached, reached, (a, b) => {
      const [own, other] = resultsOf(a, b);
      if (own === undefined || other === undefined) throw new Error('two units, two results');
      const cents = (gap: ReturnType<typeof explainGap>) =>
        gap.reduce((all, { difference }) => all + Math.round(difference * 100), 0);
      const net =
        cents(explainGap(own, other, BUILTIN_SCHEME)) - cents(explainGap(other, own, BUILTIN_SCHEME));
      expect(net).toBe(Math.round((other.total ?? 0) * 100) - Math.round((own.total ?? 0) * 100));
    }),
  );
});
