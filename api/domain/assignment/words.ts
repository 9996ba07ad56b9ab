import type { AssignmentState, Day, Light } from '../../../db/vocabulary.ts';
import { shortDay } from '../time/format.ts';
import type { Obstacle } from './decide.ts';

/** A light in a message (亮灯): shapes as on the pages, plain signs, since an old phone may lack the coloured ones. */
export const LIGHT_SIGNS: Readonly<Record<Light, string>> = { red: '◆', yellow: '▲', green: '●', blue: '✓' };

/** The light and the state of an assignment (亮灯、状态) as papers and tables name them. */
export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  blue: '已办结',
  green: '正常',
  yellow: '临期',
  red: '逾期',
};
export const STATE_WORDS: Readonly<Record<AssignmentState, string>> = {
  open: '未开始',
  active: '推进中',
  submitted: '待核验',
  done: '已办结',
  returned: '已退回',
};

/** What a person is told when something may not be done. */
export const OBSTACLE_WORDS: Readonly<Record<Obstacle, string>> = {
  alreadyDone: '这项任务已经办结',
  alreadySubmitted: '已经报结，正在等待核验；要修改请先撤销上一条',
  notSubmitted: '这项任务还没有报结，不能核验',
  overtaken: '这是核验之前说的话，未保办已经退回，请按退回原因补充后再报',
  saidBefore: '这句话说在报结或申请之前，请看过新的内容再决定',
  notLater: '延期的日子要晚于现在的到期日',
  alreadyPast: '延期的日子已经过去',
  nothingAsked: '没有等待答复的延期申请',
  alreadyAsked: '已经申请过延期，正在等待答复',
  notYours: '只能撤销自己报的进展',
  notReport: '没有可以撤销的进展',
  tooLate: '超过24小时，不能再撤销',
  decidedSince: '已经有人核验或答复，不能再撤销',
};

/** How an assignment that was due came out: `6月28日报结，已核验，按时`, `应于6月30日前报结，未报结`. */
export function outcomeText(facts: {
  dueOn: Day;
  submittedOn: Day | null;
  done: boolean;
  waiting: boolean;
}): string {
  const { dueOn, submittedOn, done, waiting } = facts;
  if (submittedOn === null) {
    return `应于${shortDay(dueOn)}前报结，${done ? '已核验办结，无报结记录' : '未报结或已退回'}`;
  }
  const verified = done ? '，已核验' : waiting ? '，待核验' : '';
  const punctual = submittedOn <= dueOn ? '按时' : `迟于${shortDay(dueOn)}`;
  return `${shortDay(submittedOn)}报结${verified}，${punctual}`;
}
