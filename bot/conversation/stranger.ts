/** A sender who is nobody yet: what is a report is kept, and the sender is told in private how to bind (chat.md, 3). */
import type { Tx } from '../../api/context.ts';
import { dayOf } from '../../api/domain/time/day.ts';
import { holdMessage, markHandled } from '../../api/services/chat/settle-message.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';
import { openAssignments } from '../../api/services/tasks/open-assignments.ts';
import type { Intent } from '../understand/intent.ts';
import { understand } from '../understand/understand.ts';
import { bind } from './bind.ts';
import * as words from './replies.ts';
import { inPrivate, type Reply } from './reply.ts';
import { hearingOf, isAddressed, type OpenAssignment } from './scene.ts';

/** Understands a stranger's message as one from the room's own units. */
async function hear(tx: Tx, message: StoredMessage): Promise<Intent> {
  const open: OpenAssignment[] = [];
  for (const unitId of message.room?.unitIds ?? []) open.push(...(await openAssignments(tx, unitId)));
  const unit = { name: open[0]?.unit.name ?? '' };
  const today = dayOf(tx.clock());
  return understand(message.text, hearingOf({ message, today, unit, open, notOpen: [], others: [] }, false));
}

const toBind = ({ contact }: StoredMessage, today: string): Reply => ({
  ...inPrivate(words.howToBind),
  // Told once a day: somebody who does not bind is not to be nagged with every message.
  once: `how-to-bind:${contact.id}:${today}`,
});

/** Answers a stranger, and settles the message. */
export async function meetStranger(tx: Tx, message: StoredMessage): Promise<Reply[]> {
  const intent = await hear(tx, message);
  if (intent.intent === 'bind') {
    // Settled first: what is bound now may offer this contact's messages.
    await markHandled(tx, message.id, intent);
    return bind(tx, message, intent.code);
  }
  const reports = intent.intent === 'progress' || intent.intent === 'extend';
  const asks = isAddressed(message) && message.file === null;
  if (reports || (message.room === null && asks)) await holdMessage(tx, message.id, intent);
  else await markHandled(tx, message.id, intent);
  return reports || asks ? [toBind(message, dayOf(tx.clock()))] : [];
}
