/** The weekly digest (每周小结) of a work group: what was done, what is overdue, what falls due, how the rank moved. */
import type { Digest } from '../../domain/digest/digest.ts';
import { drawChart } from '../picture.ts';
import { columnChart } from './charts.ts';
import { figures, type Head, headed, remark, section } from './head.ts';
import { INNER, SIZE } from './look.ts';
import { taskLines } from './unit-picture.ts';

export type DigestPicture = Head & Omit<Digest, 'text'>;

const CHART_HEIGHT = 260;
const LINES = 8;

/** Writes the picture. */
export function digestPicture(data: DigestPicture): string {
  const { done, reports, overdue, due, standing, days } = data;
  const sheet = headed(data);
  figures(sheet, [
    { value: String(done), word: '上周办结', strong: true },
    { value: String(reports), word: '上周填报' },
    { value: String(overdue.length), word: '现有逾期', red: overdue.length > 0 },
    { value: String(due.length), word: '本周到期' },
  ]);
  if (standing !== null) sheet.down(32).paragraph(standing, { size: SIZE.body, bold: true }).down(16);
  if (reports > 0) {
    section(sheet, '每天填报', '次');
    sheet.chart(drawChart(columnChart(days), { width: INNER, height: CHART_HEIGHT })).down(CHART_HEIGHT);
  }
  if (overdue.length > 0)
    taskLines(section(sheet, '逾期未办结', `${overdue.length}项`), overdue.slice(0, LINES));
  if (due.length > 0) taskLines(section(sheet, '本周到期', `${due.length}项`), due.slice(0, LINES));
  const more = Math.max(0, overdue.length - LINES) + Math.max(0, due.length - LINES);
  if (overdue.length + due.length === 0) remark(sheet, '没有逾期，本周也没有到期的任务。');
  return more > 0 ? remark(sheet, `另有${more}项，点链接查看。`).toSvg() : sheet.toSvg();
}
