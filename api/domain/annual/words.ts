import type { AnnualKind, AnnualStep } from '../../../db/vocabulary.ts';
import type { Obstacle } from './decide.ts';

export const STEP_NAMES: Readonly<Record<AnnualStep, string>> = {
  self: '自评',
  review: '考评',
  notice: '公示',
  recheck: '复核',
  settled: '定档',
};

/** `2026年度考核`, `2026年度考核试评` */
export const annualName = (year: number, kind: AnnualKind): string =>
  `${year}年度考核${kind === 'trial' ? '试评' : ''}`;

/** What a person is told when something may not be done. */
export function obstacleWords(obstacle: Obstacle, step: AnnualStep): string {
  switch (obstacle) {
    case 'otherStep':
      return `现在是“${STEP_NAMES[step]}”阶段，不能做这件事`;
    case 'notChair':
      return '这件事由考评组组长办理';
    case 'waits':
      return '这一项已经提交，正在等待考评组审核';
    case 'confirmed':
      return '这一项考评组已经确认，不能再改';
    case 'alreadyDecided':
      return '这一项没有等待审核的填报值';
    case 'handedIn':
      return '您已经交卷，评分不能再改';
    case 'marksOpen':
      return '评分已经公开，不能再改';
    case 'ownUnit':
      return '本单位的评议请回避，由其他考评员评分';
    case 'notAllMarked':
      return '还有没评的项，评完再交卷';
    case 'nobodyHandedIn':
      return '还没有人交卷，没有可以公开的评分';
    case 'noBasis':
      return '请附上调整依据';
    case 'noticeOver':
      return '公示期已过，不能再提出异议';
    case 'alreadyObjected':
      return '这一项已经提出过异议';
    case 'alreadyAnswered':
      return '这条异议已经答复';
    case 'alreadyAsked':
      return '已经有人申请重开，正在等待答复';
    case 'nothingAsked':
      return '没有等待答复的重开申请';
    case 'samePerson':
      return '重开要由申请人以外的人同意';
  }
}
