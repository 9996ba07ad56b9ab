import { describe, expect, test } from 'vitest';
import { exactly, toNumber } from './exact.ts';
import type { Role } from './scheme.ts';
import { type TotalLine, totalOf } from './total.ts';

const line = (role: Role, weight: number, points: number, counts = true): TotalLine => ({
  role,
  weight: exactly(weight),
  points: exactly(points),
  counts,
});

function total(lines: TotalLine[], bonusCap?: number) {
  const { total, scaled, bonus, penalty } = totalOf(lines, bonusCap);
  return [total && toNumber(total), toNumber(scaled), toNumber(bonus), toNumber(penalty)];
}

describe('the total', () => {
  test('is what the lines that count gained, scaled up to all weights (缺项按比例折算)', () => {
    expect(total([line('weighted', 70, 60), line('weighted', 30, 0, false)])).toEqual([85.71, 85.71, 0, 0]);
  });

  test('is scaled once, and rounded half up', () => {
    expect(total([line('weighted', 80, 0.1), line('weighted', 20, 0, false)])).toEqual([0.13, 0.13, 0, 0]);
  });

  test('adds the bonuses together up to the limit of the scheme (加分累计不超过5分)', () => {
    const lines = [line('weighted', 100, 98), line('bonus', 0, 3), line('bonus', 0, 4)];
    expect(total(lines, 5)).toEqual([103, 98, 5, 0]);
    expect(total(lines)).toEqual([105, 98, 7, 0]);
    expect(total(lines, 0)).toEqual([98, 98, 0, 0]);
  });

  test('does not scale bonuses and penalties', () => {
    const lines = [
      line('weighted', 50, 40),
      line('weighted', 50, 0, false),
      line('bonus', 0, 1),
      line('penalty', 0, 2),
    ];
    expect(total(lines, 5)).toEqual([79, 80, 1, 2]);
  });

  test('never falls below 0', () => {
    expect(total([line('weighted', 100, 5), line('penalty', 0, 12)])).toEqual([0, 5, 0, 12]);
  });

  test('leaves out the bonus or penalty that does not count', () => {
    expect(
      total([line('weighted', 100, 5), line('penalty', 0, 2, false), line('bonus', 0, 2, false)]),
    ).toEqual([5, 5, 0, 0]);
  });

  test('is none where no weighted line counts', () => {
    expect(total([line('weighted', 100, 0, false), line('bonus', 0, 2)], 5)).toEqual([null, 0, 2, 0]);
  });
});
