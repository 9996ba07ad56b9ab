/**
 * Understands a message that a clerk pasted as the bot would have in the group; what is claimed of no task that it
 * knows is shown too, for the clerk to say of which.
 */
import type { ReadPasted } from '../api/services/chat/paste-claims.ts';
import { guess } from './understand/guess.ts';
import type { Hearing } from './understand/intent.ts';
import { understand } from './understand/understand.ts';

/** What is claimed in one pasted message, by the unit that it speaks for. */
export const readPasted: ReadPasted = (text, { unit, tasks, today, others }) => {
  const hearing: Hearing = {
    ...{ unit, tasks, today, units: others },
    where: 'group',
    mentioned: false,
    questionOpen: false,
  };
  const intent = understand(text, hearing);
  if (intent.intent === 'extend') {
    const { task, until, reason } = intent;
    return [{ kind: 'extend', code: task, percent: null, count: null, done: false, until, reason }];
  }
  const doubtful = intent.intent === 'none' ? guess(text, hearing) : null;
  const updates = intent.intent === 'progress' ? intent.updates : doubtful === null ? [] : [doubtful];
  return updates.map(({ task, percent, count, done, until }) => ({
    ...{ kind: 'progress' as const, code: task, percent, count, done, until, reason: null },
  }));
};
