/**
 * What holds of every method, over one table: its points are those of a reckoning by hand in whole hundredths, more
 * of a good thing never scores less, points stay within their bounds, and the order of the data does not matter.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../time/day.ts';
import type { Unit, Value } from '../data.ts';
import { roleOf, type Scheme } from '../scheme.ts';
import { score } from '../score.ts';
import { CASES, type Case } from './testing/every-method.ts';
import { indicator } from './testing/hand.ts';

/** Scores the units of a case, beside a line that all of them have in full; results in the order of the case. */
function scored({ method, weight, reached }: Case, turned = false) {
  const scheme: Scheme = {
    year: 2026,
    mode: 'final',
    asOf: day('2026-12-31'),
    groups: [{ key: 'g', name: '村(社)组', grades: [{ name: '合格', min: 0 }] }],
    indicators: [
      indicator(method, weight),
      { ...indicator({ type: 'met' }, roleOf(method) === 'weighted' ? 100 - weight : 100), code: 'REST' },
    ],
  };
  const units = reached.map((_, i): Unit => ({ key: `u${i}`, name: `示例${i}村`, group: 'g' }));
  const values = reached.flatMap((each, i): Value[] => [
    { unit: `u${i}`, indicator: 'A', ...each },
    { unit: `u${i}`, indicator: 'REST', value: true },
  ]);
  const { results } = score(
    scheme,
    turned ? { units: units.toReversed(), values: values.toReversed() } : { units, values },
  );
  return units.map(({ key }) => {
    const own = results.find(({ unit }) => unit === key);
    const points = Math.round((own?.lines[0]?.points ?? Number.NaN) * 100);
    const sign = roleOf(method) === 'penalty' ? -1 : 1;
    // What the line does for the unit: a veto sends it behind all others.
    return { points, brings: own?.vetoed === true ? -1 : sign * points, rank: own?.rank, total: own?.total };
  });
}

describe.each(Object.entries(CASES))('%s', (_type, cases) => {
  test('gives the points of a reckoning by hand, within its bounds', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const points = scored(each).map((line) => line.points);
        expect(points).toEqual(each.points);
        for (const one of points) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(each.most);
        }
      }),
    );
  });

  test('never gives less for more of a good thing', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const lines = scored(each);
        lines.forEach((one, a) => {
          lines.forEach((other, b) => {
            if (!each.atLeastAsGood(a, b)) return;
            expect(one.brings).toBeGreaterThanOrEqual(other.brings);
            expect(one.rank).toBeLessThanOrEqual(other.rank ?? 0);
          });
        });
      }),
    );
  });

  test('does not depend on the order of the data', () => {
    fc.assert(
      fc.property(cases, (each) => {
        expect(scored(each, true)).toEqual(scored(each));
      }),
    );
  });
});
