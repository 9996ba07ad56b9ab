import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  day,
  dayOf,
  daysBetween,
  endOf,
  lastDayOfMonth,
  parseDay,
  startOf,
  weekdayOf,
} from './day.ts';

const anyDay = fc
  .integer({ min: -10_000, max: 30_000 })
  .map((n) => dayOf(new Date(Date.UTC(2026, 0, 1) + n * 86_400_000)));

describe('a day', () => {
  test('is a real one of the calendar', () => {
    expect(parseDay('2026-06-30')).toBe('2026-06-30');
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    for (const text of ['2026-02-29', '2026-06-31', '2026-13-01', '0000-01-01', '2026-6-3', '26-06-30', '']) {
      expect(parseDay(text)).toBeUndefined();
    }
    expect(() => day('2026-02-30')).toThrow(RangeError);
  });

  test('begins and ends at midnight in China', () => {
    expect(startOf(day('2026-06-30')).toISOString()).toBe('2026-06-29T16:00:00.000Z');
    expect(endOf(day('2026-06-30')).toISOString()).toBe('2026-06-30T16:00:00.000Z');
    expect(dayOf(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30');
    expect(dayOf(new Date('2026-06-30T16:00:00.000Z'))).toBe('2026-07-01');
  });

  test('is reached again by as many days as lie between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(parseDay(a)).toBe(a);
        expect(dayOf(startOf(a))).toBe(a);
        expect(endOf(a)).toEqual(startOf(addDays(a, 1)));
        expect(weekdayOf(addDays(a, 7))).toBe(weekdayOf(a));
      }),
    );
  });
});

test('a month ends on its last day, in leap years too', () => {
  expect(lastDayOfMonth(2026, 2)).toBe('2026-02-28');
  expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
  expect(lastDayOfMonth(2026, 12)).toBe('2026-12-31');
  expect(lastDayOfMonth(2026, 0)).toBe('2025-12-31');
});
