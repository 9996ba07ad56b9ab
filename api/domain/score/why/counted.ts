/** Explanations of the methods that count, ask yes or no, or take marks. */
import { exactly, sum } from '../exact.ts';
import { priceOf } from '../methods/counted.ts';
import { countingMarks } from '../methods/judged.ts';
import type { Bonus, Deduct, Judged, Penalty } from '../scheme.ts';
import { number, outcome, plain, stated } from './figures.ts';
import { type Frame, full, NONE, putOn, takenOff } from './frame.ts';
import type { Scale } from './scale.ts';

/** What is counted is said as times (次) where the scheme names no other unit. */
const unitOf = ({ unit }: Scale): string => (unit === '' ? '次' : unit);

const count = (n: number, scale: Scale): string => `${number(n)}${unitOf(scale)}`;

const product = (each: number, n: number, scale: Scale): string =>
  `每${unitOf(scale)}${stated(each)} × ${count(n, scale)}`;

/** Why, of what is met or not (达标法). */
export const whyMet = (met: boolean, frame: Frame): string =>
  met ? `已达标，${full(frame)}` : `未达标，${NONE}`;

/** Why, of so much off for each (扣分法). */
export function whyDeduct({ each, cap }: Deduct, value: number, frame: Frame): string {
  if (value === 0) return `${count(0, frame.scale)}，不扣分，${full(frame)}`;
  return takenOff(product(each, value, frame.scale), priceOf(each, value), cap, frame);
}

/** Why, of so much on top for each (加分项). */
export function whyBonus({ each, cap }: Bonus, value: number, { scale, exact }: Frame): string {
  if (value === 0) return `${count(0, scale)}，不加分`;
  return `加分：${putOn(product(each, value, scale), priceOf(each, value), cap, exact)}`;
}

/** Why, of so much off the total for each (倒扣项). */
export function whyPenalty({ each, cap }: Penalty, value: number, { scale, exact }: Frame): string {
  if (value === 0) return `${count(0, scale)}，不扣分`;
  return `从总分中扣：${putOn(product(each, value, scale), priceOf(each, value), cap, exact)}`;
}

/** Why, of marks (评议法): their mean, and which of them were left out. */
export function whyJudged(method: Judged, marks: readonly number[], { weight, exact }: Frame): string {
  const counting = countingMarks(method, marks);
  const said = marks.map(number).join('、');
  const trimmed = counting.length < marks.length ? '，去掉一个最高分和一个最低分' : '';
  const all = plain(sum(counting.map(exactly)));
  const mean = counting.length === 1 ? all : `${all} ÷ ${counting.length}`;
  const part = `${mean} ÷ 满分${number(method.outOf)}`;
  return `${marks.length}人评分（${said}）${trimmed}：${part} × ${stated(weight)} ${outcome(exact)}`;
}

/** How the explanation of a veto that fell begins. */
export const VETOED = '发生一票否决事项';

/** 一票否决: what it does to the grade. */
export const whyVeto = (vetoed: boolean, lastGrade: string): string =>
  vetoed ? `${VETOED}，等次定为“${lastGrade}”，排在其他单位之后` : '未发生一票否决事项';
