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

/** What is said of an assignment, and of all that are alike, whichever unit's they are. */
export interface Said {
  light: Light;
  code: string;
  title: string;
  dueOn: Day;
  step: ReminderStep;
}

/** One assignment in a reminder. */
export interface ReminderLine {
  unit: string;
  said: Said;
}

export interface ReminderMessage {
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
  a: Pick<Said, 'step' | 'dueOn' | 'code'>,
  b: Pick<Said, 'step' | 'dueOn' | 'code'>,
): number {
  return (
    STAGES.indexOf(b.step.stage) - STAGES.indexOf(a.step.stage) ||
    b.step.workingDaysLate - a.step.workingDaysLate ||
    (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)) ||
    inNumbers.compare(a.code, b.code)
  );
}

function dueText({ dueOn, step }: Said, today: Day): string {
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

/** What stands in a line before the unit, where it is named, and after it. */
interface LineText {
  before: string;
  after: string;
}

function textOf(said: Said, today: Day): LineText {
  const task = `${said.code} ${shortTitle(said.title)}`;
  return {
    before: `${LIGHT_SIGNS[said.light]}${LIGHT_WORDS[said.light]} `,
    after: [task, dueText(said, today), timeText(said.step)].join('｜'),
  };
}

/**
 * Writes the gathered reminders of a day; the text of what is said of many is made once. At least one line is given to
 * a message; mentions are the gateway's to add.
 */
export function reminderWriter(today: Day): (message: ReminderMessage) => string {
  const head = `【督办提醒】${dayAndWeekday(today)}`;
  const texts = new Map<Said, LineText>();
  const written = (said: Said): LineText => {
    const text = texts.get(said) ?? textOf(said, today);
    texts.set(said, text);
    return text;
  };
  return ({ lines, severalUnits, link }) => {
    const overdue = lines.filter(({ said }) => isChase(said.step.stage)).length;
    const what = [`${lines.length}项任务请抓紧办理`, ...(overdue > 0 ? [`其中${overdue}项逾期`] : [])];
    const more = lines.length - MOST_LINES;
    const shown = [...lines].sort((a, b) => byUrgency(a.said, b.said)).slice(0, MOST_LINES);
    return [
      `${head} ${what.join('，')}：`,
      ...shown.map(({ unit, said }) => {
        const { before, after } = written(said);
        return severalUnits ? `${before}${unit} ${after}` : before + after;
      }),
      ...(more > 0 ? [`另有 ${more} 项`] : []),
      `办理：${link}`,
      '回复“收到”，这一阶段不再提醒。',
    ].join('\n');
  };
}
