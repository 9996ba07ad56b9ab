import type { AssignmentId, RecordId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { toUndo } from '../../domain/assignment/decide.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { addRecord } from './add-record.ts';
import { hold, unless } from './hold-assignment.ts';

/**
 * Takes back one's own report of the last 24 hours (撤销), by a new record that says so; nothing is deleted
 * (chat.md, 6). Throws `forbidden`, `notFound`, and `conflict` with the reason why it may not be taken back.
 */
export async function undoReport(
  ctx: Context,
  { assignmentId, recordId }: { assignmentId: AssignmentId; recordId: RecordId },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = await hold(tx, assignmentId);
    permit(tx, 'progress.undo', held.row.unitId);
    unless(toUndo(held.records, recordId, personOf(tx), tx.clock()));
    await addRecord(tx, held, { kind: 'undone', undoes: recordId });
    await recordAudit(tx, 'progress.undo', `assignment:${assignmentId}`);
  });
}
