/** The words of the page of the burden in English. */
import type { zhBurden } from './zh-burden.ts';

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export const enBurden: typeof zhBurden = {
  burden: {
    title: 'Burden',
    about: (from: string, until: string) =>
      `${from} to ${until}. What is pushed to a group is read by everybody there; answers to reports do not count.`,
    span: 'Period',
    weeks: (n: number) => (n === 1 ? 'Last week' : `Last ${n} weeks`),
    unit: 'Unit',
    people: 'People',
    read: 'Read per person and week',
    written: 'Written per person and week',
    asked: 'Asked back',
    needed: 'Reports needed',
    reported: 'Reports made',
    repeated: 'Repeated',
    all: 'Total',
    droppable: 'What could be dropped',
    early: 'Everybody is on time with these again and again; the early reminder could be dropped:',
    noEarly: 'No recurring task was done on time by everybody three periods running; early reminders stay.',
    good: (periods: number, units: number) =>
      `${counted(periods, 'period')} running, ${units === 1 ? 'its one unit' : `all ${units} units`} on time`,
    repeatedAbout: (n: number) =>
      `${counted(n, 'report')} repeated: they said what the last one had said, and were not needed.`,
    askedAbout: (n: number) =>
      `${counted(n, 'question')} asked back: mostly words that are not among the synonyms yet.`,
  },
};
