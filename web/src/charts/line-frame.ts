import { pointsText } from '../../../api/domain/time/format.ts';
import type { ChartOption } from './chart.tsx';
import type { Palette } from './palette.ts';

/**
 * What every chart of scores over days has around its lines. The axis begins below the lowest score, for what matters
 * is who moves. `right`: the pixels left for what stands at the lines' ends.
 */
export const lineFrame = (
  labels: readonly string[],
  right: number,
  { ink, ink3, rule, paper, font }: Palette,
): ChartOption => ({
  animation: false,
  textStyle: { fontFamily: font, fontSize: 12 },
  grid: { left: 44, right, top: 16, bottom: 32 },
  tooltip: {
    trigger: 'item',
    backgroundColor: paper,
    borderColor: rule,
    textStyle: { color: ink, fontSize: 13 },
    valueFormatter: (value) => (typeof value === 'number' ? pointsText(value) : ''),
  },
  xAxis: {
    type: 'category',
    data: [...labels],
    boundaryGap: false,
    axisLine: { lineStyle: { color: rule } },
    axisTick: { show: false },
    axisLabel: { color: ink3, hideOverlap: true },
  },
  yAxis: {
    type: 'value',
    scale: true,
    axisLabel: { color: ink3 },
    splitLine: { lineStyle: { color: rule } },
  },
});
