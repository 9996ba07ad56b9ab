/**
 * What is due for one room is gathered into one message (chat.md, "Speaking" and "Light on people"). Pure: the pump
 * asks, with what is due in hand.
 */
import type { OutboxCause } from '../../../db/vocabulary.ts';

export interface Gatherable {
  /** The room or contact it goes to. */
  target: string;
  cause: OutboxCause;
  text: string;
  /** A picture or file behind the text. */
  file?: object | null;
}

/** Messages that go out as one, the first standing for them. */
export type Push<T> = readonly [T, ...T[]];

/** What a phone shows without a fold, and every gateway takes in one piece. */
const LONGEST = 1500;
/** An answer belongs to a question, an alert stands alone; so does a picture with its text. */
const ALONE: readonly OutboxCause[] = ['reply', 'alert'];

const lengthOf = (push: Push<Gatherable>): number => push.reduce((sum, { text }) => sum + text.length + 2, 0);

/** What is due, gathered: messages of one target in their order, each push where its first message stood. */
export function gather<T extends Gatherable>(due: readonly T[]): Push<T>[] {
  const pushes: [T, ...T[]][] = [];
  const open = new Map<string, [T, ...T[]]>();
  for (const message of due) {
    const push = open.get(message.target);
    const alone = ALONE.includes(message.cause) || (message.file ?? null) !== null;
    if (!alone && push !== undefined && lengthOf(push) + message.text.length <= LONGEST) {
      push.push(message);
      continue;
    }
    const next: [T, ...T[]] = [message];
    pushes.push(next);
    if (!alone) open.set(message.target, next);
  }
  return pushes;
}

/** The text of a push. */
export const textOf = (push: Push<Pick<Gatherable, 'text'>>): string =>
  push.map(({ text }) => text).join('\n\n');
