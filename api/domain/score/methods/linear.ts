import { type Exact, exactly, greater, lesser, minus, ONE, over, times, ZERO } from '../exact.ts';
import type { Direction, Linear } from '../scheme.ts';
import { cutOff } from './steps.ts';

/** Which way is good, as floor and target say it. */
export const directionOf = ({ floor, target }: Linear): Direction => (floor > target ? 'lower' : 'higher');

/** 功效系数法: `w × clamp((value − floor) / (target − floor), 0, 1)`; beyond the cutoff, nothing. */
export function linearPoints(method: Linear, weight: number, value: Exact): Exact {
  if (cutOff(directionOf(method), method.cutoff, value)) return ZERO;
  const [floor, target] = [exactly(method.floor), exactly(method.target)];
  const share = over(minus(value, floor), minus(target, floor));
  return times(exactly(weight), greater(ZERO, lesser(ONE, share)));
}
