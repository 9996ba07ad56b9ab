import type { Hearing } from './intent.ts';
import type { Message } from './normalise.ts';

/** Everything the steps work on. */
export interface Heard extends Message {
  hearing: Hearing;
  /** Spoken to: in private, by mention, or in answer to the bot's own message. */
  addressed: boolean;
}
