/** The words of the page of pasted chats in English. */
import type { zhPaste } from './zh-paste.ts';

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export const enPaste: typeof zhPaste = {
  paste: {
    title: 'Paste a chat',
    link: 'Paste a chat',
    about:
      'When the bot is away, copy the messages of a group, paste them here, check, and record. Nothing is stored before that.',
    text: 'Chat',
    hint: 'Each message needs a name, and a time or a colon. At most 300 at once.',
    unitForAll: 'Where no unit is clear, take',
    noUnit: 'None',
    read: 'Read',
    found: (messages: number, reports: number) => `${counted(messages, 'report')} read, ${reports} chosen`,
    none: 'No reports were found',
    others: (n: number) => `${counted(n, 'message')} not reporting or recorded before`,
    take: 'Record this',
    from: 'Said at',
    fromNow: 'Counts from when it is recorded',
    unit: 'Unit',
    task: 'Task',
    choose: 'Choose',
    says: 'It says',
    kinds: { progress: 'Progress', done: 'Finished', extend: 'Asks for time' },
    percent: 'Per cent',
    count: 'Number',
    until: 'Expected by',
    extendUntil: 'Until',
    reason: 'Reason',
    doubts: {
      noUnit: 'Not clear of which unit',
      notYours: 'Of another unit, not yours to record',
      noReport: 'Does not look like a report',
      noTask: 'Not clear of which task',
      repeated: 'Recorded before',
      submitted: 'The task waits for verification already',
      closed: 'This task is done and closed',
      future: 'The time is to come, please check',
      tooOld: 'Over 31 days ago, please check the time',
    },
    missing: {
      unit: 'Choose the unit',
      task: 'Choose the task',
      claim: 'Fill in the progress',
      until: 'Fill in the day',
      reason: 'Fill in the reason',
    },
    record: (n: number) => `Record ${n}`,
    unready: (n: number) => `${counted(n, 'row')} not complete yet`,
    recorded: (recorded: number, repeated: number) =>
      repeated === 0 ? `${recorded} recorded.` : `${recorded} recorded; ${repeated} had been before.`,
  },
};
