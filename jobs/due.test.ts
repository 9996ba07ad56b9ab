import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDue, nextDue, owed } from './due.ts';

test('times of the table are China times, whatever the zone of the machine', () => {
  const now = new Date('2026-06-29T08:30:00+08:00');
  expect(lastDue({ cron: '30 8 * * *' }, now).toISOString()).toBe('2026-06-29T00:30:00.000Z');
  expect(nextDue({ cron: '30 8 * * *' }, now).toISOString()).toBe('2026-06-30T00:30:00.000Z');
  expect(lastDue({ cron: '0 9 * * 1' }, now).toISOString()).toBe('2026-06-22T01:00:00.000Z');
});

const anyMinute = fc
  .integer({ min: 0, max: 90 * 24 * 60 })
  .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 60_000));
const anyCron = fc.constantFrom('10 0 * * *', '30 8 * * *', '50 23 * * *', '0 9 * * 1', '0 9 1 * *');

test('what is owed is what lies between, each once, however the time is cut by looking', () => {
  fc.assert(
    fc.property(anyCron, fc.array(anyMinute, { minLength: 2, maxLength: 8 }), (cron, looks) => {
      const [first, ...rest] = looks.toSorted((a, b) => a.getTime() - b.getTime());
      const last = rest.at(-1);
      if (first === undefined || last === undefined) return;
      const job = { cron, catchUp: 'always' } as const;
      let since = first;
      const pieces = rest.flatMap((now) => {
        const found = owed(job, since, now);
        since = now;
        return found;
      });
      expect(pieces).toEqual(owed(job, first, last));
    }),
    { numRuns: 50 },
  );
});

test('a job that makes up the last run owes at most one, and that of today only on its day', () => {
  fc.assert(
    fc.property(anyCron, anyMinute, anyMinute, (cron, a, b) => {
      const [since, now] = a <= b ? [a, b] : [b, a];
      const all = owed({ cron, catchUp: 'always' }, since, now);
      expect(owed({ cron, catchUp: 'last' }, since, now)).toEqual(all.slice(-1));
      const today = owed({ cron, catchUp: 'today' }, since, now);
      expect(all.slice(-1)).toEqual(expect.arrayContaining(today));
      expect(owed({ cron, catchUp: 'never' }, since, now).length).toBeLessThanOrEqual(today.length);
    }),
    { numRuns: 50 },
  );
});
