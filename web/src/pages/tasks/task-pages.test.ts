import { describe, expect, it } from 'vitest';
import { firstPage, nextLight, pageAfter } from './task-pages.ts';

const counts = { red: 3, yellow: 0, green: 8, blue: 20 };

describe('the list by urgency', () => {
  it('begins with what is overdue', () => {
    expect(firstPage({}, 'urgency')).toEqual({ light: 'red', after: undefined });
  });

  it('goes on with the next light of which there is something', () => {
    expect(nextLight('red', counts)).toBe('green');
    expect(nextLight('blue', counts)).toBeNull();
  });

  it('first finishes the light it is at', () => {
    expect(pageAfter({ light: 'red', after: undefined }, { next: '2026-01-31.9', counts }, {})).toEqual({
      light: 'red',
      after: '2026-01-31.9',
    });
  });

  it('ends with what is done', () => {
    expect(pageAfter({ light: 'blue', after: undefined }, { next: null, counts }, {})).toBeUndefined();
  });
});

describe('the list by due day, or of one light', () => {
  it('is read as one', () => {
    expect(firstPage({}, 'due')).toEqual({ light: null, after: undefined });
    expect(pageAfter({ light: null, after: undefined }, { next: null, counts }, {})).toBeUndefined();
  });

  it('stays with the light that was chosen', () => {
    const filter = { light: 'red' as const };
    expect(firstPage(filter, 'urgency')).toEqual({ light: 'red', after: undefined });
    expect(pageAfter({ light: 'red', after: undefined }, { next: null, counts }, filter)).toBeUndefined();
  });
});
