import type { Hearing } from './intent.ts';
import type { Message } from './normalise.ts';

/** A part of what was said, with the tasks it is about. */
export interface Clause {
  text: string;
  /** The open tasks it names, by code or else by words. */
  codes: readonly string[];
  byCode: boolean;
  /** It shares words with a task, and speaks of something else. */
  elsewhere: boolean;
  /** The task it shares words with where it speaks of something else; else null. */
  near: string | null;
  /** How much the words weigh that name its tasks; a code weighs more than any. */
  weight: number;
  /** How many of its characters neither its task nor any report explains. */
  strange: number;
  /** One of its task's words goes on as another: 档案室. */
  compound: boolean;
}

/** Everything the steps work on. */
export interface Heard extends Message {
  hearing: Hearing;
  /** Spoken to: in private, by mention, or in answer to the bot's own message. */
  addressed: boolean;
  /** Somebody else is mentioned and the bot is not: what is asked is asked of them. */
  toOther: boolean;
  /** What was said in clauses; read when it is first asked for. */
  clauses(): readonly Clause[];
  /** The clauses that tell something of tasks, in a row; all that was said where none does. */
  told(): string;
  /** What speaks for and against its being a report; weighed when it may be one. */
  evidence(): ReadonlySet<string>;
}
