/**
 * What a chat message means (意图): the table of chat.md, "Understanding a message", as types.
 */
import type { Day, QueryTopic } from '../../db/vocabulary.ts';

/** What a message says about one task. */
export interface Update {
  /** A task that the unit has open; null where the message does not say clearly which. */
  task: string | null;
  /** Only where `task` is null: the likely ones, best first, at most 5. */
  candidates?: readonly string[];
  /** Whole per cent 0–100, where stated. */
  percent: number | null;
  /** How many of the things counted are done, where stated. */
  count: number | null;
  /** It says that the task is finished now; then `percent` is 100. */
  done: boolean;
  /** The day that a plan or a promise names. */
  until: Day | null;
  /** The words that say so: the message's clauses about the task, joined by a comma. */
  note: string;
}

export type Intent =
  | { intent: 'progress'; updates: readonly Update[] }
  | { intent: 'extend'; task: string | null; candidates?: readonly string[]; until: Day | null; reason: string }
  /** `case` is the first case named; `also` the others, where one message names several. */
  | { intent: 'visit'; case: string; also?: readonly string[]; note: string }
  | { intent: 'lead'; note: string }
  | { intent: 'query'; about: QueryTopic; task: string | null }
  | { intent: 'ack' }
  | { intent: 'undo' }
  | { intent: 'bind'; code: string }
  | { intent: 'choose'; option: number }
  | { intent: 'none' };

export const NONE: Intent = { intent: 'none' };
