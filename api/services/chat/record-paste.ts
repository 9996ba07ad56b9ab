import type { AssignmentId, Day, MessageId } from '../../../db/vocabulary.ts';
import { type Context, permit, reach, type Tx } from '../../context.ts';
import { type PastedTimeFault, pastedTimeFault } from '../../domain/chat/pasted-time.ts';
import { Refusal } from '../../errors.ts';
import { askExtension } from '../progress/extension.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { maskedSaid, pasteKey, readKnown, type Said } from './pasted-messages.ts';
import { markHandled } from './settle-message.ts';
import { storeMessage } from './store-message.ts';

/** A row as the clerk confirmed it. */
export interface ConfirmedRow extends Said {
  /** From when it counts. */
  from: Date;
  kind: 'progress' | 'extend';
  assignmentId: AssignmentId;
  percent: number | null;
  count: number | null;
  done: boolean;
  until: Day | null;
  reason: string | null;
}

const TIME_FAULTS: Readonly<Record<PastedTimeFault, string>> = {
  future: '时间还没到，请改成实际的时间',
  tooOld: '只能补录31天以内的消息，请核对时间',
};

/** What becomes of the row: through the same verbs as a report in chat. */
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

/** Stores the message as handled, with all that is confirmed of it. */
async function keep(tx: Tx, row: ConfirmedRow, all: readonly ConfirmedRow[]): Promise<MessageId> {
  const said = maskedSaid(row);
  const { name } = said;
  const key = pasteKey(row);
  const id = await storeMessage(tx, {
    ...{ gateway: 'paste', externalId: key, sentAt: said.at, text: said.text },
    ...{ contact: { externalId: name, name }, room: null, mentioned: false, file: null },
  });
  if (id === null) throw new Refusal('conflict', 'pastedMeanwhile', '刚刚有人录入了这条消息，请重新读取');
  const updates = all
    .filter((each) => pasteKey(each) === key)
    .map(({ assignmentId, kind, percent, count, done, until }) => ({
      ...{ kind, assignmentId, percent, count, done, until },
    }));
  await markHandled(tx, id, { intent: row.kind, updates });
  return id;
}

/** From when a row counts: from when it was said where the office enters it, else from now. Throws `invalid`. */
function startOfRow(tx: Tx, row: ConfirmedRow): Date {
  const now = tx.clock();
  if (reach(tx, 'chat.paste') === 'own') return now;
  const fault = pastedTimeFault(row.from, now);
  if (fault !== null) throw new Refusal('invalid', fault, TIME_FAULTS[fault]);
  return row.from < now ? row.from : now;
}

/**
 * Records what a clerk pasted and corrected (录入), all of it or nothing, in the clerk's name. What a message led to
 * before, pasted or heard by the bot, counts once; what was left out of it then is recorded. Throws `forbidden`, and
 * what a report or a request throws, with the row that is at fault.
 */
export async function recordPaste(
  ctx: Context,
  rows: readonly ConfirmedRow[],
): Promise<{ recorded: number; repeated: number }> {
  permit(ctx, 'chat.paste');
  return ctx.transaction(async (tx) => {
    const known = await readKnown(tx, rows);
    const kept = new Map<string, MessageId>();
    const done = new Set<string>();
    for (const [at, row] of rows.entries()) {
      const key = pasteKey(row);
      const claim = `${key} ${row.assignmentId} ${row.kind}`;
      const before = known
        .ledTo(row)
        .some(({ assignmentId, kind }) => assignmentId === row.assignmentId && kind === row.kind);
      if (before || done.has(claim)) continue;
      try {
        const when = startOfRow(tx, row);
        const messageId = known.messageOf(row) ?? kept.get(key) ?? (await keep(tx, row, rows));
        kept.set(key, messageId);
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
      done.add(claim);
    }
    return { recorded: done.size, repeated: rows.length - done.size };
  });
}
