import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatOf } from './heat.ts';

const line = (points: number, weight = 20) => ({ state: 'scored' as const, weight, points });

describe('the colour of a line', () => {
  it('is finer near the top', () => {
    expect([11.99, 12, 15, 18].map((points) => heatOf(line(points)))).toEqual([0, 1, 2, 3]);
  });

  it('is full only for all of the weight', () => {
    expect(heatOf(line(20))).toBe(4);
    expect(heatOf(line(19.99))).toBe(3);
    expect(heatOf(line(0))).toBe(0);
  });

  it('is none where there is no weight, or nothing was due', () => {
    expect(heatOf(line(3, 0))).toBeNull();
    expect(heatOf({ state: 'notDue', weight: 20, points: 0 })).toBeNull();
    expect(heatOf({ state: 'notApplicable', weight: 20, points: 0 })).toBeNull();
  });

  it('shows what was not reported as nothing gained', () => {
    expect(heatOf({ state: 'missing', weight: 20, points: 0 })).toBe(0);
  });

  it('never grows paler with more points', () => {
    const points = fc.double({ min: -10, max: 40, noNaN: true });
    fc.assert(
      fc.property(points, points, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) => heatOf(line(each)) ?? -1);
        expect(low).toBeLessThanOrEqual(high ?? -1);
      }),
    );
  });
});
