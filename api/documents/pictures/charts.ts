/** The charts of pictures, as options of ECharts: one line, one colour, the figures on them. */
import { pointsText } from '../../domain/time/format.ts';
import type { PictureChart } from '../picture.ts';
import { INK, SIZE } from './look.ts';

const label = { color: INK.ink3, fontSize: SIZE.small - 4 };
const axis = { axisLine: { lineStyle: { color: INK.rule } }, axisTick: { show: false } };

/** A score over the weeks, the last one written out. */
export function trendChart(points: readonly { day: string; total: number | null }[]): PictureChart {
  return {
    grid: { left: 72, right: 120, top: 24, bottom: 60 },
    xAxis: {
      type: 'category',
      data: points.map(({ day }) => day),
      boundaryGap: false,
      ...axis,
      axisLabel: { ...label, margin: 18, interval: Math.max(1, Math.ceil(points.length / 4) - 1) },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 3,
      axisLabel: label,
      splitLine: { lineStyle: { color: INK.rule } },
    },
    series: [
      {
        type: 'line',
        data: points.map(({ total }, i) => ({
          value: total ?? '-',
          symbolSize: i === points.length - 1 ? 14 : 0,
          label: {
            show: i === points.length - 1 && total !== null,
            position: 'right' as const,
            formatter: pointsText(total ?? 0),
            fontSize: SIZE.small,
            fontWeight: 700,
            color: INK.ink,
          },
        })),
        symbol: 'circle',
        lineStyle: { width: 4, color: INK.ink },
        itemStyle: { color: INK.ink },
      },
    ],
  };
}

/** Columns, each with its figure on top. */
export function columnChart(columns: readonly { name: string; value: number }[]): PictureChart {
  return {
    grid: { left: 8, right: 8, top: 44, bottom: 48 },
    xAxis: {
      type: 'category',
      data: columns.map(({ name }) => name),
      ...axis,
      axisLabel: { ...label, interval: 0, fontSize: columns.length > 8 ? SIZE.small - 8 : label.fontSize },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      {
        type: 'bar',
        data: columns.map(({ value }) => value),
        barMaxWidth: 56,
        itemStyle: { color: INK.ink2 },
        label: { show: true, position: 'top', fontSize: SIZE.small, color: INK.ink },
      },
    ],
  };
}
