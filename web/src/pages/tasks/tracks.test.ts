import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../api/domain/time/day.ts';
import { spanOf, stretchOf } from './tracks.ts';

const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2026-01-01'), n));
const rows = fc.array(
  fc
    .tuple(days, fc.integer({ min: 0, max: 200 }))
    .map(([opensOn, n]) => ({ opensOn, dueOn: addDays(opensOn, n) })),
  { minLength: 1, maxLength: 20 },
);

describe('the time that a roadmap shows', () => {
  it('is whole months', () => {
    const span = spanOf([{ opensOn: day('2026-02-10'), dueOn: day('2026-04-05') }]);
    expect(span?.from).toBe('2026-02-01');
    expect(span?.until).toBe('2026-05-01');
    expect(span?.months.map(({ month }) => month)).toEqual(['2026-02', '2026-03', '2026-04']);
  });

  it('runs over the end of a year', () => {
    const span = spanOf([{ opensOn: day('2026-12-01'), dueOn: day('2027-01-31') }]);
    expect(span?.until).toBe('2027-02-01');
  });

  it('is nothing without rows', () => {
    expect(spanOf([])).toBeUndefined();
  });

  it('holds every bar', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const span = spanOf(list);
        if (span === undefined) throw new Error('rows have a span');
        for (const { opensOn, dueOn } of list) {
          const { start, length } = stretchOf(opensOn, dueOn, span);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(start + length).toBeLessThanOrEqual(1.000_000_1);
        }
      }),
    );
  });
});
