/** A sheet of paper that is written from top to bottom, and is as long as what stands on it. */
import type { Light } from '../../../db/vocabulary.ts';
import { LIGHT_SHAPES } from '../../domain/assignment/light-shapes.ts';
import { INK, INNER, LIGHT_INK, MARGIN, PICTURE_FONT, SIZE, WIDTH } from './look.ts';
import { wrapped } from './measure.ts';

export interface Words {
  /** Where the text begins, or ends, or has its middle: by `align`. The left margin unless given. */
  x?: number;
  size?: number;
  bold?: boolean;
  fill?: string;
  align?: 'start' | 'middle' | 'end';
}

/** What the font cannot draw and XML may not hold: control characters, halves of characters, emoji. */
const UNDRAWABLE = /\p{Cc}|\p{Cs}|\p{Cf}|\p{Extended_Pictographic}|[\ufe0f\ufffe\uffff]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replaceAll(UNDRAWABLE, '').replaceAll(/[&<>"]/gu, (char) => ESCAPES[char] ?? '');

const LINE_HEIGHT = 1.6;
const FOOT = 56;

/** Writes pictures. What is drawn stands at the sheet's `y`; what moves it down says so. */
export class Sheet {
  y = MARGIN;
  private readonly parts: string[] = [];

  down(by: number): this {
    this.y += by;
    return this;
  }

  /** One line of text on the base line `y`. */
  text(
    words: string,
    { x = MARGIN, size = SIZE.body, bold = false, fill = INK.ink, align = 'start' }: Words = {},
  ): this {
    const weight = bold ? 700 : 400;
    this.parts.push(
      `<text x="${x}" y="${this.y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${align}">${escaped(words)}</text>`,
    );
    return this;
  }

  /** A text of several lines, broken at the width; `y` ends at the last one's base line. */
  paragraph(words: string, look: Words & { width?: number; most?: number } = {}): this {
    const { size = SIZE.body, width = INNER, most } = look;
    const lines = wrapped(words, size, width, most);
    for (const [i, line] of lines.entries()) this.down(i === 0 ? 0 : size * LINE_HEIGHT).text(line, look);
    return this;
  }

  rect(x: number, width: number, height: number, fill: string): this {
    this.parts.push(`<rect x="${x}" y="${this.y}" width="${width}" height="${height}" fill="${fill}"/>`);
    return this;
  }

  /** A hairline across the sheet. */
  rule(fill: string = INK.rule): this {
    return this.rect(MARGIN, INNER, 2, fill);
  }

  /** A light's shape standing on the base line. */
  light(light: Light, x: number, size: number = SIZE.body): this {
    const scale = size / 16;
    this.parts.push(
      `<path transform="translate(${x} ${this.y - size * 0.86}) scale(${scale})" d="${LIGHT_SHAPES[light]}" fill="${LIGHT_INK[light]}" fill-rule="evenodd"/>`,
    );
    return this;
  }

  /** A chart with its left upper corner at `x` and `y`. */
  chart(svg: string, x: number = MARGIN): this {
    this.parts.push(`<g transform="translate(${x} ${this.y})">${svg}</g>`);
    return this;
  }

  toSvg(): string {
    const height = Math.ceil(this.y + FOOT);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${PICTURE_FONT}"><rect width="${WIDTH}" height="${height}" fill="${INK.paper}"/>${this.parts.join('')}</svg>`;
  }
}
