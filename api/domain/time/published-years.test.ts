import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** A fresh reading in a zone of the machine; the days of 2026 are counted from 0. */
async function readIn(zone: string) {
  vi.stubEnv('TZ', zone);
  vi.resetModules();
  return (await import('./published-years.ts')).publishedYear;
}

test('the years with a published arrangement are known, and 2027 is not yet', async () => {
  const publishedYear = await readIn('Asia/Shanghai');
  expect([2024, 2025, 2026].map((year) => publishedYear(year).known)).toEqual([true, true, true]);
  expect([2003, 2027, 2028].map((year) => publishedYear(year).known)).toEqual([false, false, false]);
});

test('a year that is not known is a plain week after the other', async () => {
  const publishedYear = await readIn('Asia/Shanghai');
  const { working } = publishedYear(2027);
  expect(working).toHaveLength(365);
  // 1 January 2027 is a Friday.
  expect(working.slice(0, 10)).toEqual([true, false, false, true, true, true, true, true, false, false]);
  expect(working.filter(Boolean)).toHaveLength(261);
});

test('2024 is a leap year', async () => {
  const publishedYear = await readIn('UTC');
  expect(publishedYear(2024).working).toHaveLength(366);
});

test.each(['UTC', 'America/New_York', 'America/St_Johns', 'Pacific/Kiritimati'])(
  'a machine in %s reads the same calendar as one in China',
  async (zone) => {
    const china = await readIn('Asia/Shanghai');
    const expected = [2024, 2025, 2026, 2027].map(china);
    const there = await readIn(zone);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(-480);
    expect([2024, 2025, 2026, 2027].map(there)).toEqual(expected);
  },
);
