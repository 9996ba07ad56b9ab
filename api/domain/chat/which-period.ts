/**
 * Which period a report is about, where a recurring task has several open at once (逾期的上月与进行中的本月). People
 * rarely say; they speak of the one whose due day is near, and the reply names it so that a mistake is seen.
 */
import type { AssignmentState, Day } from '../../../db/vocabulary.ts';
import { daysBetween } from '../time/day.ts';
import { shortDay } from '../time/format.ts';
import { periodLabel } from '../time/periods.ts';

export interface PeriodChoice {
  /** The key of the period, `2026-06`. */
  period: string;
  opensOn: Day;
  dueOn: Day;
  state: AssignmentState;
}

const CURRENT = /(?:本|这个?|当)(?:月|周|星期|季度?|期)/;
const PREVIOUS = /上个?(?:月|周|星期|季度?|期)/;

/** Whether the text names the period itself: 6月 (but not 6月28日), 第26周, 三季度; or its due day, as a quoted reminder does. */
function names(text: string, { period, dueOn }: PeriodChoice): boolean {
  const label = periodLabel(period);
  const at = text.indexOf(label);
  const named = at >= 0 && !/\d/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + label.length));
  return named || text.includes(`${shortDay(dueOn)}到期`);
}

const later = <T extends PeriodChoice>(a: T, b: T): T => (b.dueOn > a.dueOn ? b : a);

/**
 * The one of several assignments of a task that a text speaks of: the one it names, else of those not yet submitted
 * the one whose due day is nearest (the earlier of two as near). Undefined where there are none.
 */
export function whichPeriod<T extends PeriodChoice>(
  choices: readonly T[],
  text: string,
  today: Day,
): T | undefined {
  const unfinished = choices.filter(({ state }) => state !== 'submitted' && state !== 'done');
  const among = unfinished.length > 0 ? unfinished : choices;
  if (among.length < 2) return among[0];
  const named = choices.find((choice) => names(text, choice));
  if (named !== undefined) return named;
  const past = choices.filter(({ dueOn }) => dueOn < today);
  if (PREVIOUS.test(text) && past.length > 0) return past.reduce(later);
  const running = choices.find(({ opensOn, dueOn }) => opensOn <= today && today <= dueOn);
  if (CURRENT.test(text) && running !== undefined) return running;
  const distance = ({ dueOn }: T): number => Math.abs(daysBetween(today, dueOn));
  return [...among].sort((a, b) => distance(a) - distance(b) || daysBetween(b.dueOn, a.dueOn))[0];
}
