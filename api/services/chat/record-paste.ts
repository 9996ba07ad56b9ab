import type { AssignmentId, Day, MessageId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { askExtension } from '../progress/extension.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { maskedSaid, pasteKey, type Said } from './paste-keys.ts';
import { markHandled } from './settle-message.ts';
import { storeMessage } from './store-message.ts';

/** A row as the clerk confirmed it. */
export interface ConfirmedRow extends Said {
  kind: 'progress' | 'extend';
  assignmentId: AssignmentId;
  percent: number | null;
  count: number | null;
  done: boolean;
  until: Day | null;
  reason: string | null;
}

/** What becomes of the row: through the same verbs as a report in chat, counted from when it was said. */
async function recordRow(said: Tx, row: ConfirmedRow, messageId: MessageId): Promise<void> {
  const { assignmentId, percent, count, done, until, reason } = row;
  if (row.kind === 'progress') {
    await reportProgress(said, { assignmentId, percent, count, done, until, messageId });
  } else if (until === null) {
    throw new Refusal('invalid', 'noDay', '申请延期要写明延到哪一天');
  } else {
    await askExtension(said, { assignmentId, until, reason: reason ?? '', messageId });
  }
}

/** Stores the message as handled; null where it was pasted before. */
async function keep(tx: Tx, row: ConfirmedRow): Promise<MessageId | null> {
  const said = maskedSaid(row);
  const { name } = said;
  const id = await storeMessage(tx, {
    ...{ gateway: 'paste', externalId: pasteKey(row), sentAt: said.at, text: said.text },
    ...{ contact: { externalId: name, name }, room: null, mentioned: false, file: null },
  });
  const { assignmentId, kind, percent, count, done, until } = row;
  if (id !== null) await markHandled(tx, id, { intent: kind, assignmentId, percent, count, done, until });
  return id;
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/**
 * Records what a clerk pasted and corrected (录入), all of it or nothing, in the clerk's name. A message recorded before
 * counts once. Throws `forbidden`, and what a report or a request throws, with the row that is at fault.
 */
export async function recordPaste(
  ctx: Context,
  rows: readonly ConfirmedRow[],
): Promise<{ recorded: number; repeated: number }> {
  permit(ctx, 'chat.paste');
  return ctx.transaction(async (tx) => {
    const messages = new Map<string, MessageId | null>();
    let recorded = 0;
    for (const [at, row] of rows.entries()) {
      const key = pasteKey(row);
      const known = messages.get(key);
      const messageId = known === undefined ? await keep(tx, row) : known;
      messages.set(key, messageId);
      if (messageId === null) continue;
      const when = earlier(row.at, tx.clock());
      try {
        await recordRow(
          tx.as(ctx.actor, 'chat', () => when),
          row,
          messageId,
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const faults = [{ path: `rows[${at}]`, message: error.message }];
        throw new Refusal(error.kind, error.code, `第${at + 1}行：${error.message}`, faults);
      }
      recorded++;
    }
    return { recorded, repeated: rows.length - recorded };
  });
}
