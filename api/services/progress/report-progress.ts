import type { AssignmentId, AssignmentState, Day, MessageId, RecordId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toReport, toReportFrom } from '../../domain/assignment/decide.ts';
import { recordOf } from '../../domain/assignment/report.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { addRecord } from './add-record.ts';
import { holdToReport, unless } from './hold-assignment.ts';

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
 * Records what a unit says of its progress (报进度), or that it has finished (报结: in so many words, or by stating all
 * of a counted target). Gives the record's number and the state that the assignment is in now. Throws `notFound`, `forbidden`, and `conflict` where the
 * assignment is submitted or done already, or was returned after this was said.
 */
export async function reportProgress(
  ctx: Context,
  report: Report,
): Promise<{ recordId: RecordId; state: AssignmentState }> {
  return ctx.joined(async (tx) => {
    const held = await holdToReport(tx, report.assignmentId);
    permit(tx, 'progress.report', held.row.unitId);
    unless(toReport(held.now) ?? toReportFrom(held.records, tx.clock()));
    const { percent = null, count = null, done = false } = report;
    const said = recordOf({ percent, count, done }, held.task);
    const action = said.kind === 'submitted' ? 'progress.submit' : 'progress.report';
    const [{ recordId, standing }] = await Promise.all([
      addRecord(tx, held, {
        ...said,
        untilOn: report.until ?? null,
        note: report.note ?? null,
        messageId: report.messageId ?? null,
      }),
      recordAudit(tx, action, `assignment:${held.row.id}`),
    ]);
    return { recordId, state: standing.state };
  });
}
