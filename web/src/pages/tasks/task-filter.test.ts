import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../../api/domain/time/day.ts';
import { ASSIGNMENT_STATES, LIGHTS } from '../../../../db/vocabulary.ts';
import { chaptersOf, isNarrowed, monthsOf, readFilter } from './task-filter.ts';

describe('the filter in the address', () => {
  it('is read as it was written', () => {
    const search = {
      unit: '7',
      light: 'red',
      state: 'active',
      chapter: '四(三)',
      month: '2026-06',
      q: '台账',
    };
    expect(readFilter(search)).toEqual(search);
  });

  it('leaves out what is no light, month, unit or state', () => {
    expect(readFilter({ light: 'pink', month: '2026-13', unit: '1e3', state: 'lost', q: '  ' })).toEqual({});
  });

  it('takes the first of what is named twice', () => {
    expect(readFilter({ light: ['red', 'blue'] })).toEqual({ light: 'red' });
  });

  it('knows whether it narrows anything', () => {
    expect(isNarrowed(readFilter({ group: 'unit' }))).toBe(false);
    expect(isNarrowed(readFilter({ q: '2.1' }))).toBe(true);
  });

  it('comes through the address unchanged', () => {
    const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const filter = fc.record({
      unit: some(fc.integer({ min: 1, max: 99_999 }).map(String)),
      light: some(fc.constantFrom(...LIGHTS)),
      state: some(fc.constantFrom(...ASSIGNMENT_STATES)),
      month: some(fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`)),
      q: some(fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() !== '')),
    });
    fc.assert(
      fc.property(filter, (fields) => {
        const written = new URLSearchParams();
        for (const [key, value] of Object.entries(fields)) if (value !== undefined) written.set(key, value);
        const read = readFilter(Object.fromEntries(new URLSearchParams(written.toString())));
        expect(read).toEqual(JSON.parse(JSON.stringify(fields)));
      }),
    );
  });
});

describe('what can be chosen', () => {
  it('is the months of this year', () => {
    expect(monthsOf(day('2026-06-24')).slice(0, 2)).toEqual(['2026-01', '2026-02']);
    expect(monthsOf(day('2026-06-24'))).toHaveLength(12);
  });

  it('keeps a chapter that a link names', () => {
    expect(chaptersOf(['四(一)', '四(二)', '四(一)'], '五')).toEqual(['四(一)', '四(二)', '五']);
  });
});
