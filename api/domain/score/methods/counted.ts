import { type Exact, exactly, greater, minus, times, ZERO } from '../exact.ts';
import type { Bonus, Deduct, Penalty } from '../scheme.ts';
import { capped } from './steps.ts';

/** `each × count`, before any limit. */
export const priceOf = (each: number, count: number): Exact => times(exactly(each), exactly(count));

/** 达标法: `w` or 0. */
export const metPoints = (weight: number, met: boolean): Exact => (met ? exactly(weight) : ZERO);

/** 扣分法: `max(0, w − each × count)`; `cap`: no more than that is taken off. */
export const deductPoints = ({ each, cap }: Deduct, weight: number, count: number): Exact =>
  greater(ZERO, minus(exactly(weight), capped(priceOf(each, count), cap)));

/** 加分项, on top: `min(cap, each × count)`. */
export const bonusPoints = ({ each, cap }: Bonus, count: number): Exact => capped(priceOf(each, count), cap);

/** 倒扣项, from the total: `min(cap, each × count)`; without `cap` there is no limit. */
export const penaltyPoints = ({ each, cap }: Penalty, count: number): Exact =>
  capped(priceOf(each, count), cap);
