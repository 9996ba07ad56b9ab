/** Putting a problem right (整改): the unit reports it, the inspectors accept it or send it back. */
import type { Day, InspectionId, ProblemId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { decidedText } from '../../domain/inspection/words.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { tellUnit } from '../supervision/tell-unit.ts';
import { addProblemEvent, holdProblem, unchanged, unlessInspector } from './inspection-state.ts';

/**
 * Reports that a problem is put right (报送整改); gives the inspection it is of. Throws
 * `forbidden`, `notFound`, and `conflict` where it does not wait for that.
 */
export async function reportRectified(
  ctx: Context,
  { problemId, note }: { problemId: ProblemId; note: string },
): Promise<InspectionId> {
  return ctx.transaction(async (tx) => {
    const problem = await holdProblem(tx, problemId);
    permit(tx, 'inspection.rectify', problem.unitId);
    await addProblemEvent(tx, problem, { kind: 'reported', note: maskPersonalData(note).text });
    await recordAudit(tx, 'problem.report', `problem:${problemId}`, { unitId: problem.unitId });
    return problem.inspectionId;
  });
}

export type Reviewed = { problemId: ProblemId; version: number } & (
  | { decision: 'accept' }
  /** Until when it is to be put right instead; the day stays where none is said. */
  | { decision: 'return'; reason: string; rectifyBy?: Day | undefined }
);

/**
 * Looks at what was put right (复查): accepts it, or sends it back with a reason; the unit's room is told. Gives the inspection it is of. Throws
 * `forbidden`, `notFound`, `invalid` for a day that is past, and `conflict`, also for who is no inspector.
 */
export async function reviewProblem(ctx: Context, said: Reviewed): Promise<InspectionId> {
  const { problemId, version } = said;
  return ctx.transaction(async (tx) => {
    const problem = await holdProblem(tx, problemId);
    permit(tx, 'inspection.record', problem.unitId);
    await unlessInspector(tx, problem.inspectionId);
    unchanged(problem, version);
    const returned = said.decision === 'return' ? said : null;
    const rectifyBy = returned?.rectifyBy ?? null;
    if (rectifyBy !== null && rectifyBy < dayOf(tx.clock())) {
      const message = '整改期限不能早于今天';
      throw new Refusal('invalid', 'invalid', message, [{ path: 'rectifyBy', message }]);
    }
    const reason = returned?.reason ?? null;
    const kind = returned === null ? 'accepted' : 'returned';
    await addProblemEvent(tx, problem, { kind, note: reason, untilOn: rectifyBy });
    const dueOn = rectifyBy ?? problem.dueOn;
    const key = `problem-${kind}:${problemId}:${version}`;
    await tellUnit(tx, problem.unitId, key, decidedText({ ...problem, dueOn }, reason));
    await recordAudit(tx, `problem.${said.decision}`, `problem:${problemId}`, { unitId: problem.unitId });
    return problem.inspectionId;
  });
}
