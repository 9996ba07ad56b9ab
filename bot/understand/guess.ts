/** What the bot may ask about where it is not sure (拿不准就问); never recorded as it is. */
import { isQuestion } from './chatter.ts';
import { confidence } from './confidence.ts';
import { hear } from './hear.ts';
import type { Heard } from './heard.ts';
import type { Hearing, Intent, Update } from './intent.ts';
import { claimFor, likely, MOST_CANDIDATES } from './reports.ts';
import { codesIn } from './task-index.ts';
import { isChatter, read } from './understand.ts';

/** Longer than this it is no report in a word of the speaker's own. */
const SHORT = 40;

/** From this confidence on, what was said to the bot is asked about; below it is let go. */
const ASKED = 0.2;

/** A report that is not sure enough, for the bot to ask about: its task is the first of the likely ones. */
function unsure(
  heard: Heard,
  { updates: [update, ...more] }: Extract<Intent, { intent: 'progress' }>,
): Update | null {
  if (update === undefined || more.length > 0 || confidence.report(heard.evidence()) < ASKED) return null;
  const { task, candidates = likely(heard) } = update;
  const first = task === null ? [] : [task];
  const likeliest = [...new Set([...first, ...candidates])].slice(0, MOST_CANDIDATES);
  return { ...update, task: null, candidates: likeliest };
}

/**
 * What somebody may have reported to the bot, for it to ask: what falls short of the bar, or is said in words that no
 * task knows (登记簿完成80%); null where nothing is claimed. Never recorded as it is: `understand` says `none` of it.
 */
export function guess(raw: string, hearing: Hearing): Update | null {
  const heard = hear(raw, hearing);
  const intent = read(heard);
  if (intent.intent === 'progress') return unsure(heard, intent);
  const { text } = heard;
  if (text.length > SHORT || codesIn(text).length > 0 || isChatter(heard) || isQuestion(text)) return null;
  const update = claimFor(heard);
  return update !== null && (update.done || update.percent !== null) ? update : null;
}
