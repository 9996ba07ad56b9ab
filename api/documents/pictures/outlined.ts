/** Makes the text of an SVG outlines, ours and that of ECharts, so that nothing that draws it needs a font. */
import type { Typeface } from './typeface.ts';

export interface Faces {
  regular: Typeface;
  bold: Typeface;
}

const TEXT = /<text\b([^>]*)>([^<]*)<\/text>/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
/** The middle of a line of text lies this part of its size above the base line. */
const CENTRE = 0.36;
const CAP = 0.74;

/** An attribute of an element, or the property of its style of that name. */
const said = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:[\\s;"]|^)${name}(?:="|:)\\s*([^";]*)`, 'u').exec(attributes)?.[1];

const numberIn = (attributes: string, name: string, otherwise: number): number => {
  const value = Number.parseFloat(said(attributes, name) ?? '');
  return Number.isFinite(value) ? value : otherwise;
};

function raised(baseline: string | undefined, size: number): number {
  if (baseline === 'central' || baseline === 'middle') return size * CENTRE;
  return baseline === 'hanging' || baseline === 'text-before-edge' ? size * CAP : 0;
}

const SHARE_BEFORE: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

function outline({ regular, bold }: Faces, attributes: string, escaped: string): string {
  const text = escaped.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity);
  const size = numberIn(attributes, 'font-size', 16);
  const weight = said(attributes, 'font-weight') ?? '400';
  const face = weight === 'bold' || Number(weight) >= 600 ? bold : regular;
  const glyphs = [...text].map((char) => face.glyphOf(char));
  const width = glyphs.reduce((sum, { advance }) => sum + advance * size, 0);
  const left =
    numberIn(attributes, 'x', 0) - width * (SHARE_BEFORE[said(attributes, 'text-anchor') ?? ''] ?? 0);
  const base = numberIn(attributes, 'y', 0) + raised(said(attributes, 'dominant-baseline'), size);
  let at = 0;
  const paths = glyphs.map(({ advance, path }) => {
    const placed = path === '' ? '' : `<path transform="translate(${Math.round(at)} 0)" d="${path}"/>`;
    at += advance * 1000;
    return placed;
  });
  const transform = said(attributes, 'transform');
  const fill = said(attributes, 'fill') ?? '#000';
  const place = `${transform === undefined ? '' : `${transform} `}translate(${left} ${base}) scale(${size / 1000})`;
  return `<g transform="${place}" fill="${fill}">${paths.join('')}</g>`;
}

/** The SVG with every text of one line as outlines. */
export const outlined = (svg: string, faces: Faces): string =>
  svg.replaceAll(TEXT, (_, attributes: string, text: string) => outline(faces, attributes, text));
