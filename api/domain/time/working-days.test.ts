import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayKind } from '../../../db/vocabulary.ts';
import { addDays, type Day, day, daysBetween, weekdayOf } from './day.ts';
import { createCalendar, workingDaysLate, workingDaysUntil } from './working-days.ts';

const calendar = createCalendar();
const from = day('2024-01-01');
const to = day('2027-12-31');
const anyDay = fc.integer({ min: 0, max: daysBetween(from, to) }).map((n) => addDays(from, n));
const anyWorkingDay = anyDay.filter(calendar.isWorkingDay);
/** Small enough that the answer stays in 2024–2027 for days in its middle, and crosses years and holidays. */
const someDays = fc.integer({ min: -300, max: 300 });

/** Written out by hand from the State Council's arrangement for 2026: 班 is a working day, 休 a day of rest. */
const SPRING_FESTIVAL_2026 = [
  ['2026-02-09', '班班班班班班休'], // Saturday the 14th is made up for
  ['2026-02-16', '休休休休休休休'], // 15 to 23 February
  ['2026-02-23', '休班班班班班休'], // Saturday the 28th is made up for
  ['2026-03-02', '班班班班班休休'],
] as const;
const NATIONAL_DAY_2026 = [
  ['2026-09-14', '班班班班班休班'], // Sunday the 20th is made up for
  ['2026-09-21', '班班班班休休休'], // 中秋 25 to 27 September
  ['2026-09-28', '班班班休休休休'], // 1 to 7 October
  ['2026-10-05', '休休休班班班休'], // Saturday the 10th is made up for
  ['2026-10-12', '班班班班班休休'],
] as const;
const OTHERS_2026 = [
  ['2025-12-29', '班班班休休休班'], // 元旦 1 to 3 January, Sunday the 4th made up for
  ['2026-03-30', '班班班班班休休'],
  ['2026-04-06', '休班班班班休休'], // 清明 4 to 6 April
  ['2026-04-27', '班班班班休休休'],
  ['2026-05-04', '休休班班班班休'], // 劳动节 1 to 5 May, Saturday the 9th made up for
  ['2026-06-15', '班班班班休休休'], // 端午 19 to 21 June
] as const;

test.each([...SPRING_FESTIVAL_2026, ...NATIONAL_DAY_2026, ...OTHERS_2026])(
  'the week from Monday %s is %s',
  (monday, week) => {
    expect(weekdayOf(day(monday))).toBe(1);
    const found = [...week].map((_, n) => (calendar.isWorkingDay(addDays(day(monday), n)) ? '班' : '休'));
    expect(found.join('')).toBe(week);
  },
);

describe('counting around Spring Festival 2026', () => {
  test.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-18', 1, '2026-02-24'],
    ['2026-02-18', -1, '2026-02-14'],
    ['2026-02-24', -3, '2026-02-12'],
    ['2026-02-27', 2, '2026-03-02'],
    ['2026-02-28', 0, '2026-02-28'],
  ])('from %s, %i working days lead to %s', (start, n, end) => {
    expect(calendar.addWorkingDays(day(start), n)).toBe(end);
  });

  test('a due day in the holiday is late from the first day of work after it', () => {
    const due = day('2026-02-17');
    expect(workingDaysLate(calendar, due, day('2026-02-23'))).toBe(0);
    expect(workingDaysLate(calendar, due, day('2026-02-24'))).toBe(1);
    expect(workingDaysLate(calendar, due, day('2026-02-28'))).toBe(5);
    expect(workingDaysLate(calendar, due, day('2026-03-01'))).toBe(5);
  });

  test('the last working day before a due day of rest has one working day left', () => {
    const due = day('2026-02-17');
    expect(workingDaysUntil(calendar, day('2026-02-14'), due)).toBe(1);
    expect(workingDaysUntil(calendar, day('2026-02-15'), due)).toBe(0);
    expect(workingDaysUntil(calendar, day('2026-02-10'), due)).toBe(5);
    expect(workingDaysUntil(calendar, due, due)).toBe(0);
  });
});

describe('the admin’s table', () => {
  const table = new Map<Day, DayKind>([
    [day('2026-02-24'), 'rest'],
    [day('2026-02-21'), 'work'],
    [day('2027-01-01'), 'rest'],
  ]);
  const edited = createCalendar(table);

  test('has the last word over the published days', () => {
    expect(edited.isWorkingDay(day('2026-02-24'))).toBe(false);
    expect(edited.isWorkingDay(day('2026-02-21'))).toBe(true);
    expect(edited.addWorkingDays(day('2026-02-14'), 2)).toBe('2026-02-25');
  });

  test('has it in a year that is not published too, which stays flagged', () => {
    expect(edited.isWorkingDay(day('2027-01-01'))).toBe(false);
    expect(calendar.isWorkingDay(day('2027-01-01'))).toBe(true);
    expect(edited.knows(2027)).toBe(false);
    expect(edited.knows(2026)).toBe(true);
  });

  test('leaves every other calendar alone', () => {
    expect(calendar.isWorkingDay(day('2026-02-24'))).toBe(true);
  });
});

describe('over 2024–2027', () => {
  test('what is added is taken away again', () => {
    fc.assert(
      fc.property(anyWorkingDay, someDays, (start, n) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, n), -n)).toBe(start);
      }),
    );
  });

  test('adding n working days lands on a working day n away', () => {
    fc.assert(
      fc.property(
        anyWorkingDay,
        someDays.filter((n) => n !== 0),
        (start, n) => {
          const end = calendar.addWorkingDays(start, n);
          expect(calendar.isWorkingDay(end)).toBe(true);
          expect(calendar.workingDaysBetween(start, end)).toBe(n);
        },
      ),
    );
  });

  test('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(anyWorkingDay, someDays, someDays, (start, m, n) => {
        const twice = calendar.addWorkingDays(calendar.addWorkingDays(start, m), n);
        expect(twice).toBe(calendar.addWorkingDays(start, m + n));
      }),
    );
  });

  test('a later start never ends earlier, and more days never end earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 300 }), (a, b, n) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(calendar.addWorkingDays(early, n) <= calendar.addWorkingDays(late, n)).toBe(true);
        expect(calendar.addWorkingDays(a, n) < calendar.addWorkingDays(a, n + 1)).toBe(true);
      }),
    );
  });

  test('counts add up, and count the working days one by one', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        const between = calendar.workingDaysBetween;
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(addDays(a, -1), a)).toBe(calendar.isWorkingDay(a) ? 1 : 0);
      }),
    );
  });

  test('a day of rest counts from the working day before it when going on, after it when going back', () => {
    fc.assert(
      fc.property(
        anyDay.filter((d) => !calendar.isWorkingDay(d)),
        fc.integer({ min: 1, max: 300 }),
        (rest, n) => {
          const before = calendar.addWorkingDays(rest, -1);
          const after = calendar.addWorkingDays(rest, 1);
          expect(before < rest && rest < after).toBe(true);
          expect(calendar.addWorkingDays(rest, n)).toBe(calendar.addWorkingDays(before, n));
          expect(calendar.addWorkingDays(rest, -n)).toBe(calendar.addWorkingDays(after, -n));
        },
      ),
    );
  });

  test('what is left and what is late meet at the due day', () => {
    fc.assert(
      fc.property(anyWorkingDay, fc.integer({ min: 1, max: 60 }), (due, n) => {
        expect(workingDaysUntil(calendar, calendar.addWorkingDays(due, -n), due)).toBe(n);
        expect(workingDaysLate(calendar, due, calendar.addWorkingDays(due, n))).toBe(n);
      }),
    );
  });
});

test('part of a working day cannot be added', () => {
  expect(() => calendar.addWorkingDays(from, 0.5)).toThrow(RangeError);
});
