/** The words of the administration in English. */
import type { zhAdmin } from './zh-admin.ts';

const days = (n: number): string => `${n} day${n === 1 ? '' : 's'}`;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const enAdmin: typeof zhAdmin = {
  admin: {
    comma: ', ',
    toDo: (n: number) => `${n} to look at`,
    tabs: { calendar: 'Calendar', jobs: 'Jobs', channels: 'Channels', rooms: 'Groups', burden: 'Burden' },
    calendar: {
      title: 'Working days',
      year: (year) => `${year}`,
      yearBefore: 'Year before',
      yearAfter: 'Year after',
      weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
      marks: { work: 'Working day', weekend: 'Weekend', holiday: 'Holiday', makeUp: 'Make-up working day' },
      signs: { work: '', weekend: '', holiday: '休', makeUp: '班' },
      total: (year, n) => `${year} has ${n} working days`,
      legend: '休 is a weekday off, 班 a weekend day worked, underlined is the administrator’s word.',
      unpublished: (years) =>
        `The holiday arrangement of ${years.join(' and ')} is not known yet; weekends alone hold. Once it is published, paste it or change single days.`,
      published: 'As the State Council’s office published it',
      byWeek: 'Not published yet: weekends alone hold',
      adminWord: 'Changed by the administrator',
      choose: 'Choose a day to see what holds for it.',
      makeWork: 'Make it a working day',
      makeRest: 'Make it a day off',
      takeBack: 'Take the change back',
      changed: (n) => `${days(n)} changed; reminders and lights go by it at once.`,
      undo: 'Undo',
      paste: 'Paste an arrangement',
      pasteLabel: (year) => `The arrangement of ${year}, as published`,
      pasteHint: 'Copy the paragraphs 一、元旦 … 七、国庆节 of the State Council’s notice.',
      wouldChange: (n) => (n === 0 ? 'Nothing differs from the calendar.' : `${days(n)} would change:`),
      doubts: 'These sentences were not understood; change their days one by one:',
      takeOver: 'Change these days',
    },
    jobs: {
      title: 'Scheduled jobs',
      about: 'In China time; what was missed is made up where it makes sense',
      none: 'There are no jobs',
      names: {
        assignments: 'Builds the assignments of coming periods',
        sweep: 'Clears what has expired, checks the audit chain',
        reminders: 'Reminders on working days, every stage',
        'reminders-light': 'Afternoon reminders of what became overdue',
        snapshot: 'Keeps the scores and ranks of the day',
        weekly: 'Weekly digest to the work groups',
        monthly: 'Drafts the monthly bulletin',
        annual: 'Opens the annual assessment of the year past',
      },
      when: (when) => {
        switch (when.every) {
          case 'day':
            return `Daily at ${when.time}`;
          case 'week':
            return `${WEEKDAYS[when.weekday]}s at ${when.time}`;
          case 'month':
            return `Day ${when.date} of each month at ${when.time}`;
          case 'year':
            return `${when.date} ${MONTHS[when.month - 1]} at ${when.time}`;
        }
      },
      next: (time) => `next ${time}`,
      pausedSince: (time, by) => `paused since ${time}${by === null ? '' : ` by ${by}`}`,
      never: 'Never ran yet',
      runNow: 'Run now',
      pause: 'Pause',
      resume: 'Resume',
      lastRuns: (n) => (n === 1 ? 'Last run' : `Last ${n} runs`),
      scheduled: 'Scheduled',
      result: 'Result',
      took: 'Took',
      did: 'What it did',
      seconds: (n) => `${n} s`,
      attempts: (n) => `${n} attempts`,
      byHand: (name) => `by hand${name === null ? '' : `, ${name}`}`,
      count: (name, n) => `${name} ${n}`,
      counts: {
        built: 'assignments',
        reminders: 'reminders',
        messages: 'messages',
        orders: 'orders drafted',
        sessions: 'sessions cleared',
        codes: 'codes cleared',
        auditEntries: 'audit entries checked',
        units: 'units',
        drafted: 'bulletins drafted',
        opened: 'assessments opened',
      },
      outcome: {
        waiting: 'Waiting',
        running: 'Running',
        done: 'Done',
        failed: 'Failed',
        skipped: 'Skipped while paused',
      },
    },
  },
};
