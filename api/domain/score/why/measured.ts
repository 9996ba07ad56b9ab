/** Explanations of the methods that read a number: 功效系数法, 分档计分, 折线计分. */
import { compare, type Exact, exactly, round } from '../exact.ts';
import { bestBand } from '../methods/bands.ts';
import { placeOn } from '../methods/curve.ts';
import { directionOf } from '../methods/linear.ts';
import { cutOff } from '../methods/steps.ts';
import type { Band, Bands, Curve, Linear } from '../scheme.ts';
import { outcome, points, share, stated } from './figures.ts';
import { beyondCutoff, type Frame, full, NONE } from './frame.ts';
import { threshold } from './scale.ts';

/** Why, of the way from floor to target (功效系数法). */
export function whyLinear(method: Linear, value: Exact, frame: Frame): string {
  const { said: v, scale, weight, exact } = frame;
  const floor = `底线${threshold(method.floor, scale)}`;
  const target = `目标${threshold(method.target, scale)}`;
  const better = directionOf(method);
  const higher = better === 'higher';
  if (method.cutoff !== undefined && cutOff(better, method.cutoff, value)) {
    return `${v}，${beyondCutoff(better, method.cutoff, scale)}`;
  }
  const [toFloor, toTarget] = [compare(value, exactly(method.floor)), compare(value, exactly(method.target))];
  if (higher ? toTarget > 0 : toTarget < 0) return `${v}，好于${target}，${full(frame)}`;
  if (higher ? toFloor <= 0 : toFloor >= 0) return `${v}，${higher ? '未超过' : '未低于'}${floor}，${NONE}`;
  const end = `× ${stated(weight)} ${outcome(exact)}`;
  if (method.floor === 0) return `${v} ÷ ${target} ${end}`;
  return higher
    ? `(${v} − ${floor}) ÷ (${target} − ${floor}) ${end}`
    : `(${floor} − ${v}) ÷ (${floor} − ${target}) ${end}`;
}

/** Into which band something fell, and what that gives; undefined: into none. */
export function inBand(band: Band | undefined, nameOf: (band: Band) => string, frame: Frame): string {
  if (band === undefined) return `未达到任何一档，${NONE}`;
  const reached = `达到“${nameOf(band)}”一档`;
  return 'share' in band
    ? `${reached}，得${share(band.share)}：${stated(frame.weight)} × ${share(band.share)} ${outcome(frame.exact)}`
    : `${reached}，得${points(round(frame.exact))}`;
}

/** Why, of bands (分档计分): the one that the value reaches. */
export function whyBands({ bands }: Bands, value: Exact, frame: Frame): string {
  const nameOf = (band: Band) =>
    'atLeast' in band
      ? `不低于${threshold(band.atLeast, frame.scale)}`
      : `不高于${threshold(band.atMost, frame.scale)}`;
  const band = bestBand(bands, frame.weight, value);
  return `${frame.said}，${inBand(band, nameOf, frame)}`;
}

/** Why, of a curve (折线计分): where the value lies on it. */
export function whyCurve(method: Curve, value: Exact, { said: v, scale, weight, exact }: Frame): string {
  const place = placeOn(method.points, value);
  if ('at' in place) {
    const [x, y] = place.at;
    const side = compare(value, exactly(x));
    const end = side < 0 ? `低于起点${threshold(x, scale)}，` : `超过终点${threshold(x, scale)}，`;
    return `${v}，${side === 0 ? '' : end}得${share(y)}：${stated(weight)} × ${share(y)} ${outcome(exact)}`;
  }
  const [[x0, y0], [x1, y1]] = [place.from, place.to];
  const [from, to] = [threshold(x0, scale), threshold(x1, scale)];
  const part = `(${v} − ${from}) ÷ (${to} − ${from})`;
  return (
    `${v}，在${from}（得${share(y0)}）与${to}（得${share(y1)}）之间：` +
    `${stated(weight)} × (${share(y0)} + (${share(y1)} − ${share(y0)}) × ${part}) ${outcome(exact)}`
  );
}
