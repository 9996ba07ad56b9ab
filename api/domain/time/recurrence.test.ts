import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, partsOf, weekdayOf } from './day.ts';
import { MONTH_SPANS, periodLabel } from './periods.ts';
import { periodsOf, type Recurrence, recurrenceOf } from './recurrence.ts';

const rows = (recurrence: Recurrence, year = 2026) =>
  periodsOf(recurrence, year).map((p) => [p.key, p.opensOn, p.dueOn, p.lastDueOn, periodLabel(p.key)]);

test('a task due once is open from the year’s first day until that day', () => {
  expect(rows({ dueOn: day('2026-06-30') })).toEqual([['2026', '2026-01-01', '2026-06-30', null, '全年']]);
});

test('a task of every month has twelve periods, due on each month’s last day', () => {
  const months = rows({ months: 1, atMost: null });
  expect(months).toHaveLength(12);
  expect(months[1]).toEqual(['2026-02', '2026-02-01', '2026-02-28', null, '2月']);
  expect(periodsOf({ months: 1, atMost: null }, 2028)[1]?.dueOn).toBe('2028-02-29');
});

test('每二月，至少每3个月: due at the end of two months, overdue only after three', () => {
  expect(rows({ months: 2, atMost: 3 })).toEqual([
    ['2026-M01-02', '2026-01-01', '2026-02-28', '2026-03-31', '1—2月'],
    ['2026-M03-04', '2026-03-01', '2026-04-30', '2026-05-31', '3—4月'],
    ['2026-M05-06', '2026-05-01', '2026-06-30', '2026-07-31', '5—6月'],
    ['2026-M07-08', '2026-07-01', '2026-08-31', '2026-09-30', '7—8月'],
    ['2026-M09-10', '2026-09-01', '2026-10-31', '2026-11-30', '9—10月'],
    ['2026-M11-12', '2026-11-01', '2026-12-31', '2027-01-31', '11—12月'],
  ]);
});

test('quarters, halves and other even parts of a year', () => {
  expect(rows({ months: 3, atMost: null })).toEqual([
    ['2026-Q1', '2026-01-01', '2026-03-31', null, '一季度'],
    ['2026-Q2', '2026-04-01', '2026-06-30', null, '二季度'],
    ['2026-Q3', '2026-07-01', '2026-09-30', null, '三季度'],
    ['2026-Q4', '2026-10-01', '2026-12-31', null, '四季度'],
  ]);
  expect(rows({ months: 6, atMost: null })).toEqual([
    ['2026-H1', '2026-01-01', '2026-06-30', null, '上半年'],
    ['2026-H2', '2026-07-01', '2026-12-31', null, '下半年'],
  ]);
  expect(rows({ months: 4, atMost: null })[1]).toEqual([
    '2026-M05-08',
    '2026-05-01',
    '2026-08-31',
    null,
    '5—8月',
  ]);
  expect(rows({ months: 12, atMost: null })).toEqual([['2026', '2026-01-01', '2026-12-31', null, '全年']]);
});

describe('weeks', () => {
  test('run from Monday to Sunday and are numbered as ISO 8601 does', () => {
    const weeks = rows({ weeks: 1 });
    expect(weeks).toHaveLength(52);
    expect(weeks[0]).toEqual(['2026-W01', '2025-12-29', '2026-01-04', null, '第1周']);
    expect(weeks[25]).toEqual(['2026-W26', '2026-06-22', '2026-06-28', null, '第26周']);
    expect(weeks[51]).toEqual(['2026-W52', '2026-12-21', '2026-12-27', null, '第52周']);
  });

  test('belong to the year of their Sunday: the week over New Year 2027 is of the plan of 2027', () => {
    const [first, second] = rows({ weeks: 1 }, 2027);
    expect(first).toEqual(['2026-W53', '2026-12-28', '2027-01-03', null, '第53周']);
    expect(second?.[0]).toBe('2027-W01');
  });
});

describe('any recurrence, any year', () => {
  const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
    fc.constant<Recurrence>({ weeks: 1 }),
    fc.record({ months: fc.constantFrom(...MONTH_SPANS), atMost: fc.constant(null) }),
    fc.record({ months: fc.constantFrom(...MONTH_SPANS), atMost: fc.integer({ min: 13, max: 18 }) }),
  );
  const year = fc.integer({ min: 2000, max: 2100 });

  test('the periods of two years follow each other without a gap, each with its own key, in order', () => {
    fc.assert(
      fc.property(recurrence, year, (every, y) => {
        const periods = [...periodsOf(every, y), ...periodsOf(every, y + 1)];
        for (const [n, period] of periods.entries()) {
          const next = periods[n + 1];
          if (next !== undefined) expect(next.opensOn).toBe(addDays(period.dueOn, 1));
        }
        const keys = periods.map((period) => period.key);
        expect([...new Set(keys)].sort()).toEqual(keys);
      }),
    );
  });

  test('every period falls due in its year, and the second limit lies behind the first', () => {
    fc.assert(
      fc.property(recurrence, year, (every, y) => {
        for (const { opensOn, dueOn, lastDueOn, key } of periodsOf(every, y)) {
          expect(partsOf(dueOn).year).toBe(y);
          expect(opensOn < dueOn && (lastDueOn === null || dueOn < lastDueOn)).toBe(true);
          expect(periodLabel(key)).not.toBe('');
          if ('weeks' in every) expect([weekdayOf(opensOn), weekdayOf(dueOn)]).toEqual([1, 7]);
        }
      }),
    );
  });
});

describe('a task’s row', () => {
  const none = { dueOn: null, everyWeeks: null, everyMonths: null, atMostMonths: null };

  test('says when it recurs', () => {
    expect(recurrenceOf({ ...none, dueOn: day('2026-06-30') })).toEqual({ dueOn: '2026-06-30' });
    expect(recurrenceOf({ ...none, everyWeeks: 1 })).toEqual({ weeks: 1 });
    expect(recurrenceOf({ ...none, everyMonths: 2, atMostMonths: 3 })).toEqual({ months: 2, atMost: 3 });
  });

  test.each([
    ['nothing', none],
    ['every second week', { ...none, everyWeeks: 2 }],
    ['every five months', { ...none, everyMonths: 5 }],
    ['a second limit before the first', { ...none, everyMonths: 3, atMostMonths: 2 }],
  ])('is refused with %s', (_, deadline) => {
    expect(() => recurrenceOf(deadline)).toThrow(RangeError);
  });
});

test('a key that is none has no label', () => {
  for (const key of ['', '2026-Q5', '2026-06-30', 'W26']) expect(() => periodLabel(key)).toThrow(RangeError);
});
