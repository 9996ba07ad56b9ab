/** Explanation of 名次计分. */
import { exactly, minus, ONE, times } from '../exact.ts';
import { bestBand } from '../methods/bands.ts';
import { placeOf, type Standing } from '../methods/rank.ts';
import type { Band, Ranked } from '../scheme.ts';
import { number, outcome, plain, stated } from './figures.ts';
import { type Frame, full, takenOff } from './frame.ts';
import { inBand } from './measured.ts';

function standingInWords({ first, ties, of }: Standing, place: string): string {
  return ties === 1
    ? `${of}个单位中列第${first}名`
    : `${of}个单位中与另外${ties - 1}个并列第${first}至${first + ties - 1}名，取平均名次${place}`;
}

const upTo = (band: Band): string => ('atMost' in band ? `前${number(band.atMost)}名` : '');

/** Why, of a place among the units of the group (名次). */
export function whyRank(method: Ranked, standing: Standing, frame: Frame): string {
  const { said, weight, exact } = frame;
  const at = placeOf(standing);
  const place = plain(at);
  const lead = `${said}，${standingInWords(standing, place)}`;
  if (method.bands !== undefined) {
    return `${lead}，${inBand(bestBand(method.bands, weight, at), upTo, frame)}`;
  }
  if (method.each !== undefined) {
    const price = times(exactly(method.each), minus(at, ONE));
    const taken = takenOff(`${stated(method.each)} × (${place} − 1)`, price, undefined, frame);
    return `${lead}，每降1名扣${stated(method.each)}：${taken}`;
  }
  if (standing.of === 1) return `${said}，仅1个单位有数据，${full(frame)}`;
  const { of: n } = standing;
  return `${lead}：${stated(weight)} × (${n} − ${place}) ÷ (${n} − 1) ${outcome(exact)}`;
}
