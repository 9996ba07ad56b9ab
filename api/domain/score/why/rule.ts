/** The rule of an indicator as an assessment paper would state it (计分规则), in Chinese. */
import { exactly } from '../exact.ts';
import { directionOf } from '../methods/linear.ts';
import type { Band, Direction, Indicator, Ranked, Steps } from '../scheme.ts';
import { number, share, stated } from './figures.ts';
import { gap, type Scale, scaleOf, threshold } from './scale.ts';
import { sideOf } from './stepped.ts';

const counted = ({ unit }: Scale): string => (unit === '' ? '次' : unit);

const cutoffRule = (better: Direction, cutoff: number | undefined, scale: Scale): string =>
  cutoff === undefined ? '' : `；${better === 'higher' ? '低于' : '高于'}${threshold(cutoff, scale)}不得分`;

const worth = (band: Band): string =>
  'share' in band ? `得${share(band.share)}` : `得${stated(band.points)}`;

function bandsRule(bands: readonly Band[], nameOf: (threshold: number, least: boolean) => string): string {
  const said = bands.map(
    (band) => `${'atLeast' in band ? nameOf(band.atLeast, true) : nameOf(band.atMost, false)}${worth(band)}`,
  );
  return `${said.join('，')}，其余不得分`;
}

function stepsRule(steps: Steps, good: boolean, verb: string, scale: Scale): string {
  const below = (steps.better === 'higher') !== good;
  const side = sideOf(below, scale);
  const step = gap(exactly(steps.per), scale);
  const rest = steps.whole ? `，不足${step}的不计` : '';
  return `${side}于${threshold(steps.from, scale)}的，每${side}${step}${verb}${stated(steps.each)}${rest}`;
}

function rankRule({ better, each, bands }: Ranked): string {
  const order = better === 'higher' ? '由高到低' : '由低到高';
  if (bands !== undefined) return `本组${order}排名，${bandsRule(bands, (n) => `前${number(n)}名`)}`;
  if (each !== undefined) return `本组${order}排名，第1名得满分，每降1名扣${stated(each)}，扣完为止`;
  return `本组${order}排名，第1名得满分，末名不得分，其间均匀递减，并列的取平均名次`;
}

const limit = (cap: number | undefined): string => (cap === undefined ? '扣完为止' : `限扣${stated(cap)}`);

/** In words, without the weight: `低于96%的，每低1个百分点扣0.25分，扣完为止`. */
export function ruleOf(indicator: Indicator): string {
  const { method } = indicator;
  const scale = scaleOf(indicator);
  switch (method.type) {
    case 'linear': {
      const better = directionOf(method);
      const [none, all] = better === 'higher' ? ['以下', '以上'] : ['以上', '以下'];
      const ends = `${threshold(method.floor, scale)}及${none}不得分，${threshold(method.target, scale)}及${all}得满分`;
      return `${ends}，其间按比例计分${cutoffRule(better, method.cutoff, scale)}`;
    }
    case 'bands':
      return bandsRule(method.bands, (n, least) => `${least ? '不低于' : '不高于'}${threshold(n, scale)}`);
    case 'curve': {
      const points = method.points.map(([value, part]) => `${threshold(value, scale)}得${share(part)}`);
      return `${points.join('，')}，各点之间按直线计分`;
    }
    case 'shortfall':
      return `${stepsRule(method, false, '扣', scale)}，${limit(method.cap)}${cutoffRule(method.better, method.cutoff, scale)}`;
    case 'surplus':
      return `${stepsRule(method, true, '加', scale)}，最多加${stated(method.cap)}`;
    case 'rank':
      return rankRule(method);
    case 'met':
      return '达标得满分，未达标不得分';
    case 'deduct':
      return `每发生1${counted(scale)}扣${stated(method.each)}，${limit(method.cap)}`;
    case 'judged':
      return `满分${number(method.outOf)}分制评议，${method.trim ? '5人及以上去掉一个最高分和一个最低分，' : ''}取平均分折算`;
    case 'bonus':
      return `每${counted(scale)}加${stated(method.each)}，最多加${stated(method.cap)}`;
    case 'penalty':
      return `每${counted(scale)}从总分中扣${stated(method.each)}，${method.cap === undefined ? '不设上限' : `最多扣${stated(method.cap)}`}`;
    case 'veto':
      return '发生即一票否决，定为末等';
  }
}
