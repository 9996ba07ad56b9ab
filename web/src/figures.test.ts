import { describe, expect, it } from 'vitest';
import { percentOf, pointsOf, scoreOf, sizeOf } from './figures.ts';

describe('figures', () => {
  it('writes a share as a percentage with one decimal', () => {
    expect(percentOf(0.9235)).toBe('92.4');
    expect(percentOf(1)).toBe('100');
    expect(percentOf(0)).toBe('0');
  });

  it('writes scores to the cent and points without needless zeros', () => {
    expect(scoreOf(96.4)).toBe('96.40');
    expect(pointsOf(20)).toBe('20');
    expect(pointsOf(19.2)).toBe('19.2');
  });

  it('writes sizes so that nothing is 0 KB', () => {
    expect(sizeOf(12)).toBe('1 KB');
    expect(sizeOf(812 * 1024)).toBe('812 KB');
    expect(sizeOf(3.4 * 1024 * 1024)).toBe('3.4 MB');
  });
});
