import { describe, expect, it } from 'vitest';
import { placeOf, stepFrom } from './queue-place.ts';

describe('the place in the queue', () => {
  it('is the first at the beginning', () => {
    expect(placeOf([4, 7, 9], null, 0)).toBe(0);
  });

  it('stays with what was chosen when others join before it', () => {
    expect(placeOf([1, 4, 7, 9], 7, 1)).toBe(2);
  });

  it('goes to the next one when the chosen one is decided', () => {
    expect(placeOf([4, 9], 7, 1)).toBe(1);
  });

  it('goes back to the last one when the chosen one was the last', () => {
    expect(placeOf([4, 7], 9, 2)).toBe(1);
  });

  it('is nowhere in an empty queue', () => {
    expect(placeOf([], 9, 2)).toBe(-1);
  });

  it('does not step over the ends', () => {
    expect(stepFrom(0, -1, 3)).toBe(0);
    expect(stepFrom(2, 1, 3)).toBe(2);
    expect(stepFrom(0, 1, 0)).toBe(0);
  });
});
