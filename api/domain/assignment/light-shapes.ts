import type { Light } from '../../../db/vocabulary.ts';

/** Each light has its own outline (亮灯形状), so that it is told without its colour. Drawn in a box of 16, even-odd. */
export const LIGHT_SHAPES: Readonly<Record<Light, string>> = {
  blue: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4.2 8.2l2.7 2.7 5-5.4-1.2-1.1-3.8 4.1-1.5-1.5Z',
  green: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z',
  yellow: 'M8 1.5 15.5 14.5H.5ZM7.2 6v4.2h1.6V6Zm0 5.2v1.6h1.6v-1.6Z',
  red: 'M8 .5 15.5 8 8 15.5.5 8ZM7.2 4v5h1.6V4Zm0 6v1.7h1.6V10Z',
};
