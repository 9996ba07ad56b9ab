/** What the bot says to what one tells it: short, with what was done and what one can do next. */
import { LONGEST_TEXT } from '../../api/domain/chat/message-text.ts';
import { shortDay } from '../../api/domain/time/format.ts';
import type { Day, RecordKind, Role } from '../../db/vocabulary.ts';
import type { OpenAssignment } from './scene.ts';

const UNDO = '发"撤销"可取消';

/** What a report says of a task, or what stands recorded of it. */
export interface Said {
  percent: number | null;
  count: number | null;
  until: Day | null;
}

type Titled = Pick<OpenAssignment, 'code' | 'title'>;

/** 2.1-3 动态更新台账, with the period where several are open. */
const taskText = ({ code, title }: Titled, period: string | null = null): string =>
  `${code} ${title}${period === null ? '' : `（${period}）`}`.trim();

/** 户 of 走访了5户: what a count counts, in the speaker's own words; nothing where they wrote the number otherwise. */
export const counterIn = (text: string, count: number | null): string =>
  count === null
    ? ''
    : (new RegExp(`(?<!\\d)${count}\\s*([户人次场份个件家名处所条期本册块节组例起])`).exec(
        text.normalize('NFKC'),
      )?.[1] ?? '');

/** 75%（9户）, 2次, 预计6月28日完成; 已完成5户 where the task counts nothing and the speaker did. */
function claimText({ percent, count, until }: Said, unitOfMeasure: string | null, counter = ''): string {
  const counted =
    count === null ? null : unitOfMeasure === null ? `已完成${count}${counter}` : `${count}${unitOfMeasure}`;
  const done = percent === null ? counted : `${percent}%${counted === null ? '' : `（${counted}）`}`;
  const plan = until === null ? null : `预计${shortDay(until)}完成`;
  return [done, plan].filter((part) => part !== null).join('，') || '推进中';
}

/** What a task counts; nothing where it is measured by per cent, whatever is counted by the way. */
const counted = ({ measure, unitOfMeasure }: OpenAssignment): string | null =>
  measure === 'percent' ? null : unitOfMeasure;

export interface Recorded {
  task: OpenAssignment;
  /** Named where it is not the speaker's own. */
  unit: string | null;
  said: Said;
  /** The words for its period, where the task has several open. */
  period: string | null;
  submitted: boolean;
  /** What the speaker counted by. */
  counter: string;
}

function recordedText({ task, unit, said, period, submitted, counter }: Recorded): string {
  const claim = submitted ? { ...said, percent: 100 } : said;
  const wait = submitted ? '，待核验' : '';
  const of = unit === null ? '' : `${unit} `;
  return `${of}${taskText(task, period)} ${claimText(claim, counted(task), counter)}${wait}`;
}

/** What was recorded of one message: one line for one task, a list for several. */
export function recorded(all: readonly Recorded[]): string {
  const [first] = all;
  if (all.length === 1 && first !== undefined) return `已记录｜${recordedText(first)}。${UNDO}`;
  return [`已记录｜共${all.length}项`, ...all.map(recordedText), UNDO].join('\n');
}

export const closed = '这项任务已经办结';
export const noTaskOfIt = '本单位没有这项任务，请核对编号';
/** A report that was refused, and why. */
export const notRecorded = (task: Titled, why: string): string => `未记录｜${taskText(task)}：${why}`;

/** What is taken back: a report with what it said, or a request for more time. */
type Undone = Titled & Omit<Said, 'until'> & { kind: RecordKind };
const undoneText = ({ kind, ...report }: Undone): string =>
  `${taskText(report)} ${kind === 'extensionAsked' ? '延期申请' : claimText({ ...report, until: null }, null)}`;
/** What was taken back. */
export const undone = (all: readonly Undone[]): string => `已撤销｜${all.map(undoneText).join('；')}`;
export const nothingToUndo = '24小时内没有可以撤销的填报';
/** What could not be taken back, and why. */
export const notUndone = (why: string): string => `没有撤销：${why}`;

/** One question with numbered answers. */
export const question = (asked: string, answers: readonly string[]): string =>
  [`${asked}（10分钟内回复数字）`, ...answers.map((answer, at) => `${at + 1}. ${answer}`)].join('\n');
export const whichTask = '请问是哪一项？';
/** A task as an answer to choose, with what would be recorded of it. */
export const answerText = (task: OpenAssignment, said: Said, period: string | null): string =>
  `${taskText(task, period)} ${claimText(said, counted(task))}`;
export const noneOfThese = '都不是';
/** So many more claims of the message belong to no task that is known. */
export const moreUnclear = (count: number): string =>
  `另有${count}处没看明白是哪一项，请写上任务编号再发一次`;
export const nameTheTask = '没看出是哪一项任务，请写上编号，例如：2.1-3 已完成';
/** To a number that is none of the answers. */
export const wrongOption = (most: number): string => `请回复 1 到 ${most} 之间的数字`;
export const questionOver = '这个问题已经过了10分钟，请重新发一次';
export const leftAlone = '好的，没有记录';

/** A request for more time that now waits for the office. */
export const extensionAsked = (task: Titled, until: Day): string =>
  `已提交延期申请｜${taskText(task)} 延至${shortDay(until)}，等未保办答复。${UNDO}`;
export const extendWhich = '请写明哪一项、延到哪天，例如：2.1-3 申请延期到7月15日，因为……';
/** To who asks for more time without a day. */
export const extendUntil = (task: Titled): string =>
  `${taskText(task)} 要延到哪天？请写全，例如：${task.code} 申请延期到7月15日，因为……`;

/** What a file was attached to. */
export const attached = (tasks: readonly Titled[]): string =>
  `已附到｜${tasks.map((task) => taskText(task)).join('；')}`;
/** To a file that these have already. */
export const attachedAlready = (tasks: readonly Titled[]): string =>
  `这个文件已经附过了，不用再发｜${tasks.map((task) => taskText(task)).join('；')}`;
/** To a file that other tasks (2.1-3（6月）) have too. */
export const usedElsewhere = (others: readonly string[]): string =>
  `附上了。这个文件${others.join('、')}也用过，请看看是不是发错了`;
/** Why a file was not attached. */
export const notAttached = (why: string): string => `文件没有附上：${why}`;
export const reportFirst = '收到文件。请先报进度，再在10分钟内发证明材料，就会自动附到那一项';

export const ownUnitOnly = '只能填报和查询本单位的任务';
export const notYourPart = '您的角色不填报进度，由单位联络员填报；可以发"排名"或"逾期"查询';
/** An order that was refused, and why. */
export const notDone = (why: string): string => `没有办成：${why}`;
export const personalData =
  '您刚才的消息里有身份证号、手机号或银行卡号，保存前已经隐去。请撤回原消息，不要在聊天里发个人信息';
export const tooLong = `您刚才的消息超过${LONGEST_TEXT / 10_000}万字，没有登记。请分条简短填报，长材料请以文件发送`;
export const givenUp = '您刚才的消息没能处理，没有登记。请稍后重发，或到网页、手机页填报';
export const visitNotKept =
  '这条走访没有登记：聊天登记走访还未开通，请先按原来的办法记录。请不要在聊天里写孩子的姓名';
export const leadNotKept =
  '这条线索没有登记，也没有转出：聊天上报线索还未开通。请立即按原渠道报告未保办；有紧急危险先打110';
export const greeting = '在的。发"帮助"看我能做什么';

/** What may be said instead, by who speaks: whoever does not report is not shown how to. */
const EXAMPLES: Record<Role, readonly string[]> = {
  liaison: ['2.1-3 已完成', '我的任务', '帮助'],
  office: ['通过 示例一村 2.1-3', '示例一村 任务', '帮助'],
  committee: ['逾期', '村排名', '帮助'],
  leader: ['逾期', '村排名', '帮助'],
  admin: ['村排名', '帮助'],
};
/** To what was not understood: what may be said instead. */
export const hint = (role: Role): string => ['没看明白。可以这样发：', ...EXAMPLES[role]].join('\n');

export const howToBind =
  '还不知道您是谁，刚才的消息先替您留着。请登录网页，在右上角“绑定微信”取6位绑定码，再发给我：绑定 123456';
/** To who has bound the own contact. */
export const personBound = (name: string, unit: string): string =>
  `绑定成功：${name}（${unit}）。以后直接发消息就能填报，发"帮助"看用法`;
/** To a group that now speaks for these units. */
export const roomBound = (units: readonly string[]): string =>
  `本群已绑定：${units.join('、')}。联络员在群里发"2.1-3 已完成"这样的消息即可填报`;
export const heldOffer = '绑定前您发过这些，要记录吗？';
/** The answer by which all that was held back is recorded. */
export const recordAll = (answers: readonly string[]): string => `都记录：${answers.join('；')}`;
export const recordNone = '都不记录';
