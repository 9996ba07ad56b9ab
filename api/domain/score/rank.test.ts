import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly } from './exact.ts';
import { type Contender, ranksOf } from './rank.ts';

const contender = (total: number | null, vetoed = false): Contender => ({
  total: total === null ? null : exactly(total),
  vetoed,
});

test('equal totals share a rank and the next is skipped', () => {
  expect(ranksOf([90, 88, 88, 70].map((total) => contender(total)))).toEqual([1, 2, 2, 4]);
});

test('the vetoed rank after all others, among themselves by total; units without a total are not ranked', () => {
  expect(
    ranksOf([
      contender(99, true),
      contender(40),
      contender(null),
      contender(99, true),
      contender(100, true),
      contender(null, true),
    ]),
  ).toEqual([3, 1, null, 3, 2, null]);
});

test('a rank is one more than the number of those ahead, in whatever order they are given', () => {
  const some = fc.array(
    fc.record({ total: fc.option(fc.integer({ min: 0, max: 5 })), vetoed: fc.boolean() }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (units) => {
      const ranks = ranksOf(units.map(({ total, vetoed }) => contender(total, vetoed)));
      const expected = units.map(({ total, vetoed }) => {
        if (total === null) return null;
        const ahead = units.filter((other) =>
          other.total === null ? false : other.vetoed === vetoed ? other.total > total : vetoed,
        );
        return ahead.length + 1;
      });
      expect(ranks).toEqual(expected);
    }),
  );
});
