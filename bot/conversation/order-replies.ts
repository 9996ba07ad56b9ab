/** What the bot says to the orders of the office and the leaders. */
import { shortDay } from '../../api/domain/time/format.ts';
import type { Day } from '../../db/vocabulary.ts';

interface Told {
  code: string;
  title: string;
  period: string;
  periodLabel: string;
  unit: { name: string };
}

/** 示例一村 2.1-3 动态更新台账（6月）; the year is left out where it is the period. */
const taskText = ({ unit, code, title, period, periodLabel }: Told): string =>
  `${unit.name} ${code} ${title}${/^\d{4}$/.test(period) ? '' : `（${periodLabel}）`}`;

/** What was verified. */
export const verified = (rows: readonly Told[]): string => `已核验｜${rows.map(taskText).join('；')}`;
/** Whether the unit's group hears of it: where it was ordered, it hears for itself. */
const HEARS = {
  there: '。已告知该单位的工作群',
  here: '',
  nowhere: '。该单位还没有绑定工作群，请另行告知',
} as const;
export type Hears = keyof typeof HEARS;

/** What went back to its unit, and why. */
export const returned = (row: Told, reason: string, hears: Hears): string =>
  `已退回｜${taskText(row)}：${reason}${HEARS[hears]}`;
/** More time that was granted; until then. */
export const granted = (row: Told, until: Day | null, hears: Hears): string =>
  `已同意延期｜${taskText(row)}${until === null ? '' : ` 延至${shortDay(until)}`}${HEARS[hears]}`;
/** More time that was refused. */
export const refused = (row: Told, hears: Hears): string => `未同意延期｜${taskText(row)}${HEARS[hears]}`;
/** A task that was given to a unit, with its due day. */
export const assigned = (
  unit: string,
  { code, title, dueOn }: { code: string; title: string; dueOn: Day | null },
  hears: Hears,
): string =>
  `已交办｜${unit} ${code} ${title}${dueOn === null ? '' : `，${shortDay(dueOn)}到期`}${HEARS[hears]}`;

/** To an order about a task of which nothing waits. */
export const nothingWaits = (code: string, unit: string | undefined): string =>
  `${unit === undefined ? '' : `${unit} `}${code} 没有等待处理的报结或申请`;
/** To an order without a unit where several wait. */
export const whichUnit = (code: string, units: readonly string[]): string =>
  `${code} 有${units.length}个单位在等：${units.join('、')}。请写明单位，例如：通过 ${units[0] ?? ''} ${code}`;
/** To a return without a reason. */
export const returnWhy = (code: string): string => `请写明退回原因，例如：退回 示例一村 ${code} 照片看不清`;
/** To an assignment without a unit. */
export const assignWhom = (code: string): string => `请写明交办给哪个单位，例如：交办 示例一村 ${code}`;

/** The units with most overdue tasks, of all that have any. */
export function mostOverdue(behind: readonly (readonly [string, number])[], all: number): string {
  if (behind.length === 0) return '目前没有逾期的任务';
  const more = all - behind.length;
  return [
    `有逾期的单位${all}个，最多的：`,
    ...behind.map(([name, count], at) => `${at + 1}. ${name} ${count}项`),
    ...(more > 0 ? [`另有${more}个单位`] : []),
  ].join('\n');
}
