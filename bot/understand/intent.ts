/**
 * What a chat message means (意图), and what understanding is told beside the text: the table of chat.md,
 * "Understanding a message", as types.
 */
import type { Day, Measure, QueryTopic } from '../../db/vocabulary.ts';

/** A task that the sender's unit has open (交办). */
export interface OpenTask {
  code: string;
  title: string;
  measure: Measure;
  dueOn: Day | null;
  /** What its count counts (场, 户), where the plan says. */
  unitOfMeasure?: string | null;
  /**
   * Everyday words for the task. Words set apart by a space may stand anywhere in a clause, in any order
   * (`台账 更新` hears 台账这个月的更新).
   */
  synonyms: readonly string[];
}

/** What understanding is told beside the text. */
export interface Hearing {
  /** The short name of the sender's unit. */
  unit: string;
  tasks: readonly OpenTask[];
  where: 'group' | 'private';
  /** The gateway says that the bot was mentioned; a mention in the text counts as well. */
  mentioned: boolean;
  today: Day;
  /** The bot has asked this person something with numbered options, and waits. */
  questionOpen: boolean;
  /** Names of the other units, so that what is said of them is not taken for the sender's. */
  units?: readonly string[];
}

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
  /** The words that say so: the message's clauses about the task. */
  note: string;
}

export type Intent =
  | { intent: 'progress'; updates: readonly Update[] }
  | {
      intent: 'extend';
      task: string | null;
      candidates?: readonly string[];
      until: Day | null;
      reason: string;
    }
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
