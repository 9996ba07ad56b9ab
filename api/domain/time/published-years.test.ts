import { expect, test } from 'vitest';
import { day } from './day.ts';
import { publishedYear } from './published-years.ts';

test('the years with a published arrangement are known, and 2027 is not yet', () => {
  expect([2024, 2025, 2026].map((year) => publishedYear(year).known)).toEqual([true, true, true]);
  expect([2003, 2027, 2028].map((year) => publishedYear(year).known)).toEqual([false, false, false]);
});

test('a year that is not known is one plain week after the other', () => {
  const { working } = publishedYear(2027);
  expect(working).toHaveLength(365);
  // 1 January 2027 is a Friday.
  expect(working.slice(0, 10)).toEqual([true, false, false, true, true, true, true, true, false, false]);
  expect(working.filter(Boolean)).toHaveLength(261);
});

test('2024 is a leap year', () => {
  expect(publishedYear(2024).working).toHaveLength(366);
});

// Weekdays of the year, less its holidays on weekdays, plus its make-up days; counted by hand.
test.each([
  [2024, 262 - 19 + 8],
  [2025, 261 - 18 + 5],
  [2026, 261 - 19 + 6],
])('%i has %i working days', (year, days) => {
  expect(publishedYear(year).working.filter(Boolean)).toHaveLength(days);
});

test('a day says which holiday it is of, or makes up for', () => {
  const { names } = publishedYear(2026);
  expect(
    ['2026-02-17', '2026-02-14', '2026-10-10', '2026-02-13'].map((text) => names.get(day(text))),
  ).toEqual(['春节', '春节', '国庆节', undefined]);
  expect(publishedYear(2027).names.size).toBe(0);
});
