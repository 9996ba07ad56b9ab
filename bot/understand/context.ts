/** What `understand` is told beside the text (chat.md, "Understanding a message"). */
import type { Day, Measure } from '../../db/vocabulary.ts';

/** A task that the sender's unit has open (交办). */
export interface OpenTask {
  code: string;
  title: string;
  due: Day | null;
  measure: Measure;
  /** What its count counts (场, 户), where the plan says. */
  unitOfMeasure?: string | null;
  /**
   * Everyday words for the task. Words set apart by a space may stand anywhere in a clause, in any order
   * (`台账 更新` hears 台账这个月的更新).
   */
  synonyms?: readonly string[];
}

export interface Context {
  /** The short name of the sender's unit. */
  unit: string;
  tasks: readonly OpenTask[];
  where: 'group' | 'private';
  /** The gateway says that the bot was mentioned; a mention in the text counts as well. */
  mentioned: boolean;
  today: Day;
  /** The bot has asked this person something with numbered options, and waits. */
  questionOpen?: boolean;
  /** Names of the other units, so that what is said of them is not taken for the sender's. */
  units?: readonly string[];
}
