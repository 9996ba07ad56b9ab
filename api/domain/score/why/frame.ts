/** What the explanation of every method needs, and the words that several of them share. */
import { compare, type Exact, exactly, round } from '../exact.ts';
import type { Direction } from '../scheme.ts';
import { outcome, points, stated } from './figures.ts';
import { type Scale, threshold } from './scale.ts';

export interface Frame {
  /** How the value is said; empty for a value that is no number. */
  readonly said: string;
  readonly weight: number;
  readonly scale: Scale;
  /** The points before rounding. */
  readonly exact: Exact;
}

export const NONE = '得0.00分';

/** All the points of the line. */
export const full = ({ weight }: Frame): string => `得满分${points(exactly(weight))}`;

/** A value on the bad side of the line below which nothing is given. */
export const beyondCutoff = (better: Direction, cutoff: number, scale: Scale): string =>
  `${better === 'higher' ? '低于' : '高于'}${threshold(cutoff, scale)}不得分，${NONE}`;

/**
 * What is taken off the weight: `30分 − 0.25分 × 0.6 = 29.85分`, or that it passes the most that may be taken off
 * (限扣), or that nothing is left (扣完为止). `price` is what `product` comes to before either limit.
 */
export function takenOff(product: string, price: Exact, cap: number | undefined, frame: Frame): string {
  const passes = (limit: number): boolean => compare(price, exactly(limit)) > 0;
  const { weight, exact } = frame;
  if (cap !== undefined && cap < weight && passes(cap)) {
    return `${product}，超过限扣${stated(cap)}：${stated(weight)} − ${stated(cap)} ${outcome(exact)}`;
  }
  if (passes(weight)) return `${product}，超过${stated(weight)}，扣完为止，${NONE}`;
  return `${stated(weight)} − ${product} ${outcome(exact)}`;
}

/** What is added or taken from the total: `1.5分 × 2次 = 3.00分`, or that it passes the most there may be. */
export function putOn(product: string, price: Exact, cap: number | undefined, exact: Exact): string {
  const passes = cap !== undefined && compare(price, exactly(cap)) > 0;
  return passes
    ? `${product}，超过上限${stated(cap)}，计${points(round(exact))}`
    : `${product} ${outcome(exact)}`;
}
