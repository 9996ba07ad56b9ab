import { evidence } from '../../../db/schema/assignments.ts';
import type { AssignmentId, MessageId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toAttach } from '../../domain/assignment/decide.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { addRecord } from './add-record.ts';
import { hold, unless } from './hold-assignment.ts';

export interface Attachment {
  assignmentId: AssignmentId;
  /** The hash that `keepFile` gave. */
  fileHash: string;
  /** The name that people see. */
  name: string;
  messageId?: MessageId;
}

/**
 * Attaches a kept file to an assignment as evidence (证明材料); the same file twice is attached once. Gives whether
 * it was new. Throws `forbidden`, `notFound`, and `conflict` where the task is done.
 */
export async function attachEvidence(ctx: Context, attachment: Attachment): Promise<boolean> {
  const { assignmentId, fileHash } = attachment;
  return ctx.transaction(async (tx) => {
    const held = await hold(tx, assignmentId);
    permit(tx, 'evidence.add', held.row.unitId);
    unless(toAttach(held.now));
    const name = attachment.name.trim().slice(0, 200) || '材料';
    const twice = await tx.db.query.evidence.findFirst({
      where: (e, { and, eq }) =>
        and(eq(e.domainId, tx.domainId), eq(e.assignmentId, assignmentId), eq(e.fileHash, fileHash)),
    });
    if (twice !== undefined) return false;
    const { recordId } = await addRecord(tx, held, {
      kind: 'evidenceAttached',
      note: name,
      messageId: attachment.messageId ?? null,
    });
    await tx.db.insert(evidence).values({ domainId: tx.domainId, recordId, assignmentId, fileHash, name });
    await recordAudit(tx, 'evidence.add', `assignment:${assignmentId}`);
    return true;
  });
}
