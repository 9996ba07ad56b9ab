/**
 * Which due days a run concerns, so that a query fetches the few assignments that need a reminder by index and never
 * looks at the rest.
 */
import { addDays, type Day } from './day.ts';
import { type ReminderRun, stageFor } from './reminder-stage.ts';

/** The due days of which some assignment may get a reminder in a run. */
export interface ReminderDays {
  /** Due days from today on: compared with `dueOn`. */
  ahead: Day[];
  /** Days before today: compared with the later of `dueOn` and `lastDueOn`. */
  behind: Day[];
}

/** Whether some assignment due on a day may get a reminder in the run. */
const concerns = (run: ReminderRun, dueOn: Day): boolean =>
  [false, true].some((weekly) => {
    const due = {
      state: 'open',
      opensOn: run.since,
      dueOn,
      lastDueOn: null,
      weekly,
      waitedFrom: null,
    } as const;
    return stageFor(due, run) !== null;
  });

function daysFrom(first: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * The due days that a run concerns, none of them before `earliest`. What was returned since the last run may lie on
 * other days and is asked for beside them.
 */
export function reminderDays(run: ReminderRun, earliest: Day): ReminderDays {
  const { today, calendar, policy } = run;
  const farthest = Math.max(
    0,
    ...policy.flatMap((rule) => [...rule.on, ...(rule.weeklyOn ?? [])].map((n) => -n)),
  );
  const end = calendar.addWorkingDays(today, farthest + 1);
  return {
    ahead: daysFrom(today, end).filter((day) => concerns(run, day)),
    behind: daysFrom(earliest, today).filter((day) => concerns(run, day)),
  };
}
