/** What the bot says to what one asks it. */
import { LIGHT_SIGNS } from '../../api/domain/assignment/words.ts';
import { lateText, leftText, pointsText, shortDay, shortInstant } from '../../api/domain/time/format.ts';
import { shortTitle } from '../../api/domain/time/reminder-message.ts';
import type { Role } from '../../db/vocabulary.ts';
import type { OpenAssignment } from './scene.ts';

const MOST_LINES = 12;

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

/** What a unit has open, by due day, at most twelve lines. */
export function openTasks(unit: string, tasks: readonly OpenAssignment[]): string {
  if (tasks.length === 0) return `${unit}没有在办的任务`;
  const late = tasks.filter(({ light }) => light === 'red').length;
  const head = `${unit}在办${tasks.length}项${late > 0 ? `，逾期${late}项` : ''}`;
  return list(
    head,
    tasks.map((task) => taskLine(task)),
  );
}

/** The links to report by on the phone, one for each task. */
export const taskLinks = (links: readonly { code: string; href: string }[]): string =>
  ['办理链接（仅限您本人使用，7天有效）：', ...links.map(({ code, href }) => `${code} ${href}`)].join('\n');

/** A task that was asked for, each of its open periods on a line, with its whole title. */
export const oneTask = (tasks: readonly OpenAssignment[]): string =>
  tasks.map((task) => taskLine(task, null, task.title)).join('\n');
/** To who asks for a task that is not open in the unit. */
export const noSuchTask = (code: string): string => `${code} 没有在办：已经办结，或不是这个单位的任务`;

/** The overdue tasks of a unit or of all: how many there are, and the first of them, each with its unit where it names one. */
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

/** A group's ranking, as text: for who gets no picture. */
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

/** A unit's score, its place and grade, and the lines that cost it most, each with why. */
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

/** What one can say, by role: nobody is shown what is not the own part. */
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
