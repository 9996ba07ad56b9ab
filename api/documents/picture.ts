/**
 * Pictures (图片): charts drawn by ECharts on the server, and an SVG made a PNG by resvg with the two weights of
 * Noto Sans SC that the product ships. The only file of the server that knows either of them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { PICTURE_FONT } from './pictures/look.ts';
import { type Faces, outlined } from './pictures/outlined.ts';
import { openTypeface } from './pictures/typeface.ts';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

export type PictureChart = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

/** Draws a chart as an SVG of that size. Disposed of at once: an instance would keep the process alive. */
export function drawChart(option: PictureChart, size: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: PICTURE_FONT }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

const FONT = '@expo-google-fonts/noto-sans-sc';
let faces: Faces | undefined;

/** The font's two weights, read once. Throws where a file is missing: a picture without its font would be blank. */
function fontFaces(): Faces {
  const { resolve } = createRequire(import.meta.url);
  const read = (file: string) => openTypeface(readFileSync(resolve(`${FONT}/${file}`)));
  faces ??= {
    regular: read('400Regular/NotoSansSC_400Regular.ttf'),
    bold: read('700Bold/NotoSansSC_700Bold.ttf'),
  };
  return faces;
}

/** Makes an SVG a PNG, off the main thread. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const picture = await renderAsync(outlined(svg, fontFaces()), { font: { loadSystemFonts: false } });
  return picture.asPng();
}
