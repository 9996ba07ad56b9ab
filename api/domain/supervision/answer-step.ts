/** When a unit is reminded of an order that it has not answered (督办单催复). */
import type { Day } from '../time/day.ts';
import { type Calendar, workingDaysLate, workingDaysUntil } from '../time/working-days.ts';

/** Working days after the day to answer by on which the unit is told again, and every so many after the last. */
const LATE_ON = [1, 3];
const THEN_EVERY = 5;

/** The step that falls on a day, by which it goes out once: `soon-1`, `today`, `late+3`; null where none does. */
export function answerStep(calendar: Calendar, answerBy: Day, today: Day): string | null {
  if (!calendar.isWorkingDay(today)) return null;
  if (today === answerBy) return 'today';
  if (today < answerBy) return workingDaysUntil(calendar, today, answerBy) === 1 ? 'soon-1' : null;
  const late = workingDaysLate(calendar, answerBy, today);
  const last = LATE_ON.at(-1) ?? 0;
  const falls = LATE_ON.includes(late) || (late > last && (late - last) % THEN_EVERY === 0);
  return falls ? `late+${late}` : null;
}
