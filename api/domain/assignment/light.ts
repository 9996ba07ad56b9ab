/**
 * The light of an assignment (亮灯): blue done, green on track, yellow due within 5 working days, red overdue
 * (product.md, "Life of an assignment"). The one place that decides it; `api/services/tasks/light-sql.ts` says the
 * same for filters and counts, and a test holds the two together.
 */
import type { AssignmentState, Day, Light } from '../../../db/vocabulary.ts';
import { type Calendar, workingDaysLate, workingDaysUntil } from '../time/working-days.ts';

/** Yellow from this many working days before the due day. */
const SOON_WORKING_DAYS = 5;

/** The two days of today that every light is told by. */
export interface LightBounds {
  today: Day;
  /** The last due day that counts as near. */
  soonUntil: Day;
}

export interface Lit {
  state: AssignmentState;
  dueOn: Day;
  /** The second limit, where the plan names one (`atMost`): late from `dueOn`, overdue from here. */
  lastDueOn: Day | null;
}

/** The days between which lights change, as of a day. */
export const lightBounds = (today: Day, calendar: Calendar): LightBounds => ({
  today,
  soonUntil: calendar.addWorkingDays(today, SOON_WORKING_DAYS),
});

/** The day after which it is overdue: the due day, or a later second limit. */
export const limitOf = ({ dueOn, lastDueOn }: Pick<Lit, 'dueOn' | 'lastDueOn'>): Day =>
  lastDueOn !== null && lastDueOn > dueOn ? lastDueOn : dueOn;

/**
 * The light today. A submission that waits for the office is green: waiting makes nobody late, and nothing is left to
 * chase the unit for; that it came late is told by the timeliness of its score. A return lets the clock run on.
 */
export function lightOf({ state, dueOn, lastDueOn }: Lit, { today, soonUntil }: LightBounds): Light {
  if (state === 'done') return 'blue';
  if (state === 'submitted') return 'green';
  if (today > limitOf({ dueOn, lastDueOn })) return 'red';
  return dueOn <= soonUntil ? 'yellow' : 'green';
}

/**
 * How late or how near it is, in working days. Late is counted from the due day, also where it is overdue only from a
 * second limit (time.md, "Due days"); both are 0 on the due day, and once it is done or waits.
 */
export interface Lateness {
  workingDaysLate: number;
  workingDaysLeft: number;
}

/** Working days past the promise, or left until it; neither where nothing is left to do. */
export function latenessOf(
  { state, dueOn }: Pick<Lit, 'state' | 'dueOn'>,
  today: Day,
  calendar: Calendar,
): Lateness {
  if (state === 'done' || state === 'submitted') return { workingDaysLate: 0, workingDaysLeft: 0 };
  return {
    workingDaysLate: workingDaysLate(calendar, dueOn, today),
    workingDaysLeft: workingDaysUntil(calendar, today, dueOn),
  };
}

/** The light of many assignments together: the worst that shines, blue once all are done. */
export function lightOfMany(counts: Readonly<Record<Light, number>>): Light {
  if (counts.red > 0) return 'red';
  if (counts.yellow > 0) return 'yellow';
  return counts.green === 0 && counts.blue > 0 ? 'blue' : 'green';
}
