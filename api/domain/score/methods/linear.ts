import { decimal, type Quotient, quotient, ZERO } from '../decimal.ts';
import type { Direction, Linear } from '../scheme.ts';
import { cutOff } from './steps.ts';

/** Which way is good, as floor and target say it. */
export const directionOf = ({ floor, target }: Linear): Direction => (floor > target ? 'lower' : 'higher');

/** 功效系数法: `w × clamp((value − floor) / (target − floor), 0, 1)`; beyond the cutoff, nothing. */
export function linearPoints(method: Linear, weight: number, value: number): Quotient {
  if (cutOff(directionOf(method), method.cutoff, value)) return quotient(ZERO);
  const floor = decimal(method.floor);
  const share = quotient(decimal(value).minus(floor), decimal(method.target).minus(floor));
  if (share.num.lte(ZERO)) return quotient(ZERO);
  if (share.num.gte(share.den)) return quotient(decimal(weight));
  return quotient(decimal(weight).times(share.num), share.den);
}
