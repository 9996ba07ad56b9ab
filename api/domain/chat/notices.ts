/** What a unit's room is told when the office has decided something. Short, with what to do next. */
import type { Day } from '../../../db/vocabulary.ts';
import { shortDay } from '../time/format.ts';
import { periodLabel } from '../time/periods.ts';

export type Notice =
  | { kind: 'returned'; reason: string }
  | { kind: 'assigned'; dueOn: Day }
  | { kind: 'extension'; until: Day | null; reason: string | null };

/** The task that a notice is about. */
export interface Noticed {
  code: string;
  title: string;
  period: string;
}

/** What a unit is told in its group of what was decided on one of its tasks. */
export function noticeText({ code, title, period }: Noticed, notice: Notice): string {
  const task = `${code} ${title}（${periodLabel(period)}）`;
  if (notice.kind === 'returned') return `退回｜${task}：${notice.reason}。请补充后重新报结。`;
  if (notice.kind === 'assigned') return `交办｜${task}，${shortDay(notice.dueOn)}到期。请按时办理。`;
  const because = notice.reason ? `：${notice.reason}` : '';
  return notice.until === null
    ? `延期未同意｜${task}${because}。请按原定时间办理。`
    : `同意延期｜${task}延至${shortDay(notice.until)}${because}。`;
}
