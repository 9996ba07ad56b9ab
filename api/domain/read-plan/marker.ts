/** What may number a heading (标题序号), and what it looks like where it stands. */

/** 第一部分 · 一、 · 第一条 · (一) · `1.` · (1) · ①: a kind stands inside a smaller one. */
export const KIND = {
  division: 1,
  chapter: 2,
  article: 3,
  part: 4,
  point: 5,
  subpoint: 6,
  circled: 7,
} as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/**
 * What stands before a marker: a line's beginning, a sentence's end, a semicolon or colon, or a word.
 * The first two are strong: a heading can always stand there.
 */
export type Boundary = 'line' | 'stop' | 'soft' | 'none';

export interface Marker {
  kind: Kind;
  n: number;
  from: number;
  /** Where the heading's words begin. */
  to: number;
  boundary: Boundary;
  /** A number with nothing after it (`4建立`): believed only where it is the next in turn. */
  bare: boolean;
  /** The number as it is written: `2.1.1` of a decimal outline, 第一部分. */
  path?: string;
}
