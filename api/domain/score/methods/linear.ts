import { compare, decimal, exactly, minus, NOTHING, over, type Quotient, times } from '../decimal.ts';
import type { Direction, Linear } from '../scheme.ts';
import { cutOff } from './steps.ts';

/** Which way is good, as floor and target say it. */
export const directionOf = ({ floor, target }: Linear): Direction => (floor > target ? 'lower' : 'higher');

/** 功效系数法: `w × clamp((value − floor) / (target − floor), 0, 1)`; beyond the cutoff, nothing. */
export function linearPoints(method: Linear, weight: number, value: Quotient): Quotient {
  if (cutOff(directionOf(method), method.cutoff, value)) return NOTHING;
  const [floor, target] = [exactly(method.floor), exactly(method.target)];
  const share = over(minus(value, floor), minus(target, floor));
  if (share.num.lte(0)) return NOTHING;
  return compare(share, exactly(1)) >= 0 ? exactly(weight) : times(share, decimal(weight));
}
