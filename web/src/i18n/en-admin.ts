/** The words of the administration in English. */
import type { zhAdmin } from './zh-admin.ts';

const days = (n: number): string => `${n} day${n === 1 ? '' : 's'}`;

export const enAdmin: typeof zhAdmin = {
  admin: {
    comma: ', ',
    tabs: { calendar: 'Calendar' },
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
  },
};
