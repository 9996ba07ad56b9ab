import { expect, test } from 'vitest';
import { daysOf } from './days.ts';

test('the latest day stands first, and each day from its morning on, by Chinese time', () => {
  const rows = ['2026-06-24T16:30:00Z', '2026-06-24T02:00:00Z', '2026-06-24T01:00:00Z'].map((at) => ({ at }));
  expect(daysOf(rows).map(({ day, rows: own }) => [day, own.map(({ at }) => at.slice(11, 16))])).toEqual([
    ['2026-06-25', ['16:30']],
    ['2026-06-24', ['01:00', '02:00']],
  ]);
});
