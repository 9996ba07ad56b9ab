import type { AssignmentId, Day, MessageId, RecordId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toReport } from '../../domain/assignment/decide.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { addRecord, hold, unless } from './assignment-state.ts';

export interface Report {
  assignmentId: AssignmentId;
  /** 0–100; 100 says that it is finished, as `done` does. */
  percent?: number | null;
  /** How many were done in the period so far. */
  count?: number | null;
  /** Finished: a submission (报结) that waits for the office. */
  done?: boolean;
  /** The day that the unit means to finish by. */
  until?: Day | null;
  note?: string | null;
  /** The chat message it was said in; a message speaks once of an assignment. */
  messageId?: MessageId;
}

/**
 * Records what a unit says of its progress (报进度), or that it has finished (报结). Gives the record's number.
 * Throws `notFound`, `forbidden`, and `conflict` where the assignment is submitted or done already.
 */
export async function reportProgress(ctx: Context, report: Report): Promise<RecordId> {
  return ctx.transaction(async (tx) => {
    const held = await hold(tx, report.assignmentId);
    permit(tx, 'progress.report', held.row.unitId);
    unless(toReport(held.now));
    const done = report.done === true || report.percent === 100;
    const id = await addRecord(tx, held, {
      kind: done ? 'submitted' : 'reported',
      percent: done ? 100 : (report.percent ?? null),
      count: report.count ?? null,
      untilOn: report.until ?? null,
      note: report.note ?? null,
      messageId: report.messageId ?? null,
    });
    await recordAudit(tx, done ? 'progress.submit' : 'progress.report', `assignment:${held.row.id}`);
    return id;
  });
}
