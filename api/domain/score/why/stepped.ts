/** Explanations of the methods that count steps away from a value: 差额扣分, 超额加分. */
import { compare, type Exact, exactly, roundFine, times } from '../exact.ts';
import { beyond, cutOff, priceOf, shortOf, stepsIn } from '../methods/steps.ts';
import type { Shortfall, Steps, Surplus } from '../scheme.ts';
import { plain, stated } from './figures.ts';
import { beyondCutoff, type Frame, full, putOn, takenOff } from './frame.ts';
import { gap, type Scale, threshold } from './scale.ts';

/** How one says that a value is below or above another: rates are 低 and 高, what is counted is 少 and 多. */
export function sideOf(below: boolean, { unit }: Scale): string {
  const counted = unit !== '' && unit !== '%';
  if (below) return counted ? '少' : '低';
  return counted ? '多' : '高';
}

/** `每低1个百分点扣0.25分`, and with whole steps what is left over. */
function ruleOf(method: Steps, distance: Exact, side: string, verb: string, scale: Scale): string {
  const { per, each, whole } = method;
  const step = gap(exactly(per), scale);
  const wholeDistance = times(stepsIn(method, distance), exactly(per));
  const rest = whole && compare(wholeDistance, distance) !== 0 ? `（不足${step}的不计）` : '';
  return `每${side}${step}${verb}${stated(each)}${rest}`;
}

/** `0.25分 × 0.6`: what a step costs and how many there are, as a division where that does not come out even. */
function productOf(method: Steps, distance: Exact, { factor }: Scale): string {
  const steps = stepsIn(method, distance);
  const even = compare(roundFine(steps), steps) === 0;
  const [far, per] = [plain(times(distance, factor)), plain(times(exactly(method.per), factor))];
  return `${stated(method.each)} × ${even || per === '1' ? plain(steps) : `(${far} ÷ ${per})`}`;
}

/** Why, of so much off for each step short of a value (差额扣分). */
export function whyShortfall(method: Shortfall, value: Exact, frame: Frame): string {
  const { said: v, scale } = frame;
  if (method.cutoff !== undefined && cutOff(method.better, method.cutoff, value)) {
    return `${v}，${beyondCutoff(method.better, method.cutoff, scale)}`;
  }
  const side = sideOf(method.better === 'higher', scale);
  const from = threshold(method.from, scale);
  const distance = shortOf(method, value);
  if (distance.num === 0n) return `${v}，不${side}于${from}，不扣分，${full(frame)}`;
  const rule = ruleOf(method, distance, side, '扣', scale);
  const taken = takenOff(productOf(method, distance, scale), priceOf(method, distance), method.cap, frame);
  return `${v}，比${from}${side}${gap(distance, scale)}，${rule}：${taken}`;
}

/** Why, of so much on top for each step beyond a value (超额加分). */
export function whySurplus(method: Surplus, value: Exact, { said: v, scale, exact }: Frame): string {
  const side = sideOf(method.better === 'lower', scale);
  const from = threshold(method.from, scale);
  const distance = beyond(method, value);
  if (distance.num === 0n) return `${v}，不${side}于${from}，不加分`;
  const rule = ruleOf(method, distance, side, '加', scale);
  const added = putOn(productOf(method, distance, scale), priceOf(method, distance), method.cap, exact);
  return `${v}，比${from}${side}${gap(distance, scale)}，${rule}：${added}`;
}
