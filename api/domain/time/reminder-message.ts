/**
 * The one message that a room gets in a run (time.md, "Reminders"): all its assignments gathered, most urgent first,
 * at most 12 lines and how many more there are.
 */
import type { Light, ReminderStage } from '../../../db/vocabulary.ts';
import { LIGHT_SIGNS } from '../assignment/words.ts';
import type { Day } from './day.ts';
import { dayAndWeekday, lateText, leftText, shortDay } from './format.ts';
import { isChase } from './reminder-policy.ts';
import type { ReminderStep } from './reminder-stage.ts';

/** One assignment in a reminder. */
export interface ReminderLine {
  light: Light;
  code: string;
  title: string;
  unit: string;
  dueOn: Day;
  step: ReminderStep;
}

export interface ReminderMessage {
  today: Day;
  lines: readonly ReminderLine[];
  /** Whether it is about more units than one, so that each line names its own. */
  severalUnits: boolean;
  /** Where the tasks can be reported on. */
  link: string;
}

const MOST_LINES = 12;
const TITLE_LENGTH = 16;

/** Least urgent first. */
const STAGES: readonly ReminderStage[] = ['soon', 'today', 'overdue', 'escalated', 'order'];

const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  red: '逾期',
  yellow: '临期',
  green: '正常',
  blue: '办结',
};

/** A title that leaves room for the rest of the line on a phone. */
export function shortTitle(title: string): string {
  // A character takes one unit or two.
  if (title.length <= TITLE_LENGTH) return title;
  const characters = [...title];
  return characters.length <= TITLE_LENGTH ? title : `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`;
}

const inNumbers = new Intl.Collator('zh-CN', { numeric: true });

/** Most urgent first: the later stage, the later one, the earlier due day, then by code. */
export function byUrgency(
  a: Pick<ReminderLine, 'step' | 'dueOn' | 'code'>,
  b: Pick<ReminderLine, 'step' | 'dueOn' | 'code'>,
): number {
  return (
    STAGES.indexOf(b.step.stage) - STAGES.indexOf(a.step.stage) ||
    b.step.workingDaysLate - a.step.workingDaysLate ||
    (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)) ||
    inNumbers.compare(a.code, b.code)
  );
}

function dueText({ dueOn, step }: ReminderLine, today: Day): string {
  if (dueOn === today) return '今天到期';
  const how = isChase(step.stage) ? lateText(step.workingDaysLate) : leftText(step.workingDaysLeft);
  return `${shortDay(dueOn)}到期，${how}`;
}

/** Which time it is, and what it has come to. */
function timeText({ stage, nth, draftsOrder }: ReminderStep): string {
  switch (stage) {
    case 'soon':
    case 'today':
      return `第${nth}次提醒`;
    case 'overdue':
      return `第${nth}次催办`;
    case 'escalated':
      return `第${nth}次催办，转督办`;
    case 'order':
      return `第${nth}次催办，${draftsOrder ? '拟发督办单' : '督办中'}`;
  }
}

function lineText(line: ReminderLine, { today, severalUnits }: ReminderMessage): string {
  const unit = severalUnits ? `${line.unit} ` : '';
  const task = `${LIGHT_SIGNS[line.light]}${LIGHT_WORDS[line.light]} ${unit}${line.code} ${shortTitle(line.title)}`;
  return [task, dueText(line, today), timeText(line.step)].join('｜');
}

/** The text of a gathered reminder. At least one line is given; mentions are the gateway's to add. */
export function composeReminder(message: ReminderMessage): string {
  const { today, lines, link } = message;
  const sorted = [...lines].sort(byUrgency);
  const overdue = lines.filter(({ step }) => isChase(step.stage)).length;
  const what = [`${lines.length}项任务请抓紧办理`, ...(overdue > 0 ? [`其中${overdue}项逾期`] : [])];
  const more = lines.length - MOST_LINES;
  return [
    `【督办提醒】${dayAndWeekday(today)} ${what.join('，')}：`,
    ...sorted.slice(0, MOST_LINES).map((line) => lineText(line, message)),
    ...(more > 0 ? [`另有 ${more} 项`] : []),
    `办理：${link}`,
    '回复“收到”，这一阶段不再提醒。',
  ].join('\n');
}
