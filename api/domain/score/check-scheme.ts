/** What would make a scheme unfit to be published (发布前检查), beyond what its format forbids. */

import { measureOf } from './assemble.ts';
import { compare, exactly } from './exact.ts';
import { fits, isMeasure, MEASURES } from './measures.ts';
import { readSchemeInput } from './read.ts';
import { type Indicator, type Method, roleOf, type Scheme } from './scheme.ts';
import { thresholdsOf } from './thresholds.ts';
import { scaleOf, threshold } from './why/scale.ts';

/** A fault keeps a scheme from being published; a doubt is for whoever publishes to think about. */
export interface Finding {
  readonly weight: 'fault' | 'doubt';
  /** Where in the scheme: `indicators[3].method.bands[0].atLeast`. */
  readonly path: string;
  readonly message: string;
}

/** What the scheme is held against. */
export interface Surroundings {
  readonly year: number;
  /** Keys of the groups that have units. */
  readonly groups: readonly string[];
  /** Sections of the year's plan; null where there is no plan to compare with. */
  readonly sections: ReadonlySet<string> | null;
  /** Measures that the system collects today. */
  readonly collected: ReadonlySet<string>;
}

type Note = (path: string, message: string) => Finding;
const fault: Note = (path, message) => ({ weight: 'fault', path, message });
const doubt: Note = (path, message) => ({ weight: 'doubt', path, message });

/** All findings on a scheme as `JSON.parse` gave it, the faults of its format first. */
export function checkScheme(body: unknown, around: Surroundings): Finding[] {
  const input = readSchemeInput(body);
  if (!input.ok) {
    return input.faults.map((line) => {
      const end = line.indexOf(': ');
      return fault(line.slice(0, end), line.slice(end + 2));
    });
  }
  const { scheme } = input;
  return [
    ...checkWhole(scheme, around),
    ...scheme.indicators.flatMap((indicator, i) => checkIndicator(indicator, `indicators[${i}]`, around)),
  ];
}

/** May it be published? */
export const isPublishable = (findings: readonly Finding[]): boolean =>
  findings.every(({ weight }) => weight !== 'fault');

function checkWhole(scheme: Scheme, { year, groups }: Surroundings): Finding[] {
  const found: Finding[] = [];
  if (scheme.year !== year) found.push(fault('year', `方案是${year}年度的，这里写的是${scheme.year}`));
  for (const [i, group] of scheme.groups.entries()) {
    const path = `groups[${i}]`;
    if (!groups.includes(group.key)) found.push(fault(`${path}.key`, `没有单位属于分组“${group.key}”`));
    const last = group.grades.at(-1);
    if (last !== undefined && last.min > 0) {
      const at = `${path}.grades[${group.grades.length - 1}].min`;
      found.push(doubt(at, `总分低于${last.min}分的单位将没有等次，末等的最低分宜为0`));
    }
    for (const [n, { name, min }] of group.grades.entries()) {
      if (min <= 100 + (scheme.bonusCap ?? Number.POSITIVE_INFINITY)) continue;
      found.push(fault(`${path}.grades[${n}].min`, `“${name}”要${min}分，加上全部加分也达不到`));
    }
  }
  return found;
}

function checkIndicator(indicator: Indicator, path: string, around: Surroundings): Finding[] {
  return [
    ...checkSource(indicator, path, around),
    ...checkSection(indicator, path, around),
    ...unreachable(indicator).map(([at, message]) => fault(`${path}.method${at}`, message)),
    ...pointless(indicator.method).map(([at, message]) => doubt(`${path}.method${at}`, message)),
  ];
}

function checkSource(indicator: Indicator, path: string, { collected }: Surroundings): Finding[] {
  const measure = measureOf(indicator);
  const at = `${path}.measure`;
  if (!isMeasure(measure)) return [fault(at, `没有叫“${measure}”的指标来源`)];
  const { name, kind } = MEASURES[measure];
  const entered = kind === 'reported' || kind === 'judged';
  if (!entered && !collected.has(measure)) {
    return [fault(at, `系统还没有可以计算“${name}”的记录，没有谁能提供这个数，请改为填报`)];
  }
  if (!fits(measure, indicator.method)) {
    return [fault(at, `“${name}”不能用这种计分方法：${KINDS[kind]}`)];
  }
  if (entered && roleOf(indicator.method) === 'weighted' && indicator.reportBy === undefined) {
    return [doubt(`${path}.reportBy`, '没有报送期限，年中未报的按0分计')];
  }
  return [];
}

const KINDS = {
  share: '它是一个比率',
  count: '它是一个次数',
  reported: '填报的是一个数或是否，不是多人评分',
  judged: '评议给出的是多人评分',
} as const;

function checkSection({ section }: Indicator, path: string, { sections }: Surroundings): Finding[] {
  if (section === undefined) return [doubt(`${path}.section`, '没有写明对应工作方案的哪一节')];
  if (sections === null || sections.has(section)) return [];
  return [fault(`${path}.section`, `本年度的工作方案没有“${section}”这一节`)];
}

type Spot = readonly [at: string, message: string];

/** What values of an indicator lie between: shares in 0…1, percentages in 0…100, counts from 0; else anything. */
function rangeOf(indicator: Indicator): readonly [least: number, most: number] {
  const measure = measureOf(indicator);
  const kind = isMeasure(measure) ? MEASURES[measure].kind : 'reported';
  if (kind === 'share') return [0, 1];
  if (indicator.unitOfMeasure === '%') return [0, 100];
  return kind === 'count'
    ? [0, Number.POSITIVE_INFINITY]
    : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

/** Places of a method that no value can come to. */
function unreachable(indicator: Indicator): Spot[] {
  const { method } = indicator;
  const [least, most] = rangeOf(indicator);
  const scale = scaleOf(indicator);
  const outside = thresholdsOf(method)
    .filter(([, value]) => value < least || value > most)
    .map(([at, value]): Spot => {
      const range = most === Number.POSITIVE_INFINITY ? `不小于${least}` : `在${least}到${most}之间`;
      return [at, `取值${range}，达不到${threshold(value, scale)}`];
    });
  if (method.type === 'rank') {
    return (method.bands ?? []).flatMap((band, i): Spot[] =>
      'atMost' in band && band.atMost < 1 ? [[`.bands[${i}].atMost`, '名次从第1名起']] : [],
    );
  }
  if ((method.type === 'linear' || method.type === 'shortfall') && method.cutoff !== undefined) {
    const best = method.type === 'linear' ? method.target : method.from;
    const higher = method.type === 'linear' ? method.floor < method.target : method.better === 'higher';
    const side = compare(exactly(method.cutoff), exactly(best));
    if (higher ? side > 0 : side < 0) outside.push(['.cutoff', '不得分的界线比得满分的取值还严']);
  }
  return outside;
}

/** Places of a method that change nothing. */
function pointless(method: Method): Spot[] {
  if (!('each' in method) || method.each !== 0) return [];
  return [['.each', '每次0分，这一项不起作用']];
}
