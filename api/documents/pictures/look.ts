/** How pictures look: the page's white paper, one red and ink greys, at a phone's width (interface.md, "Looks"). */
import type { Light } from '../../../db/vocabulary.ts';

export const PICTURE_FONT = 'Noto Sans SC';

/** Every picture is as wide as a phone shows it whole. */
export const WIDTH = 1080;
export const MARGIN = 64;
export const INNER = WIDTH - 2 * MARGIN;

export const INK = {
  ink: '#1b1a19',
  ink2: '#474542',
  ink3: '#66625d',
  rule: '#dedbd5',
  quiet: '#f7f6f4',
  bar: '#b9b5ae',
  paper: '#ffffff',
  red: '#b8141f',
} as const;

export const LIGHT_INK: Readonly<Record<Light, string>> = {
  blue: '#1d5fa6',
  green: '#26784a',
  yellow: '#a87400',
  red: INK.red,
};

/** Sizes of text, in pixels: they are read at a third of their size on a phone. */
export const SIZE = { figure: 92, title: 54, lead: 40, body: 34, small: 28 } as const;
