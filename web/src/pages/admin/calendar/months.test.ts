import { expect, it } from 'vitest';
import { addDays, day } from '../../../../../api/domain/time/day.ts';
import { markOf, monthsOf, placeAfter } from './months.ts';

const year = Array.from({ length: 365 }, (_, n) => ({
  day: addDays(day('2026-01-01'), n),
  working: true,
  publishedWorking: true,
  name: null,
  word: null,
}));

it('cuts a year into months whose first days stand under their weekday', () => {
  const months = monthsOf(year);
  expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  // 1 January 2026 is a Thursday, 1 June a Monday, 1 November a Sunday.
  expect(['2026-01', '2026-06', '2026-11'].map((key) => months.find((m) => m.key === key)?.before)).toEqual([
    3, 0, 6,
  ]);
});

it.each([
  ['2026-10-09', true, 'work'],
  ['2026-10-10', true, 'makeUp'],
  ['2026-10-11', false, 'weekend'],
  ['2026-10-01', false, 'holiday'],
])('%s, worked %s, is marked %s', (on, working, mark) => {
  expect(markOf({ day: day(on), working })).toBe(mark);
});

it('moves by day and by week, and stays within the year', () => {
  expect(
    ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End', 'x'].map((key) =>
      placeAfter(key, 8, 365),
    ),
  ).toEqual([9, 15, 7, 1, 0, 364, null]);
  expect(placeAfter('ArrowUp', 3, 365)).toBeNull();
  expect(placeAfter('ArrowDown', 360, 365)).toBeNull();
});
