/** The weekly digest (每周小结) of a work group: what was done, what is overdue, what falls due, how the rank moved. */
import { drawChart } from '../picture.ts';
import { columnChart } from './charts.ts';
import { figures, type Head, headed, remark, section } from './head.ts';
import { INNER, SIZE } from './look.ts';
import { type TaskLine, taskLines } from './unit-picture.ts';

export interface DigestPicture extends Head {
  done: number;
  reports: number;
  overdue: number;
  dueNext: number;
  /** Reports of each day of the week. */
  days: readonly { name: string; value: number }[];
  /** How the unit stands: 第3名，比上周升1位. Absent for a room of several units. */
  standing: string | null;
  overdueLines: readonly TaskLine[];
  dueLines: readonly TaskLine[];
}

const CHART_HEIGHT = 260;
const LINES = 8;

/** Writes the picture. */
export function digestPicture(data: DigestPicture): string {
  const sheet = headed(data);
  figures(sheet, [
    { value: String(data.done), word: '本周办结', strong: true },
    { value: String(data.reports), word: '填报次数' },
    { value: String(data.overdue), word: '现有逾期', red: data.overdue > 0 },
    { value: String(data.dueNext), word: '下周到期' },
  ]);
  if (data.standing !== null)
    sheet.down(32).paragraph(data.standing, { size: SIZE.body, bold: true }).down(16);
  section(sheet, '每天填报', '次');
  sheet.chart(drawChart(columnChart(data.days), { width: INNER, height: CHART_HEIGHT })).down(CHART_HEIGHT);
  if (data.overdueLines.length > 0)
    taskLines(section(sheet, '逾期未办结', `${data.overdue}项`), data.overdueLines.slice(0, LINES));
  if (data.dueLines.length > 0)
    taskLines(section(sheet, '下周到期', `${data.dueNext}项`), data.dueLines.slice(0, LINES));
  return data.overdue + data.dueNext === 0
    ? remark(sheet, '没有逾期，下周也没有到期的任务。').toSvg()
    : sheet.toSvg();
}
