/** In which unit an indicator's values are said: a share of 0.96 as 96%, a count as 3次. */
import { type Exact, exactly, ONE, times } from '../exact.ts';
import type { Indicator } from '../scheme.ts';
import { thresholdsOf } from '../thresholds.ts';
import { plain } from './figures.ts';

export interface Scale {
  readonly factor: Exact;
  /** Behind a value: `96%`, `12次`. */
  readonly unit: string;
  /** Behind the distance between two values: `0.6个百分点`, `2次`. */
  readonly gapUnit: string;
}

const PLAIN: Scale = { factor: ONE, unit: '', gapUnit: '' };
const PERCENT: Scale = { factor: ONE, unit: '%', gapUnit: '个百分点' };
const SHARE: Scale = { ...PERCENT, factor: exactly(100) };

/** A value with its unit: `96%`, `12次`, `95.4`. */
export const figure = (value: Exact, { factor, unit }: Scale): string =>
  `${plain(times(value, factor))}${unit}`;

/** A threshold of a method, with its unit. */
export const threshold = (n: number, scale: Scale): string => figure(exactly(n), scale);

/** A distance between two values with its unit: `0.6个百分点`, `2次`, `0.6`. */
export const gap = (distance: Exact, { factor, gapUnit }: Scale): string =>
  `${plain(times(distance, factor))}${gapUnit}`;

/**
 * How an indicator's values are said. Without a `unitOfMeasure` they are taken for shares of one where all
 * thresholds of the method lie in 0…1 and one of them at least is no whole number, or where a linear method runs
 * between 0 and 1, the usual way to write a rate.
 */
export function scaleOf({ method, unitOfMeasure }: Indicator): Scale {
  if (unitOfMeasure === '%') return PERCENT;
  if (unitOfMeasure !== undefined) return { ...PLAIN, unit: unitOfMeasure, gapUnit: unitOfMeasure };
  const steps = method.type === 'shortfall' || method.type === 'surplus' ? [method.per] : [];
  const thresholds = [...thresholdsOf(method).map(([, value]) => value), ...steps];
  const within = thresholds.length > 0 && thresholds.every((n) => n >= 0 && n <= 1);
  const rate = method.type === 'linear' || thresholds.some((n) => !Number.isInteger(n));
  return within && rate ? SHARE : PLAIN;
}
