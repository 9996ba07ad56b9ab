import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from './day.ts';
import { reminderDays } from './reminder-days.ts';
import { chasing, DEFAULT_REMINDER_POLICY } from './reminder-policy.ts';
import { type Remindable, reminderRun, type SentStep, stageFor } from './reminder-stage.ts';
import { createCalendar } from './working-days.ts';

const calendar = createCalendar();
const runOn = (today: string) => reminderRun(day(today), calendar);
const yearly: Remindable = {
  state: 'active',
  opensOn: day('2026-01-01'),
  dueOn: day('2026-06-30'),
  lastDueOn: null,
  weekly: false,
  waitedFrom: null,
};
const dueOn = (due: string, more: Partial<Remindable> = {}): Remindable => ({
  ...yearly,
  dueOn: day(due),
  ...more,
});

/** Every reminder from one day to another, with a run on each calendar day and everything sent remembered. */
function history(assignment: Remindable, from: string, to: string): [day: string, step: string][] {
  const sent: SentStep[] = [];
  const found: [string, string][] = [];
  for (let today = day(from); today <= to; today = addDays(today, 1)) {
    const reminder = stageFor(assignment, runOn(today), sent);
    if (reminder === null) continue;
    sent.push({ ...reminder, acknowledged: false });
    found.push([today, reminder.step]);
  }
  return found;
}

describe('the steps, worked out by hand', () => {
  test('around 30 June 2026, with 端午 from 19 to 21 June', () => {
    expect(history(dueOn('2026-06-30'), '2026-05-01', '2026-07-24')).toEqual([
      ['2026-06-18', 'soon-7'],
      ['2026-06-25', 'soon-3'],
      ['2026-06-29', 'soon-1'],
      ['2026-06-30', 'today'],
      ['2026-07-01', 'overdue+1'],
      ['2026-07-03', 'escalated+3'],
      ['2026-07-09', 'order+7'],
      ['2026-07-16', 'order+12'],
      ['2026-07-23', 'order+17'],
    ]);
  });

  test('around National Day 2026: Sunday 20 September and Saturday 10 October are worked', () => {
    expect(history(dueOn('2026-09-30'), '2026-09-01', '2026-10-23')).toEqual([
      ['2026-09-20', 'soon-7'],
      ['2026-09-24', 'soon-3'],
      ['2026-09-29', 'soon-1'],
      ['2026-09-30', 'today'],
      ['2026-10-08', 'overdue+1'],
      ['2026-10-10', 'escalated+3'],
      ['2026-10-15', 'order+7'],
      ['2026-10-22', 'order+12'],
    ]);
  });

  test('around Spring Festival 2026: the month is due on Saturday 28 February, a day of work', () => {
    const february = dueOn('2026-02-28', { opensOn: day('2026-02-01') });
    expect(history(february, '2026-01-20', '2026-03-10')).toEqual([
      ['2026-02-12', 'soon-7'],
      ['2026-02-25', 'soon-3'],
      ['2026-02-27', 'soon-1'],
      ['2026-02-28', 'today'],
      ['2026-03-02', 'overdue+1'],
      ['2026-03-04', 'escalated+3'],
      ['2026-03-10', 'order+7'],
    ]);
  });

  test('a due day of rest has no run: Sunday 31 May is recalled on Friday and chased on Monday', () => {
    expect(history(dueOn('2026-05-31'), '2026-05-10', '2026-06-01')).toEqual([
      ['2026-05-21', 'soon-7'],
      ['2026-05-27', 'soon-3'],
      ['2026-05-29', 'soon-1'],
      ['2026-06-01', 'overdue+1'],
    ]);
  });

  test('with a second limit nothing is said between the two, and lateness counts from the first', () => {
    const meeting = dueOn('2026-06-30', { opensOn: day('2026-05-01'), lastDueOn: day('2026-07-31') });
    expect(history(meeting, '2026-06-26', '2026-08-11')).toEqual([
      ['2026-06-29', 'soon-1'],
      ['2026-06-30', 'today'],
      ['2026-08-03', 'overdue+1'],
      ['2026-08-05', 'escalated+3'],
      ['2026-08-11', 'order+7'],
    ]);
    // 23 working days in July and one in August.
    expect(stageFor(meeting, runOn('2026-08-03'))?.workingDaysLate).toBe(24);
  });

  test('an extension past the second limit moves that too', () => {
    const extended = dueOn('2026-08-14', { lastDueOn: day('2026-07-31') });
    expect(history(extended, '2026-08-13', '2026-08-17')).toEqual([
      ['2026-08-13', 'soon-1'],
      ['2026-08-14', 'today'],
      ['2026-08-17', 'overdue+1'],
    ]);
  });
});

describe('a weekly assignment', () => {
  const week = (monday: string): Remindable =>
    dueOn(addDays(day(monday), 6), { opensOn: day(monday), weekly: true });

  test('knows only the step of one day before its due day', () => {
    expect(history(week('2026-06-22'), '2026-06-01', '2026-07-07')).toEqual([
      ['2026-06-26', 'soon-1'],
      ['2026-06-29', 'overdue+1'],
      ['2026-07-01', 'escalated+3'],
      ['2026-07-07', 'order+7'],
    ]);
  });

  test('is recalled on a make-up day', () => {
    expect(history(week('2026-10-05'), '2026-09-28', '2026-10-11')).toEqual([['2026-10-10', 'soon-1']]);
  });

  test('is not recalled before it opens: in the week of Spring Festival nobody works', () => {
    expect(history(week('2026-02-16'), '2026-02-09', '2026-02-24')).toEqual([['2026-02-24', 'overdue+1']]);
  });
});

describe('what a reminder says', () => {
  test.each([
    ['2026-06-18', 'soon', 0, 7, ['liaison'], ['room']],
    ['2026-06-29', 'soon', 0, 1, ['liaison'], ['room']],
    ['2026-06-30', 'today', 0, 0, ['liaison'], ['room']],
    ['2026-07-01', 'overdue', 1, 0, ['liaison'], ['room', 'private']],
    ['2026-07-03', 'escalated', 3, 0, ['liaison', 'head'], ['room', 'private']],
    ['2026-07-09', 'order', 7, 0, ['liaison', 'head', 'leaderInCharge'], ['room', 'private']],
    ['2026-07-16', 'order', 12, 0, ['liaison', 'head', 'leaderInCharge'], ['room', 'private']],
  ])('on %s it is %s', (today, stage, workingDaysLate, workingDaysLeft, mentions, places) => {
    const reminder = stageFor(yearly, runOn(today));
    expect(reminder).toMatchObject({ stage, workingDaysLate, workingDaysLeft, mentions, places });
  });

  test('only the first step of the last stage drafts a supervision order', () => {
    const drafts = ['2026-07-03', '2026-07-09', '2026-07-16'].map(
      (today) => stageFor(yearly, runOn(today))?.draftsOrder,
    );
    expect(drafts).toEqual([false, true, false]);
  });

  test('which time it is counts what was sent, recalls apart from chases', () => {
    const sent: SentStep[] = [
      { step: 'soon-7', stage: 'soon', acknowledged: false },
      { step: 'soon-3', stage: 'soon', acknowledged: false },
    ];
    expect(stageFor(yearly, runOn('2026-06-29'), sent)?.nth).toBe(3);
    expect(stageFor(yearly, runOn('2026-07-01'), sent)?.nth).toBe(1);
    const chased: SentStep[] = [...sent, { step: 'overdue+1', stage: 'overdue', acknowledged: false }];
    expect(stageFor(yearly, runOn('2026-07-03'), chased)?.nth).toBe(2);
  });
});

describe('silence', () => {
  test.each(['2026-06-24', '2026-06-26', '2026-07-02', '2026-07-06', '2026-07-10', '2026-07-17'])(
    'on %s, between two steps',
    (today) => expect(stageFor(yearly, runOn(today))).toBeNull(),
  );

  test('on a day of rest, whatever is due', () => {
    expect(stageFor(dueOn('2026-06-28'), runOn('2026-06-28'))).toBeNull();
  });

  test.each(['done', 'submitted'] as const)('when the task is %s', (state) => {
    expect(stageFor({ ...yearly, state }, runOn('2026-07-03'))).toBeNull();
  });

  test.each(['open', 'active', 'returned'] as const)('not when the task is %s', (state) => {
    expect(stageFor({ ...yearly, state }, runOn('2026-07-03'))).not.toBeNull();
  });

  test('收到 silences the stage it answered, not the next', () => {
    const acknowledged: SentStep[] = [{ step: 'soon-7', stage: 'soon', acknowledged: true }];
    expect(stageFor(yearly, runOn('2026-06-25'), acknowledged)).toBeNull();
    expect(stageFor(yearly, runOn('2026-06-30'), acknowledged)?.stage).toBe('today');
  });

  test('a step that was sent is not sent again', () => {
    const sent: SentStep[] = [{ step: 'escalated+3', stage: 'escalated', acknowledged: false }];
    expect(stageFor(yearly, runOn('2026-07-03'), sent)).toBeNull();
  });
});

describe('after days offline', () => {
  const resume = (lastRunOn: string, today: string) =>
    stageFor(yearly, reminderRun(day(today), calendar, DEFAULT_REMINDER_POLICY, day(lastRunOn)));

  test('only the stage of the day is sent, also where its own day was missed', () => {
    expect(resume('2026-06-30', '2026-07-03')?.step).toBe('escalated+3');
    expect(resume('2026-06-30', '2026-07-06')?.step).toBe('escalated+3');
    expect(resume('2026-06-30', '2026-07-20')?.step).toBe('order+12');
  });

  test('nothing that belongs before the due day is said after it', () => {
    const meeting = dueOn('2026-06-30', { lastDueOn: day('2026-07-31') });
    const run = reminderRun(day('2026-07-02'), calendar, DEFAULT_REMINDER_POLICY, day('2026-06-24'));
    expect(stageFor(meeting, run)).toBeNull();
    expect(resume('2026-06-24', '2026-06-26')).toMatchObject({ step: 'soon-3', workingDaysLeft: 2 });
  });

  test('a second run of the same day looks at the same steps', () => {
    expect(resume('2026-07-03', '2026-07-03')?.step).toBe('escalated+3');
  });
});

describe('a return', () => {
  test('starts the reminders again at the stage of that day', () => {
    const returned = dueOn('2026-06-30', { state: 'returned', waitedFrom: day('2026-07-02') });
    expect(stageFor(returned, runOn('2026-07-07'))?.step).toBe('escalated+3');
    expect(stageFor({ ...returned, waitedFrom: null }, runOn('2026-07-08'))).toBeNull();
  });

  test('does not repeat what was sent before the submission', () => {
    const returned = dueOn('2026-06-30', { state: 'returned', waitedFrom: day('2026-07-03') });
    const sent: SentStep[] = [{ step: 'escalated+3', stage: 'escalated', acknowledged: false }];
    expect(stageFor(returned, runOn('2026-07-07'), sent)).toBeNull();
  });
});

test('the numbers are configuration: another policy, the same rules', () => {
  const gentle = DEFAULT_REMINDER_POLICY.map((rule) =>
    rule.stage === 'overdue' ? { ...rule, on: [2, 4] } : rule,
  );
  const steps = ['2026-07-01', '2026-07-02', '2026-07-06'].map(
    (today) => stageFor(yearly, reminderRun(day(today), calendar, gentle))?.step ?? null,
  );
  expect(steps).toEqual([null, 'overdue+2', 'overdue+4']);
});

test('the afternoon looks only at what is overdue', () => {
  const afternoon = (today: string) => reminderRun(day(today), calendar, chasing(DEFAULT_REMINDER_POLICY));
  expect(stageFor(yearly, afternoon('2026-06-30'))).toBeNull();
  expect(stageFor(yearly, afternoon('2026-07-01'))?.stage).toBe('overdue');
});

describe('any assignment, any day', () => {
  const anyDay = (from: string, days: number): fc.Arbitrary<Day> =>
    fc.integer({ min: 0, max: days }).map((n) => addDays(day(from), n));
  const anyAssignment = fc
    .record({
      dueOn: anyDay('2025-06-01', 700),
      length: fc.constantFrom(6, 30, 180),
      grace: fc.constantFrom(0, 31),
    })
    .map(({ dueOn: due, length, grace }) =>
      dueOn(due, {
        opensOn: addDays(due, -length),
        lastDueOn: grace === 0 ? null : addDays(due, grace),
        weekly: length === 6,
      }),
    );
  const earliest = day('2025-01-01');

  test('a reminder is one of the due days that the run asks for', () => {
    fc.assert(
      fc.property(
        anyAssignment,
        anyDay('2025-07-01', 700),
        fc.integer({ min: 0, max: 20 }),
        (one, today, away) => {
          const run = reminderRun(today, calendar, DEFAULT_REMINDER_POLICY, addDays(today, -away));
          const days = reminderDays(run, earliest);
          const limit = one.lastDueOn ?? one.dueOn;
          const asked = today <= one.dueOn ? days.ahead.includes(one.dueOn) : days.behind.includes(limit);
          if (stageFor(one, run) !== null) expect(asked).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a run asks for few of the due days', () => {
    const { ahead, behind } = reminderDays(runOn('2026-07-01'), earliest);
    // One working day on, three (with the weekend before it), seven.
    expect(ahead).toEqual([1, 2, 4, 5, 6, 10].map((date) => addDays(day('2026-06-30'), date)));
    // One working day back, three (with the weekend after it), seven, twelve (likewise).
    expect(behind.slice(-8)).toEqual(
      [12, 13, 14, 22, 26, 27, 28, 30].map((date) => addDays(day('2026-05-31'), date)),
    );
  });

  test('no step goes out twice, and no day but a working day has one', () => {
    fc.assert(
      fc.property(anyAssignment, (one) => {
        const found = history(one, addDays(one.dueOn, -30), addDays(one.dueOn, 70));
        expect(new Set(found.map(([, step]) => step)).size).toBe(found.length);
        expect(found.every(([on]) => calendar.isWorkingDay(day(on)) && one.opensOn <= on)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
