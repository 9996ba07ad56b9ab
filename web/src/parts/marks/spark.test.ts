import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparkPath, sparkPoints } from './spark.ts';

describe('a sparkline', () => {
  it('rises to the top for the highest value', () => {
    expect(sparkPath(sparkPoints([60, 80, 70], 64, 24))).toBe('M2 22L32 2L62 12');
  });

  it('starts anew after a gap', () => {
    expect(sparkPath(sparkPoints([60, null, 70, 80], 64, 24))).toBe('M2 22M42 12L62 2');
  });

  it('is empty where nothing is known', () => {
    expect(sparkPath(sparkPoints([null, null], 64, 24))).toBe('');
    expect(sparkPath(sparkPoints([], 64, 24))).toBe('');
  });

  it('lies in the middle where nothing moves', () => {
    expect(sparkPath(sparkPoints([80, 80], 64, 24))).toBe('M2 12L62 12');
  });

  it('never leaves its box', () => {
    const values = fc.array(fc.option(fc.double({ min: 0, max: 120, noNaN: true })), { maxLength: 40 });
    fc.assert(
      fc.property(values, (list) => {
        for (const point of sparkPoints(list, 64, 24)) {
          if (point === null) continue;
          expect(point.x).toBeGreaterThanOrEqual(2);
          expect(point.x).toBeLessThanOrEqual(62);
          expect(point.y).toBeGreaterThanOrEqual(2);
          expect(point.y).toBeLessThanOrEqual(22);
        }
      }),
    );
  });
});
