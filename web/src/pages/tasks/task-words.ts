/** What is said of an assignment in a list: how far it is, and how much time it has. */
import type { Day } from '../../../../db/vocabulary.ts';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';

/** How far: `80%`, `2/4场`, or nothing where nothing was said. */
export function progressText({ measure, percent, count, target, unitOfMeasure }: AssignmentRow): string {
  if (measure !== 'count') return percent === null ? t().common.missing : `${percent}%`;
  const done = t().common.count(count ?? 0);
  const of = target === null ? done : `${done}/${t().common.count(target)}`;
  return count === null && target === null ? t().common.missing : `${of}${unitOfMeasure ?? ''}`;
}

/** How far, as a share for a bar: of the target where things are counted, else the percentage. */
export function shareOf({ measure, percent, count, target }: AssignmentRow): number {
  if (measure === 'count' && target !== null && target > 0) return (count ?? 0) / target;
  return (percent ?? 0) / 100;
}

/** How much time: late, due today, days left, or not begun. Nothing is asked of what is done or waits. */
export function timeText(row: AssignmentRow, today: Day): string {
  if (row.state === 'done' || row.state === 'submitted') return '';
  if (row.light === 'red') return t().tasks.late(row.workingDaysLate ?? 0);
  if (row.opensOn > today) return t().tasks.notOpen(t().date.short(row.opensOn));
  if (row.dueOn === today) return t().tasks.dueToday;
  return t().tasks.left(row.workingDaysLeft ?? 0);
}
