import { Refusal } from '../../api/errors.ts';
import { lastOwnReport } from '../../api/services/chat/own-reports.ts';
import { undoReport } from '../../api/services/progress/undo-report.ts';
import * as words from './replies.ts';
import { here, type Reply } from './reply.ts';
import type { Scene } from './scene.ts';

const WITHIN_MS = 24 * 3_600_000;

/** 撤销: takes back all that the speaker's last message of the last 24 hours reported, or nothing of it. */
export async function undoLast({ said }: Scene): Promise<Reply[]> {
  const last = await lastOwnReport(said, new Date(said.clock().getTime() - WITHIN_MS));
  if (last.length === 0) return [here(words.nothingToUndo)];
  try {
    await said.transaction(async (tx) => {
      for (const { assignmentId, recordId } of last) await undoReport(tx, { assignmentId, recordId });
    });
    return [here(words.undone(last))];
  } catch (error) {
    if (error instanceof Refusal) return [here(words.notUndone(error.message))];
    throw error;
  }
}
