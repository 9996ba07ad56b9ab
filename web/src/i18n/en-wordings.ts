/** The words of the page of everyday words in English. */
import type { zhWordings } from './zh-wordings.ts';

export const enWordings: typeof zhWordings = {
  wordings: {
    title: 'Synonyms',
    about: 'What people call a task in chat, and the bot listens for. Changes count at once.',
    link: 'Synonyms',
    tasks: 'Tasks',
    noTasks: 'No plan is confirmed yet',
    offers: 'Proposals to decide on',
    noOffers:
      'No proposals. What liaisons called a task before choosing it from the bot’s question appears here; it counts only once accepted.',
    times: (n: number) => (n === 1 ? 'used once' : `used ${n} times`),
    accept: 'Accept',
    refuse: 'Refuse',
    comma: ', ',
    none: 'No synonyms, the title alone',
    label: 'Wordings, one to a line',
    hint: 'Words set apart by a space must all be said, in any order, as in “台账 更新”.',
    save: 'Save',
  },
};
