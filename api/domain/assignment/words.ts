import type { Light } from '../../../db/vocabulary.ts';
import type { Obstacle } from './decide.ts';

/** A light in a message (亮灯): shapes as on the pages, plain signs, since an old phone may lack the coloured ones. */
export const LIGHT_SIGNS: Readonly<Record<Light, string>> = { red: '◆', yellow: '▲', green: '●', blue: '✓' };

/** What a person is told when something may not be done. */
export const OBSTACLE_WORDS: Readonly<Record<Obstacle, string>> = {
  alreadyDone: '这项任务已经办结',
  alreadySubmitted: '已经报结，正在等待核验；要修改请先撤销上一条',
  notSubmitted: '这项任务还没有报结，不能核验',
  overtaken: '这是核验之前说的话，未保办已经退回，请按退回原因补充后再报',
  notLater: '延期的日子要晚于现在的到期日',
  alreadyPast: '延期的日子已经过去',
  nothingAsked: '没有等待答复的延期申请',
  alreadyAsked: '已经申请过延期，正在等待答复',
  notYours: '只能撤销自己报的进展',
  notReport: '没有可以撤销的进展',
  tooLate: '超过24小时，不能再撤销',
  decidedSince: '已经有人核验或答复，不能再撤销',
};
