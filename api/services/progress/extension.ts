import type { AssignmentId, Day, MessageId, RecordId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toAskExtension, toDecideExtension, toDecideFrom } from '../../domain/assignment/decide.ts';
import { dayOf } from '../../domain/time/day.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { notifyUnit } from '../chat/notify-unit.ts';
import { addRecord } from './add-record.ts';
import { hold, unchangedSince, unless } from './hold-assignment.ts';

export interface ExtensionRequest {
  assignmentId: AssignmentId;
  until: Day;
  reason: string;
  messageId?: MessageId;
}

/**
 * Asks the office for a later due day (申请延期). Gives the record's number. Throws `forbidden`, `notFound`, and
 * `conflict` where the day is not later or is past already, a request waits already, or the task is submitted or done.
 */
export async function askExtension(ctx: Context, request: ExtensionRequest): Promise<RecordId> {
  return ctx.transaction(async (tx) => {
    const held = await hold(tx, request.assignmentId);
    permit(tx, 'extension.ask', held.row.unitId);
    unless(toAskExtension(held.now, request.until, dayOf(tx.clock())));
    const { recordId } = await addRecord(tx, held, {
      kind: 'extensionAsked',
      untilOn: request.until,
      reason: request.reason,
      messageId: request.messageId ?? null,
    });
    await recordAudit(tx, 'extension.ask', `assignment:${held.row.id}`, { until: request.until });
    return recordId;
  });
}

export interface ExtensionDecision {
  assignmentId: AssignmentId;
  version: number;
  granted: boolean;
  /** The day granted; the day asked for unless named. */
  until?: Day | null;
  reason?: string | null;
}

/**
 * Grants or refuses an extension (同意、不同意延期) and tells the unit's room. The first due day is kept; only the
 * due day moves. Throws `forbidden`, `notFound`, and `conflict` where nothing was asked or somebody was faster.
 */
export async function decideExtension(ctx: Context, decision: ExtensionDecision): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = await hold(tx, decision.assignmentId);
    permit(tx, 'extension.decide', held.row.unitId);
    unchangedSince(held, decision.version);
    const until = decision.granted ? (decision.until ?? held.now.extensionUntil) : null;
    unless(toDecideExtension(held.now, until));
    unless(toDecideFrom(held.records, 'extensionAsked', tx.clock()));
    const reason = decision.reason ?? null;
    const { recordId } = await addRecord(tx, held, {
      kind: decision.granted ? 'extensionGranted' : 'extensionRefused',
      untilOn: until,
      reason,
    });
    await notifyUnit(tx, held.row, { kind: 'extension', until, reason, key: `extension:${recordId}` });
    await recordAudit(tx, 'extension.decide', `assignment:${held.row.id}`, { granted: decision.granted });
  });
}
