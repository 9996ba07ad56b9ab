import {
  compare,
  type Exact,
  exactly,
  greater,
  lesser,
  minus,
  over,
  times,
  wholePart,
  ZERO,
} from '../exact.ts';
import type { Direction, Shortfall, Steps, Surplus } from '../scheme.ts';

/** How far a value falls short of `from` (差额): lies on its bad side; 0 where it lies on the other. */
export function shortOf({ from, better }: Steps, value: Exact): Exact {
  const below = minus(exactly(from), value);
  return greater(ZERO, better === 'higher' ? below : minus(ZERO, below));
}

/** How far a value goes beyond `from` (超额): lies on its good side; 0 where it lies on the other. */
export const beyond = (steps: Steps, value: Exact): Exact =>
  shortOf({ ...steps, better: steps.better === 'higher' ? 'lower' : 'higher' }, value);

/** `distance / per`, with `whole` only the whole ones. */
export function stepsIn({ per, whole }: Steps, distance: Exact): Exact {
  const steps = over(distance, exactly(per));
  return whole ? wholePart(steps) : steps;
}

/** `each × steps`, before any limit. */
export const priceOf = (method: Steps, distance: Exact): Exact =>
  times(stepsIn(method, distance), exactly(method.each));

/** Is a value on the bad side of a cutoff (低于底线不得分)? */
export function cutOff(better: Direction, cutoff: number | undefined, value: Exact): boolean {
  if (cutoff === undefined) return false;
  const side = compare(value, exactly(cutoff));
  return better === 'higher' ? side < 0 : side > 0;
}

/** No more than a cap, where there is one. */
export const capped = (price: Exact, cap: number | undefined): Exact =>
  cap === undefined ? price : lesser(price, exactly(cap));

/** 差额扣分: `max(0, w − each × steps)`; `cap`: no more than that is taken off; beyond the cutoff, nothing is left. */
export function shortfallPoints(method: Shortfall, weight: number, value: Exact): Exact {
  if (cutOff(method.better, method.cutoff, value)) return ZERO;
  const taken = capped(priceOf(method, shortOf(method, value)), method.cap);
  return greater(ZERO, minus(exactly(weight), taken));
}

/** 超额加分: `min(cap, each × steps)` for the steps beyond `from`. */
export const surplusPoints = (method: Surplus, value: Exact): Exact =>
  capped(priceOf(method, beyond(method, value)), method.cap);
