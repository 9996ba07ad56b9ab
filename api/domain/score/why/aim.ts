/** What it takes to get all points of an indicator (争取方向). */
import { exactly } from '../exact.ts';
import { directionOf } from '../methods/linear.ts';
import type { Band, Curve, Direction, Indicator, Steps } from '../scheme.ts';
import { number, stated } from './figures.ts';
import { gap, type Scale, scaleOf, threshold } from './scale.ts';

const atBest = (better: Direction, n: number, scale: Scale): string =>
  `${better === 'higher' ? '不低于' : '不高于'}${threshold(n, scale)}`;

/** The hardest threshold of a list of bands. */
function hardest(bands: readonly Band[], scale: Scale): string {
  const least = bands.flatMap((band) => ('atLeast' in band ? [band.atLeast] : []));
  const most = bands.flatMap((band) => ('atMost' in band ? [band.atMost] : []));
  return least.length > 0
    ? atBest('higher', Math.max(...least), scale)
    : atBest('lower', Math.min(...most), scale);
}

/** Where a curve is first at its highest. */
function summit({ points }: Curve, scale: Scale): string {
  const highest = Math.max(...points.map(([, share]) => share));
  const [value] = points.find(([, share]) => share === highest) ?? [0];
  return `达到${threshold(value, scale)}`;
}

const everyStep = ({ better, per, each, from }: Steps, scale: Scale): string =>
  `比${threshold(from, scale)}每${better === 'higher' ? '高' : '低'}${gap(exactly(per), scale)}加${stated(each)}`;

/** In words; empty for what cannot be striven for (a penalty, a veto). */
export function aimOf(indicator: Indicator): string {
  const { method } = indicator;
  const scale = scaleOf(indicator);
  switch (method.type) {
    case 'linear':
      return atBest(directionOf(method), method.target, scale);
    case 'bands':
      return hardest(method.bands, scale);
    case 'curve':
      return summit(method, scale);
    case 'shortfall':
      return atBest(method.better, method.from, scale);
    case 'surplus':
      return everyStep(method, scale);
    case 'rank':
      return '列第1名';
    case 'met':
      return '达标';
    case 'deduct':
      return '不发生扣分事项';
    case 'judged':
      return `平均评分${number(method.outOf)}`;
    case 'bonus':
      return `每${scale.unit === '' ? '次' : scale.unit}加${stated(method.each)}`;
    case 'penalty':
    case 'veto':
      return '';
  }
}
