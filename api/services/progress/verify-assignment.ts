import type { AssignmentId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toDecideFrom, toVerify } from '../../domain/assignment/decide.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { notifyUnit } from '../chat/notify-unit.ts';
import { addRecord } from './add-record.ts';
import { hold, unchangedSince, unless } from './hold-assignment.ts';

export interface Verification {
  assignmentId: AssignmentId;
  /** The version that the clerk looked at. */
  version: number;
  decision: 'verify' | 'return';
  /** Why it is returned; asked for then. */
  reason?: string;
}

/**
 * Verifies a submission (核验, the task is closed: 销号) or returns it with a reason (退回); the unit's room is
 * told of a return at once (time.md, "Reminders"). Throws `forbidden`, `notFound`, `invalid` without a reason,
 * and `conflict` where nothing waits or somebody else was faster.
 */
export async function verifyAssignment(
  ctx: Context,
  { assignmentId, version, decision, reason }: Verification,
) {
  await ctx.transaction(async (tx) => {
    const held = await hold(tx, assignmentId);
    permit(tx, decision === 'verify' ? 'progress.verify' : 'progress.return', held.row.unitId);
    unchangedSince(held, version);
    unless(toVerify(held.now));
    unless(toDecideFrom(held.records, 'submitted', tx.clock()));
    if (decision === 'verify') {
      await addRecord(tx, held, { kind: 'verified' });
    } else {
      const why = reason?.trim() ?? '';
      if (why === '') {
        const fault = { path: 'reason', message: '请写明退回原因' };
        throw new Refusal('invalid', 'reasonMissing', fault.message, [fault]);
      }
      const { recordId } = await addRecord(tx, held, { kind: 'returned', reason: why });
      await notifyUnit(tx, held.row, { kind: 'returned', reason: why, key: `returned:${recordId}` });
    }
    await recordAudit(tx, `progress.${decision}`, `assignment:${assignmentId}`);
  });
}
