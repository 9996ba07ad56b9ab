import { expect, test } from 'vitest';
import type { Line, UnitResult } from './data.ts';
import { revisionsOf } from './revision.ts';

const line = (indicator: string, points: number): Line => ({
  indicator,
  state: 'scored',
  weight: 10,
  points,
  why: `${points}`,
});
const result = (unit: string, rank: number, lines: readonly Line[]): UnitResult => ({
  unit,
  group: 'village',
  total: lines.reduce((all, { points }) => all + points, 0),
  scaled: 0,
  bonus: 0,
  penalty: 0,
  rank,
  grade: null,
  vetoed: false,
  lines,
});

test('nothing was revised where everything is as it was', () => {
  const results = [result('a', 1, [line('V1', 5)]), result('b', 2, [line('V1', 4)])];
  expect(revisionsOf(results, results)).toEqual([]);
});

test('names the lines that differ, those of one side alone, and who only changed places', () => {
  const then = [result('a', 1, [line('V1', 5), line('V2', 1)]), result('b', 2, [line('V1', 4)])];
  const now = [result('b', 1, [line('V1', 4)]), result('a', 2, [line('V1', 3), line('V3', 0)])];
  const told = revisionsOf(then, now).map(({ unit, total, rank, lines }) => ({
    unit: unit.unit,
    total,
    rank,
    lines: lines.map(({ indicator, was, is }) => [indicator, was?.points ?? null, is?.points ?? null]),
  }));
  expect(told).toEqual([
    { unit: 'b', total: [4, 4], rank: [2, 1], lines: [] },
    {
      unit: 'a',
      total: [6, 3],
      rank: [1, 2],
      lines: [
        ['V1', 5, 3],
        ['V3', null, 0],
        ['V2', 1, null],
      ],
    },
  ]);
});
