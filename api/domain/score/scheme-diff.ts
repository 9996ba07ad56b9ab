/** What a new version of a scheme changes (修订说明), in words, in the order of the new one. */

import { measureOf } from './assemble.ts';
import { isMeasure, MEASURES } from './measures.ts';
import type { Grade, Group, Indicator, Scheme } from './scheme.ts';
import { number, share, stated } from './why/figures.ts';
import { ruleOf } from './why/rule.ts';

export interface SchemeChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The indicator that it is about; null for what concerns a group or the whole. */
  readonly indicator: string | null;
  readonly text: string;
}

const sourceOf = (indicator: Indicator): string => {
  const measure = measureOf(indicator);
  return isMeasure(measure) ? MEASURES[measure].name : measure;
};

/** The parts of an indicator that a reader compares, each with its name and how it is said. */
const PARTS: readonly (readonly [name: string, said: (indicator: Indicator) => string])[] = [
  ['名称', ({ name }) => name],
  ['分组', ({ group }) => group],
  ['权重', ({ weight }) => stated(weight)],
  ['规则', ruleOf],
  ['取值', sourceOf],
  ['依据', ({ section }) => section ?? '无'],
  ['报送期限', ({ reportBy }) => reportBy ?? '无'],
  ['计量单位', ({ unitOfMeasure }) => unitOfMeasure ?? '无'],
];

const fromTo = (name: string, before: string, after: string): string => `${name}由“${before}”改为“${after}”`;

function changesOf(before: Indicator, after: Indicator): SchemeChange[] {
  const parts = PARTS.filter(([, said]) => said(before) !== said(after)).map(([name, said]) =>
    fromTo(name, said(before), said(after)),
  );
  if (parts.length === 0) return [];
  return [{ kind: 'changed', indicator: after.code, text: `${before.name}：${parts.join('；')}` }];
}

const gradesOf = (grades: readonly Grade[]): string =>
  grades
    .map(({ name, min, maxShare }) => {
      const most = maxShare === undefined ? '' : `、不超过${share(maxShare)}`;
      return `${name}（${number(min)}分${most}）`;
    })
    .join('、');

function groupChanges(before: readonly Group[], after: readonly Group[]): SchemeChange[] {
  return after.flatMap((group): SchemeChange[] => {
    const old = before.find(({ key }) => key === group.key);
    if (old === undefined) return [{ kind: 'added', indicator: null, text: `新增分组“${group.name}”` }];
    const [was, is] = [gradesOf(old.grades), gradesOf(group.grades)];
    return was === is
      ? []
      : [{ kind: 'changed', indicator: null, text: `${group.name}：${fromTo('等次', was, is)}` }];
  });
}

const capOf = ({ bonusCap }: Scheme): string => (bonusCap === undefined ? '不限' : stated(bonusCap));

const titled = (indicator: Indicator): string =>
  `“${indicator.name}”${indicator.weight > 0 ? `（${stated(indicator.weight)}）` : ''}：${ruleOf(indicator)}`;

/** Everything that differs; empty where the two say the same. Indicators are told apart by their code. */
export function diffSchemes(before: Scheme, after: Scheme): SchemeChange[] {
  const old = new Map(before.indicators.map((indicator) => [indicator.code, indicator]));
  const kept = new Set(after.indicators.map(({ code }) => code));
  const caps = [capOf(before), capOf(after)] as const;
  return [
    ...(caps[0] === caps[1]
      ? []
      : [{ kind: 'changed' as const, indicator: null, text: fromTo('加分合计上限', ...caps) }]),
    ...groupChanges(before.groups, after.groups),
    ...after.indicators.flatMap((indicator): SchemeChange[] => {
      const same = old.get(indicator.code);
      return same === undefined
        ? [{ kind: 'added', indicator: indicator.code, text: `新增${titled(indicator)}` }]
        : changesOf(same, indicator);
    }),
    ...before.indicators
      .filter(({ code }) => !kept.has(code))
      .map(
        (indicator): SchemeChange => ({
          kind: 'removed',
          indicator: indicator.code,
          text: `删去${titled(indicator)}`,
        }),
      ),
  ];
}
