import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly } from './exact.ts';
import { gradesOf } from './grade.ts';
import { ranksOf } from './rank.ts';
import type { Grade } from './scheme.ts';

const GRADES: readonly Grade[] = [
  { name: '优秀', min: 90, maxShare: 0.3 },
  { name: '良好', min: 80 },
  { name: '合格', min: 60 },
  { name: '不合格', min: 0 },
];

/** Grades of units by their totals; a total in a list is that of a vetoed unit. */
function grade(totals: readonly (number | null | readonly [number])[], grades = GRADES): (string | null)[] {
  const units = totals.map((total) => ({
    total: total === null ? null : exactly(typeof total === 'number' ? total : total[0]),
    vetoed: typeof total === 'object' && total !== null,
  }));
  const ranks = ranksOf(units);
  return gradesOf(
    grades,
    units.map((unit, i) => ({ ...unit, rank: ranks[i] ?? null })),
  );
}

test('a unit gets the best grade whose min it reaches', () => {
  expect(grade([90, 89.99, 80, 79.99, 60, 59.99, 0])).toEqual([
    '优秀',
    '良好',
    '良好',
    '合格',
    '合格',
    '不合格',
    '不合格',
  ]);
});

test('no more than the share of ranked units hold a limited grade; who is left out gets the next', () => {
  expect(grade([99, 98, 97, 96])).toEqual(['优秀', '良好', '良好', '良好']);
  expect(grade([99, 98, 97])).toEqual(['良好', '良好', '良好']);
});

test('a set of ties that does not fit whole is left out whole and closes the grade', () => {
  const tenth = [99, 98, 98, 98, 97, 50, 50, 50, 50, 50];
  expect(grade(tenth).slice(0, 5)).toEqual(['优秀', '良好', '良好', '良好', '良好']);
});

test('ties that fit whole are taken whole', () => {
  expect(grade([99, 99, 99, 98, 50, 50, 50, 50, 50, 50]).slice(0, 4)).toEqual([
    '优秀',
    '优秀',
    '优秀',
    '良好',
  ]);
});

test('the share is of all ranked units: vetoed ones count, those without a total do not', () => {
  expect(grade([95, 94, 93, [92]])).toEqual(['优秀', '良好', '良好', '不合格']);
  expect(grade([95, 94, 93, null])).toEqual(['良好', '良好', '良好', null]);
});

test('0.29 of 100 units are 29, not the 28 of binary fractions', () => {
  const grades = [
    { name: '优秀', min: 0, maxShare: 0.29 },
    { name: '其余', min: 0 },
  ];
  const given = grade(
    Array.from({ length: 100 }, (_, i) => 100 - i),
    grades,
  );
  expect(given.filter((name) => name === '优秀').length).toBe(29);
});

test('a limit on the second grade passes the rest on to the third', () => {
  const grades = [
    { name: '优秀', min: 90, maxShare: 0.25 },
    { name: '良好', min: 80, maxShare: 0.25 },
    { name: '合格', min: 0 },
  ];
  expect(grade([99, 98, 97, 85], grades)).toEqual(['优秀', '良好', '合格', '合格']);
});

test('a vetoed unit gets the last grade, whatever its total and however the last grade is limited', () => {
  const grades = [
    { name: '合格', min: 60 },
    { name: '不合格', min: 0, maxShare: 0 },
  ];
  expect(grade([[102], 70], grades)).toEqual(['不合格', '合格']);
});

test('a total that reaches no grade has none', () => {
  expect(grade([50, 70], [{ name: '合格', min: 60 }])).toEqual([null, '合格']);
});

test('nobody is graded above a unit that ranks ahead, and no limit is passed', () => {
  const totals = fc.array(fc.integer({ min: 80, max: 100 }), { maxLength: 15 });
  fc.assert(
    fc.property(totals, fc.integer({ min: 0, max: 100 }), (totals, percent) => {
      const grades = [
        { name: '优秀', min: 90, maxShare: percent / 100 },
        { name: '良好', min: 0 },
      ];
      const given = grade(totals, grades);
      const holders = totals.filter((_, i) => given[i] === '优秀');
      expect(holders.length).toBeLessThanOrEqual(Math.floor((percent * totals.length) / 100));
      const others = totals.filter((_, i) => given[i] !== '优秀');
      expect(Math.min(...holders, 101)).toBeGreaterThan(Math.max(...others, -1));
    }),
  );
});
