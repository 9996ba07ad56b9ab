import { expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { bulletinPeriod, lastMonthKey } from './period.ts';

test.each([
  ['monthly', '2026-02', '2026-02-01', '2026-02-28', '2026-01-31', '2026-03-01', '2026-03-31'],
  ['special', '2026-12', '2026-12-01', '2026-12-31', '2026-11-30', '2027-01-01', '2027-01-31'],
  ['annual', '2026', '2026-01-01', '2026-12-31', '2025-12-31', '2027-01-01', '2027-01-31'],
  ['weekly', '2026-W01', '2025-12-29', '2026-01-04', '2025-12-28', '2026-01-05', '2026-01-11'],
  ['weekly', '2026-W26', '2026-06-22', '2026-06-28', '2026-06-21', '2026-06-29', '2026-07-05'],
] as const)('%s %s is from %s to %s', (kind, key, from, to, before, nextFrom, nextTo) => {
  expect(bulletinPeriod(kind, key)).toEqual({ from, to, before, next: { from: nextFrom, to: nextTo } });
});

test.each([
  ['monthly', '2026-13'],
  ['monthly', '2026'],
  ['annual', '2026-05'],
  ['weekly', '2026-W54'],
  ['weekly', '2025-W53'],
] as const)('%s knows no %s', (kind, key) => {
  expect(bulletinPeriod(kind, key)).toBeUndefined();
});

test('the month before January is last December', () => {
  expect(lastMonthKey(day('2026-06-01'))).toBe('2026-05');
  expect(lastMonthKey(day('2026-01-01'))).toBe('2025-12');
});
