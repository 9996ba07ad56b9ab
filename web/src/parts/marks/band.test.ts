import { describe, expect, it } from 'vitest';
import { bandOf } from './band.ts';

const bands = (count: number) => Array.from({ length: count }, (_, i) => bandOf(i, count, i + 1));

describe('the head and the foot of a ranking', () => {
  it('are three each', () => {
    expect(bands(12).filter((band) => band === 'top')).toHaveLength(3);
    expect(bands(12).slice(-3)).toEqual(['bottom', 'bottom', 'bottom']);
  });

  it('are not marked where a ranking is too short to have them', () => {
    expect(bands(5)).toEqual(['middle', 'middle', 'middle', 'middle', 'middle']);
  });

  it('leave out who has no rank', () => {
    expect(bandOf(11, 12, null)).toBe('middle');
  });
});
