/** Explanations of the methods that read a number: 功效系数法, 分档计分, 折线计分. */
import { decimal, round } from '../decimal.ts';
import { bestBand } from '../methods/bands.ts';
import { placeOn } from '../methods/curve.ts';
import { directionOf } from '../methods/linear.ts';
import { cutOff } from '../methods/steps.ts';
import type { Band, Bands, Curve, Linear } from '../scheme.ts';
import { outcome, points, share, stated } from './figures.ts';
import { beyondCutoff, type Frame, full, NOTHING } from './frame.ts';
import { figure } from './scale.ts';

export function whyLinear(method: Linear, value: number, frame: Frame): string {
  const { scale, weight, exact } = frame;
  const v = figure(value, scale);
  const floor = `底线${figure(method.floor, scale)}`;
  const target = `目标${figure(method.target, scale)}`;
  const better = directionOf(method);
  const higher = better === 'higher';
  if (method.cutoff !== undefined && cutOff(better, method.cutoff, value)) {
    return `${v}，${beyondCutoff(better, method.cutoff, scale)}`;
  }
  const share = `× ${stated(weight)} ${outcome(exact)}`;
  const reached = higher ? value >= method.target : value <= method.target;
  if (reached && value !== method.target) return `${v}，好于${target}，${full(frame)}`;
  const below = higher ? value <= method.floor : value >= method.floor;
  if (below) return `${v}，${higher ? '未超过' : '未低于'}${floor}，${NOTHING}`;
  if (method.floor === 0) return `${v} ÷ ${target} ${share}`;
  return higher
    ? `(${v} − ${floor}) ÷ (${target} − ${floor}) ${share}`
    : `(${floor} − ${v}) ÷ (${floor} − ${target}) ${share}`;
}

/** Into which band something fell, and what that gives; undefined: into none. */
export function inBand(band: Band | undefined, nameOf: (band: Band) => string, frame: Frame): string {
  if (band === undefined) return `未达到任何一档，${NOTHING}`;
  const reached = `达到“${nameOf(band)}”一档`;
  return 'share' in band
    ? `${reached}，得${share(band.share)}：${stated(frame.weight)} × ${share(band.share)} ${outcome(frame.exact)}`
    : `${reached}，得${points(round(frame.exact))}`;
}

export function whyBands({ bands }: Bands, value: number, frame: Frame): string {
  const nameOf = (band: Band) =>
    'atLeast' in band
      ? `不低于${figure(band.atLeast, frame.scale)}`
      : `不高于${figure(band.atMost, frame.scale)}`;
  const band = bestBand(bands, frame.weight, decimal(value));
  return `${figure(value, frame.scale)}，${inBand(band, nameOf, frame)}`;
}

export function whyCurve(method: Curve, value: number, { scale, weight, exact }: Frame): string {
  const v = figure(value, scale);
  const place = placeOn(method.points, value);
  if ('at' in place) {
    const [x, y] = place.at;
    const end = value < x ? `低于起点${figure(x, scale)}，` : `超过终点${figure(x, scale)}，`;
    return `${v}，${value === x ? '' : end}得${share(y)}：${stated(weight)} × ${share(y)} ${outcome(exact)}`;
  }
  const [[x0, y0], [x1, y1]] = [place.from, place.to];
  const [from, to] = [figure(x0, scale), figure(x1, scale)];
  const part = `(${v} − ${from}) ÷ (${to} − ${from})`;
  return (
    `${v}，在${from}（得${share(y0)}）与${to}（得${share(y1)}）之间：` +
    `${stated(weight)} × (${share(y0)} + (${share(y1)} − ${share(y0)}) × ${part}) ${outcome(exact)}`
  );
}
