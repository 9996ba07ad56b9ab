import { expect, it } from 'vitest';
import { secondsOf, whenOf } from './when.ts';

it.each([
  ['30 8 * * *', { every: 'day', time: '08:30' }],
  ['0 9 * * 1', { every: 'week', weekday: 1, time: '09:00' }],
  ['0 9 1 * *', { every: 'month', date: 1, time: '09:00' }],
  ['0 9 1 1 *', { every: 'year', month: 1, date: 1, time: '09:00' }],
  ['*/5 * * * *', null],
  ['0 9 1-7 * *', null],
  ['', null],
])('%s', (cron, when) => {
  expect(whenOf(cron)).toEqual(when);
});

it('says how long a run took once it has ended', () => {
  const startedAt = '2026-06-29T00:30:00.000Z';
  expect(secondsOf({ startedAt, endedAt: '2026-06-29T00:30:01.260Z' })).toBe(1.3);
  expect(secondsOf({ startedAt, endedAt: null })).toBeNull();
});
