import {
  type Decimal,
  decimal,
  max,
  min,
  ONE,
  type Quotient,
  quotient,
  wholeTimes,
  ZERO,
} from '../decimal.ts';
import type { Direction, Shortfall, Steps, Surplus } from '../scheme.ts';

/** How far `value` lies on one side of `from`; 0 where it lies on the other. */
const distance = (side: 'below' | 'above', from: number, value: number): Decimal =>
  max(ZERO, side === 'below' ? decimal(from).minus(decimal(value)) : decimal(value).minus(decimal(from)));

/** How far a value falls short of `from` (差额): lies on its bad side. */
export const missingTo = ({ from, better }: Steps, value: number): Decimal =>
  distance(better === 'higher' ? 'below' : 'above', from, value);

/** How far a value goes beyond `from` (超额): lies on its good side. */
export const beyond = ({ from, better }: Steps, value: number): Decimal =>
  distance(better === 'higher' ? 'above' : 'below', from, value);

/** `each × steps`, where steps = distance / `per`, with `whole` only the whole ones. */
export function priceOf({ per, each, whole }: Steps, far: Decimal): Quotient {
  return whole
    ? quotient(decimal(each).times(wholeTimes(far, decimal(per))), ONE)
    : quotient(decimal(each).times(far), decimal(per));
}

/** Is a value on the bad side of a cutoff (低于底线不得分)? */
export const cutOff = (better: Direction, cutoff: number | undefined, value: number): boolean =>
  cutoff !== undefined && (better === 'higher' ? value < cutoff : value > cutoff);

/** A quotient, but no more than a cap where there is one. */
const capped = ({ num, den }: Quotient, cap: number | undefined): Quotient =>
  quotient(cap === undefined ? num : min(num, decimal(cap).times(den)), den);

/** 差额扣分: `max(0, w − each × steps)`; `cap`: no more than that is taken off; beyond the cutoff, nothing is left. */
export function shortfallPoints(method: Shortfall, weight: number, value: number): Quotient {
  if (cutOff(method.better, method.cutoff, value)) return quotient(ZERO);
  const taken = capped(priceOf(method, missingTo(method, value)), method.cap);
  return quotient(max(ZERO, decimal(weight).times(taken.den).minus(taken.num)), taken.den);
}

/** 超额加分: `min(cap, each × steps)` for the steps beyond `from`. */
export const surplusPoints = (method: Surplus, value: number): Quotient =>
  capped(priceOf(method, beyond(method, value)), method.cap);
