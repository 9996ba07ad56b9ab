/** What is said in words that no rule knows, and is much like what is known (像不像): 得令！, 撤了吧，报早了, a lead. */
import { CLEAR, confidence, type Kind } from './confidence.ts';
import type { Heard } from './heard.ts';
import type { Intent } from './intent.ts';
import { CHILD } from './phrases.ts';

interface Likeness {
  kind: Exclude<Kind, 'report'>;
  /** May a message be one at all? */
  may(heard: Heard): boolean;
  intent(heard: Heard): Intent;
}

/** How an answer begins; none is longer, or has a figure in it. */
const ANSWER =
  /^(?!.*(?:请|回复))(?:好|嗯|行|是|明白|收|已|知|晓|懂|了解|遵|照|得令|没|要得|可以|OK|ok)[^\d%?？]{0,25}$/;
const TAKES_BACK = /撤|取消|作废|收回|删|不算/;

const LIKENESSES: readonly Likeness[] = [
  {
    kind: 'lead',
    may: ({ text, hearing }) => hearing.where === 'private' && CHILD.test(text),
    intent: ({ text }) => ({ intent: 'lead', note: text }),
  },
  { kind: 'undo', may: ({ text }) => TAKES_BACK.test(text), intent: () => ({ intent: 'undo' }) },
  {
    kind: 'ack',
    may: ({ text, mentionsOther }) => !mentionsOther && ANSWER.test(text),
    intent: () => ({ intent: 'ack' }),
  },
];

/** Less sure than this, not even a rule's word is enough: 那个专家号我取消了 takes nothing back. */
const UNLIKE: Readonly<Record<Likeness['kind'], number>> = { ack: 0.15, lead: 0.15, undo: 0.5 };

/** Has a message the words of an intent, and is nothing like what is known of it? */
export function isUnlike(heard: Heard, { intent }: Intent): boolean {
  const known = LIKENESSES.find(({ kind }) => kind === intent);
  return known !== undefined && confidence[known.kind](heard.evidence()) < UNLIKE[known.kind];
}

/** The intent that a message is clearly like; null where it is like none. */
export function likenessIn(heard: Heard): Intent | null {
  const possible = LIKENESSES.filter(({ may }) => may(heard));
  if (possible.length === 0) return null;
  const evidence = heard.evidence();
  const like = possible.find(({ kind }) => confidence[kind](evidence) >= CLEAR);
  return like?.intent(heard) ?? null;
}
