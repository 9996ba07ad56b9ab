/** A chart (图表): the only file that knows ECharts, of which it takes just what the charts here need. */
import { LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, type ECharts, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { createEffect, type JSX, onCleanup, onMount } from 'solid-js';
import { theme } from '../parts/theme.ts';
import css from './chart.module.css';
import { type Palette, readPalette } from './palette.ts';

use([LineChart, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

interface ChartProps {
  /** What is drawn, in the colours of the theme. Called again when the theme or the data change. */
  option: (palette: Palette) => ChartOption;
  /** What the picture shows, in a sentence. */
  label: string;
  /** Height in pixels. */
  height: number;
  /** The name of the series or the item that was pressed. */
  onPick?: (name: string) => void;
}

/** Draws an option, and again when the theme, the data or the width change. */
export function Chart(props: ChartProps): JSX.Element {
  let place: HTMLDivElement | undefined;
  let chart: ECharts | undefined;

  onMount(() => {
    if (place === undefined) return;
    chart = init(place, null, { renderer: 'svg' });
    chart.on('click', ({ name, seriesName }) => props.onPick?.(name || (seriesName ?? '')));
    const watch = new ResizeObserver(() => chart?.resize());
    watch.observe(place);
    onCleanup(() => {
      watch.disconnect();
      chart?.dispose();
    });
    createEffect(() => {
      theme();
      if (place !== undefined) chart?.setOption(props.option(readPalette(place)), { notMerge: true });
    });
  });

  return (
    <div
      ref={place}
      class={css.chart}
      role="img"
      aria-label={props.label}
      style={{ height: `${props.height}px` }}
    />
  );
}
