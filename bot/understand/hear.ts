/** Steps 1 and 2: what was said, in one spelling and in clauses (听). */
import { readClauses } from './clauses.ts';
import { evidenceOf } from './evidence.ts';
import type { Heard } from './heard.ts';
import type { Hearing } from './intent.ts';
import { lazy } from './lazy.ts';
import { normalise } from './normalise.ts';
import { respell } from './respell.ts';
import { toldIn } from './told.ts';

/** A longer text is an article, not a report; it is read up to here. */
const READ_CHARS = 2000;

/** Takes a message as it came; gives what the steps after it work on. */
export function hear(raw: string, hearing: Hearing): Heard {
  const { text: plain, quote, mentionsBot, mentionsOther } = normalise(raw.slice(0, READ_CHARS));
  const text = respell(plain, hearing.tasks);
  const clauses = lazy(() => readClauses({ text, hearing }));
  const told = lazy(() => toldIn(clauses(), hearing) ?? text);
  const addressed = hearing.where === 'private' || hearing.mentioned || mentionsBot;
  const toOther = mentionsOther && !addressed;
  const said = { text, quote, mentionsBot, mentionsOther, hearing, addressed, toOther, clauses, told };
  return { ...said, evidence: lazy(() => evidenceOf(said)) };
}
