/**
 * Which step of the table of stages an assignment stands on today (time.md, "Reminders"). A step goes out on its own
 * day and no other: the days between two steps are silent.
 */
import type { AssignmentState, Duty, ReminderStage } from '../../../db/vocabulary.ts';
import { limitOf } from '../assignment/light.ts';
import type { Day } from './day.ts';
import {
  DEFAULT_REMINDER_POLICY,
  isChase,
  type ReminderPlace,
  type ReminderPolicy,
  type StageRule,
} from './reminder-policy.ts';
import { type Calendar, workingDaysLate, workingDaysUntil } from './working-days.ts';

/** What the rules need to know of an assignment. */
export interface Remindable {
  state: AssignmentState;
  opensOn: Day;
  /** As it stands, after extensions. */
  dueOn: Day;
  /** The second limit (`atMost`): soon and today go by `dueOn`, all that comes after by this. */
  lastDueOn: Day | null;
  weekly: boolean;
  /** The day of a submission that was returned on the day of the last run or later; else null. */
  waitedFrom: Day | null;
}

/** A step that was sent for the assignment's due day as it stands. */
export interface SentStep {
  step: string;
  stage: ReminderStage;
  /** 收到 came in answer. */
  acknowledged: boolean;
}

/** One run of the job (一次提醒). */
export interface ReminderRun {
  today: Day;
  /** The last day before today whose run was made: the steps after it, up to today, are this run's. */
  since: Day;
  calendar: Calendar;
  policy: ReminderPolicy;
}

/** A step that is due today. */
export interface ReminderStep {
  /** With assignment and due day the key that makes a step go out exactly once: `soon-7`, `today`, `order+7`. */
  step: string;
  stage: ReminderStage;
  /** Counted from the due day, also where it is overdue only from the second limit. */
  workingDaysLate: number;
  workingDaysLeft: number;
  /** Which time it is (第几次): of 提醒 up to the due day, of 催办 after it. */
  nth: number;
  mentions: readonly Duty[];
  places: readonly ReminderPlace[];
  draftsOrder: boolean;
}

/**
 * The run of a day. `lastRunOn` is the day of the last run that was made, where one was missed since: then the
 * latest of the steps that fell on the days offline goes out today, and no other.
 */
export function reminderRun(
  today: Day,
  calendar: Calendar,
  policy: ReminderPolicy = DEFAULT_REMINDER_POLICY,
  lastRunOn: Day | null = null,
): ReminderRun {
  const yesterday = calendar.addWorkingDays(today, -1);
  return {
    today,
    since: lastRunOn !== null && lastRunOn < yesterday ? lastRunOn : yesterday,
    calendar,
    policy,
  };
}

interface Planned {
  rule: StageRule;
  /** Working days from the due day or limit. */
  offset: number;
  day: Day;
}

/** The last repeat of a rule up to today, where it has come to one. */
function repeatOf({ on, thenEvery }: StageRule, late: number): number[] {
  const last = on.at(-1);
  if (thenEvery === undefined || last === undefined) return [];
  const times = Math.floor((late - last) / thenEvery);
  return times < 1 ? [] : [last + times * thenEvery];
}

/** The steps of an assignment in the order of their days; of repeats only the last up to today. */
function plan({ dueOn, lastDueOn, weekly }: Remindable, { today, calendar, policy }: ReminderRun): Planned[] {
  const limit = limitOf({ dueOn, lastDueOn });
  const late = workingDaysLate(calendar, limit, today);
  return policy.flatMap((rule) => {
    const on = weekly ? (rule.weeklyOn ?? rule.on) : rule.on;
    return [...on, ...repeatOf(rule, late)].map((offset) => ({
      rule,
      offset,
      day: calendar.addWorkingDays(offset > 0 ? limit : dueOn, offset),
    }));
  });
}

const stepKey = ({ rule: { stage }, offset }: Planned): string =>
  offset === 0 ? stage : `${stage}${offset > 0 ? '+' : ''}${offset}`;

/**
 * The latest step that is this run's: it fell after the last run, or while a submission waited that has come back
 * since ("starts them again at the stage of that day"). What belongs before the due day is not said after it.
 */
function latestStep(assignment: Remindable, run: ReminderRun): Planned | undefined {
  const { dueOn, waitedFrom } = assignment;
  const { today, since, calendar } = run;
  if (!calendar.isWorkingDay(today)) return undefined;
  return plan(assignment, run).findLast(({ day }) => {
    const missed = since < day || (waitedFrom !== null && waitedFrom <= day);
    return missed && day <= today && (day > dueOn || today <= dueOn);
  });
}

/**
 * The reminder that an assignment gets in this run; null where it gets none: the day is between two steps or one of
 * rest, the step fell before the period opens or was sent, the stage was acknowledged (收到), or the task is done or
 * waits for the office.
 */
export function stageFor(
  assignment: Remindable,
  run: ReminderRun,
  sent: readonly SentStep[] = [],
): ReminderStep | null {
  const { state, opensOn, dueOn } = assignment;
  if (state === 'done' || state === 'submitted') return null;
  const planned = latestStep(assignment, run);
  if (planned === undefined || planned.day < opensOn) return null;
  const { rule } = planned;
  const step = stepKey(planned);
  const silenced = sent.some(
    (each) => each.step === step || (each.stage === rule.stage && each.acknowledged),
  );
  if (silenced) return null;
  return {
    step,
    stage: rule.stage,
    workingDaysLate: workingDaysLate(run.calendar, dueOn, run.today),
    workingDaysLeft: workingDaysUntil(run.calendar, run.today, dueOn),
    nth: 1 + sent.filter((each) => isChase(each.stage) === isChase(rule.stage)).length,
    mentions: rule.mentions,
    places: rule.places,
    draftsOrder: rule.draftsOrder && planned.offset === rule.on[0],
  };
}
