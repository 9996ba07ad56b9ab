import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, firstDayOfMonth, lastDayOfMonth } from './day.ts';
import { FEASTS, feastIn, nextFeast } from './feasts.ts';
import { publishedYear } from './published-years.ts';

const YEARS = Array.from({ length: 16 }, (_, n) => 2025 + n);

test.each([
  ['2026-06-15', '端午', '2026-06-19'],
  ['2026-06-19', '端午', '2026-06-19'],
  ['2026-06-20', '端午', '2027-06-09'],
  ['2026-09-01', '中秋', '2026-09-25'],
  ['2026-12-01', '春节', '2027-02-06'],
  ['2026-12-01', '除夕', '2027-02-05'],
  ['2026-01-05', '元宵', '2026-03-03'],
  ['2026-06-22', '重阳', '2026-10-18'],
  ['2026-03-02', '清明', '2026-04-05'],
  ['2026-06-22', '国庆', '2026-10-01'],
  ['2026-06-22', '元旦', '2027-01-01'],
])('on %s the next %s is %s', (today, name, next) => {
  expect(nextFeast(day(today), name)).toBe(next);
});

test('what is no feast has no day, nor has one that moves beyond the table', () => {
  expect(nextFeast(day('2026-06-22'), '双十一')).toBeUndefined();
  expect(nextFeast(day('2040-12-01'), '端午')).toBeUndefined();
  expect(nextFeast(day('2040-12-01'), '国庆')).toBe('2041-10-01');
});

test('every feast comes within the thirteen months of a lunar year, on every day of the table', () => {
  const far: [Day, string][] = [];
  for (let today = day('2025-01-01'); today < '2040-01-01'; today = addDays(today, 1))
    for (const name of FEASTS) {
      const next = nextFeast(today, name);
      if (next === undefined || next < today || next > addDays(today, 384)) far.push([today, name]);
    }
  expect(far).toEqual([]);
});

describe('the table agrees', () => {
  test.each(['春节', '清明', '端午', '中秋'])('with the published holidays: %s', (name) => {
    for (const year of [2025, 2026])
      expect(publishedYear(year).names.get(feastIn(year, name) ?? day(`${year}-01-02`))).toBe(name);
  });

  test('with the Chinese calendar of ICU, but for two new moons near midnight', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      ...{ timeZone: 'UTC', month: 'numeric', day: 'numeric' },
    });
    const names: Readonly<Record<string, string>> = {
      ...{ '1/1': '春节', '1/15': '元宵', '5/5': '端午', '8/15': '中秋', '9/9': '重阳' },
    };
    const differing: [Day, string][] = [];
    for (const year of YEARS)
      for (let on = firstDayOfMonth(year, 1); on <= lastDayOfMonth(year, 12); on = addDays(on, 1)) {
        const name = names[lunar.format(new Date(on))];
        if (name !== undefined && feastIn(year, name) !== on) differing.push([on, name]);
      }
    expect(differing).toEqual([
      ['2027-02-07', '春节'],
      ['2027-02-21', '元宵'],
      ['2030-02-02', '春节'],
      ['2030-02-16', '元宵'],
    ]);
  });
});
