import { type Decimal, decimal, max, min, type Quotient, quotient, ZERO } from '../decimal.ts';
import type { Bonus, Deduct, Penalty } from '../scheme.ts';

/** `min(cap, each × count)`; without `cap` there is no limit. */
function capped({ each, cap }: { each: number; cap?: number }, count: number): Decimal {
  const all = decimal(each).times(decimal(count));
  return cap === undefined ? all : min(decimal(cap), all);
}

/** 达标法: `w` or 0. */
export const metPoints = (weight: number, met: boolean): Quotient => quotient(met ? decimal(weight) : ZERO);

/** 扣分法: `max(0, w − each × count)`; `cap`: no more than that is taken off. */
export const deductPoints = (method: Deduct, weight: number, count: number): Quotient =>
  quotient(max(ZERO, decimal(weight).minus(capped(method, count))));

/** 加分项: `min(cap, each × count)`. */
export const bonusPoints = (method: Bonus, count: number): Quotient => quotient(capped(method, count));

/** 倒扣项: `min(cap, each × count)`, to be taken from the total. */
export const penaltyPoints = (method: Penalty, count: number): Quotient => quotient(capped(method, count));
