/** Explanations of the methods that count steps away from a value: 差额扣分, 超额加分. */
import { type Decimal, decimal, wholeTimes } from '../decimal.ts';
import { beyond, cutOff, missingTo, priceOf } from '../methods/steps.ts';
import type { Shortfall, Steps, Surplus } from '../scheme.ts';
import { plain, ratio, stated } from './figures.ts';
import { beyondCutoff, type Frame, full, putOn, takenOff } from './frame.ts';
import { figure, gap, type Scale } from './scale.ts';

/** `每低1个百分点扣0.25分`, and with whole steps what is left over. */
function ruleOf({ per, each, whole }: Steps, far: Decimal, side: string, verb: string, scale: Scale): string {
  const step = gap(decimal(per), scale);
  const rest = whole && !far.mod(decimal(per)).eq(0) ? `（不足${step}的不计）` : '';
  return `每${side}${step}${verb}${stated(each)}${rest}`;
}

/** `0.25分 × 0.6`: what a step costs, and how many steps there are. */
function productOf({ per, each, whole }: Steps, far: Decimal, { factor }: Scale): string {
  const step = decimal(per);
  return `${stated(each)} × ${whole ? plain(wholeTimes(far, step)) : ratio(factor.times(far), factor.times(step))}`;
}

export function whyShortfall(method: Shortfall, value: number, frame: Frame): string {
  const { scale } = frame;
  const v = figure(value, scale);
  if (method.cutoff !== undefined && cutOff(method.better, method.cutoff, value)) {
    return `${v}，${beyondCutoff(method.better, method.cutoff, scale)}`;
  }
  const side = method.better === 'higher' ? '低' : '高';
  const from = figure(method.from, scale);
  const far = missingTo(method, value);
  if (far.eq(0)) return `${v}，不${side}于${from}，不扣分，${full(frame)}`;
  const rule = ruleOf(method, far, side, '扣', scale);
  const taken = takenOff(productOf(method, far, scale), priceOf(method, far), method.cap, frame);
  return `${v}，比${from}${side}${gap(far, scale)}，${rule}：${taken}`;
}

export function whySurplus(method: Surplus, value: number, { scale, exact }: Frame): string {
  const v = figure(value, scale);
  const side = method.better === 'higher' ? '高' : '低';
  const from = figure(method.from, scale);
  const far = beyond(method, value);
  if (far.eq(0)) return `${v}，不${side}于${from}，不加分`;
  const rule = ruleOf(method, far, side, '加', scale);
  const added = putOn(productOf(method, far, scale), priceOf(method, far), method.cap, exact);
  return `${v}，比${from}${side}${gap(far, scale)}，${rule}：${added}`;
}
