/** Steps 1 and 2: what was said, in one spelling and in clauses (听). */
import { readClauses } from './clauses.ts';
import type { Clause, Heard } from './heard.ts';
import type { Hearing } from './intent.ts';
import { normalise } from './normalise.ts';
import { respell } from './respell.ts';

/** A longer text is an article, not a report; it is read up to here. */
const READ_CHARS = 2000;

/** Takes a message as it came; gives what the steps after it work on. */
export function hear(raw: string, hearing: Hearing): Heard {
  const message = normalise(raw.slice(0, READ_CHARS));
  const private_ = hearing.where === 'private';
  const text = respell(message.text, hearing.tasks);
  let read: readonly Clause[] | null = null;
  const clauses = (): readonly Clause[] => {
    read ??= readClauses({ text, hearing });
    return read;
  };
  const addressed = private_ || hearing.mentioned || message.mentionsBot;
  const { quote, mentionsBot, mentionsOther } = message;
  return { text, quote, mentionsBot, mentionsOther, hearing, addressed, clauses };
}
