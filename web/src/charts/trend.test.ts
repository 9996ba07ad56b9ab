import { describe, expect, it } from 'vitest';
import { day } from '../../../api/domain/time/day.ts';
import type { Palette } from './palette.ts';
import { trendDays, trendOption } from './trend.ts';

const palette: Palette = {
  ink: '#111',
  ink2: '#222',
  ink3: '#333',
  rule: '#ddd',
  paper: '#fff',
  blue: '#00f',
  green: '#0f0',
  yellow: '#ff0',
  red: '#f00',
  font: 'sans-serif',
};

describe('the trend of a group', () => {
  it('has one day a week, the last one today', () => {
    expect(trendDays(day('2026-06-24'), 2)).toEqual(['2026-06-10', '2026-06-17', '2026-06-24']);
  });

  it('draws a gap where no score was, and ends with the score of today', () => {
    const rows = [{ name: '示例一村', rank: 1, total: 96.4, trend: [null, 95] }];
    const option = trendOption(rows, trendDays(day('2026-06-24'), 2), palette);
    expect(option.series).toMatchObject([{ name: '示例一村', data: ['-', 95, 96.4] }]);
  });

  it('gives the first three the stronger line', () => {
    const rows = [1, 4].map((rank) => ({ name: `第${rank}`, rank, total: 90, trend: [] }));
    const option = trendOption(rows, trendDays(day('2026-06-24'), 0), palette);
    expect(option.series).toMatchObject([
      { lineStyle: { width: 2.5, color: '#111' } },
      { lineStyle: { width: 1.25, color: '#333' } },
    ]);
  });
});
