/** All that the bot says in a conversation: short, with what was done and what one can do next. */
import { LIGHT_SIGNS } from '../../api/domain/assignment/words.ts';
import { LONGEST_TEXT } from '../../api/domain/chat/message-text.ts';
import { lateText, leftText, pointsText, shortDay, shortInstant } from '../../api/domain/time/format.ts';
import { shortTitle } from '../../api/domain/time/reminder-message.ts';
import type { Day, RecordKind, Role } from '../../db/vocabulary.ts';
import type { OpenAssignment } from './scene.ts';

const MOST_LINES = 12;
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
export const notRecorded = (task: Titled, why: string): string => `未记录｜${taskText(task)}：${why}`;

/** What is taken back: a report with what it said, or a request for more time. */
type Undone = Titled & Omit<Said, 'until'> & { kind: RecordKind };
const undoneText = ({ kind, ...report }: Undone): string =>
  `${taskText(report)} ${kind === 'extensionAsked' ? '延期申请' : claimText({ ...report, until: null }, null)}`;
export const undone = (all: readonly Undone[]): string => `已撤销｜${all.map(undoneText).join('；')}`;
export const nothingToUndo = '24小时内没有可以撤销的填报';
export const notUndone = (why: string): string => `没有撤销：${why}`;

/** One question with numbered answers. */
export const question = (asked: string, answers: readonly string[]): string =>
  [`${asked}（10分钟内回复数字）`, ...answers.map((answer, at) => `${at + 1}. ${answer}`)].join('\n');
export const whichTask = '请问是哪一项？';
export const answerText = (task: OpenAssignment, said: Said, period: string | null): string =>
  `${taskText(task, period)} ${claimText(said, counted(task))}`;
export const noneOfThese = '都不是';
export const moreUnclear = (count: number): string =>
  `另有${count}处没看明白是哪一项，请写上任务编号再发一次`;
export const nameTheTask = '没看出是哪一项任务，请写上编号，例如：2.1-3 已完成';
export const wrongOption = (most: number): string => `请回复 1 到 ${most} 之间的数字`;
export const questionOver = '这个问题已经过了10分钟，请重新发一次';
export const leftAlone = '好的，没有记录';

export const extensionAsked = (task: Titled, until: Day): string =>
  `已提交延期申请｜${taskText(task)} 延至${shortDay(until)}，等未保办答复。${UNDO}`;
export const extendWhich = '请写明哪一项、延到哪天，例如：2.1-3 申请延期到7月15日，因为……';
export const extendUntil = (task: Titled): string =>
  `${taskText(task)} 要延到哪天？请写全，例如：${task.code} 申请延期到7月15日，因为……`;

export const attached = (tasks: readonly Titled[]): string =>
  `已附到｜${tasks.map((task) => taskText(task)).join('；')}`;
export const attachedAlready = (tasks: readonly Titled[]): string =>
  `这个文件已经附过了，不用再发｜${tasks.map((task) => taskText(task)).join('；')}`;
export const usedElsewhere = (others: readonly string[]): string =>
  `附上了。这个文件${others.join('、')}也用过，请看看是不是发错了`;
export const notAttached = (why: string): string => `文件没有附上：${why}`;
export const reportFirst = '收到文件。请先报进度，再在10分钟内发证明材料，就会自动附到那一项';

export const ownUnitOnly = '只能填报和查询本单位的任务';
export const notYourPart = '您的角色不填报进度，由单位联络员填报；可以发"排名"或"逾期"查询';
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
export const hint = (role: Role): string => ['没看明白。可以这样发：', ...EXAMPLES[role]].join('\n');

export const howToBind =
  '还不知道您是谁，刚才的消息先替您留着。请登录网页，在右上角“绑定微信”取6位绑定码，再发给我：绑定 123456';
export const personBound = (name: string, unit: string): string =>
  `绑定成功：${name}（${unit}）。以后直接发消息就能填报，发"帮助"看用法`;
export const roomBound = (units: readonly string[]): string =>
  `本群已绑定：${units.join('、')}。联络员在群里发"2.1-3 已完成"这样的消息即可填报`;
export const heldOffer = '绑定前您发过这些，要记录吗？';
export const recordAll = (answers: readonly string[]): string => `都记录：${answers.join('；')}`;
export const recordNone = '都不记录';

function dueText(task: OpenAssignment): string {
  if (task.state === 'submitted') return '待核验';
  if (task.workingDaysLate > 0 || task.light === 'red') return lateText(task.workingDaysLate);
  return `${shortDay(task.dueOn)}到期${task.workingDaysLeft > 0 ? `，${leftText(task.workingDaysLeft)}` : ''}`;
}

const taskLine = (
  task: OpenAssignment,
  unit: string | null = null,
  title = shortTitle(task.title),
): string => {
  const percent = task.percent === null || task.state === 'submitted' ? '' : `｜${task.percent}%`;
  const of = unit === null ? '' : `${unit} `;
  const period = /^\d{4}$/.test(task.period) ? '' : `（${task.periodLabel}）`;
  return `${LIGHT_SIGNS[task.light]}${of}${task.code} ${title}${period}｜${dueText(task)}${percent}`;
};

function list(head: string, lines: readonly string[], total = lines.length): string {
  const more = total - MOST_LINES;
  return [head, ...lines.slice(0, MOST_LINES), ...(more > 0 ? [`另有${more}项`] : [])].join('\n');
}

export function openTasks(unit: string, tasks: readonly OpenAssignment[]): string {
  if (tasks.length === 0) return `${unit}没有在办的任务`;
  const late = tasks.filter(({ light }) => light === 'red').length;
  const head = `${unit}在办${tasks.length}项${late > 0 ? `，逾期${late}项` : ''}`;
  return list(
    head,
    tasks.map((task) => taskLine(task)),
  );
}

export const taskLinks = (links: readonly (Titled & { href: string })[]): string =>
  ['办理链接（仅限您本人使用，7天有效）：', ...links.map(({ code, href }) => `${code} ${href}`)].join('\n');

export const oneTask = (tasks: readonly OpenAssignment[]): string =>
  tasks.map((task) => taskLine(task, null, task.title)).join('\n');
export const noSuchTask = (code: string): string => `${code} 没有在办：已经办结，或不是这个单位的任务`;

export function overdue(
  of: string,
  total: number,
  lines: readonly [OpenAssignment, string | null][],
): string {
  if (total === 0) return `${of}没有逾期的任务`;
  return list(
    `${of}逾期${total}项`,
    lines.map(([task, unit]) => taskLine(task, unit)),
    total,
  );
}

export interface Ranked {
  name: string;
  rank: number | null;
  total: number | null;
  own: boolean;
}

/** `村(社)组排名（截至6月24日 09:00）`, `村(社)组排名（2026年度考核已定档）` */
const rankingHead = ({ name, asOf, settled }: RankingHead): string =>
  `${name}排名（${settled === null ? `截至${shortInstant(new Date(asOf))}` : `${settled.name}已定档`}）`;

interface RankingHead {
  name: string;
  asOf: string;
  settled: { name: string } | null;
}

export function rankingText(head: RankingHead, rows: readonly Ranked[]): string {
  const line = ({ name: unit, rank, total, own }: Ranked): string =>
    `${rank ?? '—'}. ${unit} ${total === null ? '暂无得分' : pointsText(total)}${own ? ' ←' : ''}`;
  return [rankingHead(head), ...rows.map(line)].join('\n');
}

/** One line beside the picture of a ranking: how the own unit stands, and where to read on. */
export function rankingLine(head: RankingHead, own: Ranked | null, link: string | null): string {
  const standing =
    own === null || own.rank === null || own.total === null
      ? ''
      : `：${own.name}第${own.rank}名，${pointsText(own.total)}分`;
  return `${rankingHead(head)}${standing}${link === null ? '' : `\n${link}`}`;
}

export interface CostlyLine {
  name: string;
  points: number;
  weight: number;
  why: string;
}

export function scoreText(row: Ranked & { grade: string | null }, costly: readonly CostlyLine[]): string {
  if (row.total === null) return `${row.name}暂无得分`;
  const grade = row.grade === null ? '' : `，${row.grade}`;
  const rank = row.rank === null ? '' : `，第${row.rank}名`;
  const lines = costly.map(
    ({ name, points, weight, why }) => `${name} ${pointsText(points)}/${pointsText(weight)}：${why}`,
  );
  const head = `${row.name} ${pointsText(row.total)}分${rank}${grade}`;
  return lines.length === 0 ? head : [`${head}。丢分最多的：`, ...lines].join('\n');
}
export const noScore = '这个单位不参加排名，没有得分';

const REPORTING = [
  '报进度：2.1-3 已完成 / 2.1-1 80%',
  '申请延期：2.1-3 申请延期到7月15日，因为……',
  '取消：撤销',
];
const ASKING = ['查询：我的任务 / 逾期 / 排名 / 得分 / 2.1-3什么时候到期'];
const MOST_OVERDUE = '谁逾期最多（群里要@我才答）';
const EVIDENCE = '报完10分钟内发照片、文件，自动附为证明材料';

export function help(role: Role): string {
  switch (role) {
    case 'liaison':
      return ['这样发给我就行：', ...REPORTING, ...ASKING, EVIDENCE].join('\n');
    case 'office':
      return [
        '这样发给我就行：',
        '代单位填报：示例一村 2.1-3 已完成（单位写在最前面）',
        '核验：通过 示例一村 2.1-3',
        '退回：退回 示例一村 2.1-3 照片看不清',
        '延期：同意延期 示例一村 2.1-3 / 不同意延期 示例一村 2.1-3 来得及',
        '交办：交办 示例一村 3.2-1',
        ...ASKING,
        '查单位：示例一村 任务 / 示例一村 逾期 / 示例一村 得分',
        MOST_OVERDUE,
      ].join('\n');
    case 'committee':
    case 'leader':
      return [
        '这样发给我就行：',
        '查询：逾期 / 村排名 / 部门排名',
        '查单位：示例一村 任务 / 示例一村 逾期 / 示例一村 得分',
        MOST_OVERDUE,
      ].join('\n');
    case 'admin':
      return ['这样发给我就行：', '查询：村排名 / 部门排名'].join('\n');
  }
}
