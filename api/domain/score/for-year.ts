import { day } from '../time/day.ts';
import type { Scheme } from './scheme.ts';

/** A scheme taken over for another year (沿用上年): the same in all but the year and the day it is final on. */
export const forYear = (scheme: Scheme, year: number): Scheme => ({
  ...scheme,
  year,
  mode: 'final',
  asOf: day(`${year}-12-31`),
});
