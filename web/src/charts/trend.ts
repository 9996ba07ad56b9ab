/** The scores of a group over the last weeks as lines (走势), each named at its end. */

import { addDays, type Day } from '../../../api/domain/time/day.ts';
import { shortDay } from '../../../api/domain/time/format.ts';
import type { ChartOption } from './chart.tsx';
import { lineFrame } from './line-frame.ts';
import type { Palette } from './palette.ts';

const WEEK = 7;

export interface TrendRow {
  name: string;
  rank: number | null;
  total: number | null;
  /** Totals of the last weeks, one a week, oldest first; today's is `total`. */
  trend: readonly (number | null)[];
}

/** The days that the points stand for: one a week, the last one today. */
export function trendDays(today: Day, weeks: number): Day[] {
  return Array.from({ length: weeks + 1 }, (_, i) => addDays(today, (i - weeks) * WEEK));
}

/** How strong a line is drawn: the first three in ink, the last three thin, the rest between. */
const widthOf = (rank: number | null): number => (rank !== null && rank <= 3 ? 2.5 : 1.25);

/** The lines with their names. */
export function trendOption(rows: readonly TrendRow[], days: readonly Day[], palette: Palette): ChartOption {
  const { ink, ink2, ink3 } = palette;
  return {
    ...lineFrame(days.map(shortDay), 96, palette),
    series: rows.map(({ name, rank, total, trend }) => ({
      type: 'line',
      name,
      data: [...trend, total].map((value) => value ?? '-'),
      symbol: 'circle',
      symbolSize: 5,
      showSymbol: false,
      triggerLineEvent: true,
      lineStyle: { width: widthOf(rank), color: rank !== null && rank <= 3 ? ink : ink3 },
      itemStyle: { color: ink2 },
      endLabel: {
        show: true,
        formatter: '{a}',
        color: rank !== null && rank <= 3 ? ink : ink2,
        lineHeight: 18,
        height: 18,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      emphasis: { focus: 'series', lineStyle: { width: 3, color: ink } },
      blur: { lineStyle: { opacity: 0.2 } },
    })),
  };
}
