import { decimal, exactly, greater, minus, NOTHING, type Quotient, times } from '../decimal.ts';
import type { Bonus, Deduct, Penalty } from '../scheme.ts';
import { capped } from './steps.ts';

/** `each × count`, before any limit. */
export const priceOf = (each: number, count: number): Quotient => times(exactly(count), decimal(each));

/** 达标法: `w` or 0. */
export const metPoints = (weight: number, met: boolean): Quotient => (met ? exactly(weight) : NOTHING);

/** 扣分法: `max(0, w − each × count)`; `cap`: no more than that is taken off. */
export const deductPoints = ({ each, cap }: Deduct, weight: number, count: number): Quotient =>
  greater(NOTHING, minus(exactly(weight), capped(priceOf(each, count), cap)));

/** 加分项, on top: `min(cap, each × count)`. */
export const bonusPoints = ({ each, cap }: Bonus, count: number): Quotient =>
  capped(priceOf(each, count), cap);

/** 倒扣项, from the total: `min(cap, each × count)`; without `cap` there is no limit. */
export const penaltyPoints = ({ each, cap }: Penalty, count: number): Quotient =>
  capped(priceOf(each, count), cap);
