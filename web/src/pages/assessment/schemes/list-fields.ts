/** Bands and points of a curve as rows of two numbers, the way a form has them. */
import type { Band } from '../../../../../api/domain/score/scheme.ts';

export type Row = readonly [threshold: number, worth: number];

/** How all bands of a list are told: by which side of the threshold, and what a band is worth. */
export interface BandWords {
  readonly side: 'atLeast' | 'atMost';
  readonly worth: 'share' | 'points';
}

/** How the bands of a list are told; of an empty list, from below and by share. */
export function wordsOf(bands: readonly Band[]): BandWords {
  const [first] = bands;
  return {
    side: first !== undefined && 'atMost' in first ? 'atMost' : 'atLeast',
    worth: first !== undefined && 'points' in first ? 'points' : 'share',
  };
}

/** The bands as rows of figures. */
export const rowsOf = (bands: readonly Band[]): Row[] =>
  bands.map((band) => [
    'atLeast' in band ? band.atLeast : band.atMost,
    'share' in band ? band.share : band.points,
  ]);

function bandOf({ side, worth }: BandWords, [threshold, value]: Row): Band {
  const place = side === 'atLeast' ? { atLeast: threshold } : { atMost: threshold };
  return worth === 'share' ? { ...place, share: value } : { ...place, points: value };
}

/** The bands that rows of figures mean. */
export const bandsOf = (words: BandWords, rows: readonly Row[]): Band[] =>
  rows.map((row) => bandOf(words, row));
