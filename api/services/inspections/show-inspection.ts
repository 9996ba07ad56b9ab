/** One inspection (一次检查): its sheet with everything found, its problems, what happened, what the viewer may do. */
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { files } from '../../../db/schema/assignments.ts';
import {
  inspectionEvents,
  inspectionEvidence,
  inspectionFindings,
  inspectionProblems,
  inspections,
} from '../../../db/schema/inspection.ts';
import { people } from '../../../db/schema/units.ts';
import type { InspectionId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { mayHappen, type ProblemAct } from '../../domain/inspection/problem.ts';
import { tally } from '../../domain/inspection/tally.ts';
import { type Action, may } from '../../domain/permissions.ts';
import { laterOf } from '../../domain/time/day.ts';
import { found, notFound } from '../../errors.ts';
import { todayOf } from '../tasks/assignment-row.ts';
import { itemsOf } from './check-lists.ts';
import {
  inspectorsOf,
  presentInspection,
  presentProblem,
  selectInspections,
  shownTo,
} from './list-inspections.ts';

/** So long a unit has to put something right unless the inspectors say otherwise. */
const USUAL_WORKING_DAYS = 10;

/** All findings of an inspection in the order they were made: of each item the last one stands. */
const readFindings = (db: Database, ctx: Context, id: InspectionId) =>
  db
    .select({ finding: inspectionFindings, person: people.name })
    .from(inspectionFindings)
    .leftJoin(people, refersTo(inspectionFindings, 'personId', people))
    .where(and(eq(inspectionFindings.domainId, ctx.domainId), eq(inspectionFindings.inspectionId, id)))
    .orderBy(asc(inspectionFindings.id));

const readEvents = (db: Database, ctx: Context, id: InspectionId) =>
  db
    .select({ event: inspectionEvents, person: people.name })
    .from(inspectionEvents)
    .leftJoin(people, refersTo(inspectionEvents, 'personId', people))
    .where(and(eq(inspectionEvents.domainId, ctx.domainId), eq(inspectionEvents.inspectionId, id)))
    .orderBy(asc(inspectionEvents.id));

const readPieces = (db: Database, ctx: Context, id: InspectionId) =>
  db
    .select({
      id: inspectionEvidence.id,
      item: inspectionEvidence.item,
      problemId: inspectionEvidence.problemId,
      name: inspectionEvidence.name,
      type: files.type,
      bytes: files.bytes,
    })
    .from(inspectionEvidence)
    .innerJoin(files, refersTo(inspectionEvidence, 'fileHash', files, 'hash'))
    .where(and(eq(inspectionEvidence.domainId, ctx.domainId), eq(inspectionEvidence.inspectionId, id)))
    .orderBy(asc(inspectionEvidence.id));

const readProblems = (db: Database, ctx: Context, id: InspectionId) =>
  db
    .select()
    .from(inspectionProblems)
    .where(and(eq(inspectionProblems.domainId, ctx.domainId), eq(inspectionProblems.inspectionId, id)))
    .orderBy(asc(inspectionProblems.item), asc(inspectionProblems.id));

type Told = Awaited<ReturnType<typeof readEvents>>[number];

const presentEvent = ({ event, person }: Told) => ({
  id: event.id,
  at: event.at.toISOString(),
  kind: event.kind,
  person,
  note: event.note,
  untilOn: event.untilOn,
});

/** One inspection. Throws `notFound`, also for a unit whose inspection is not completed; `forbidden` outside one's units. */
export async function showInspection(ctx: Context, id: InspectionId) {
  const today = await todayOf(ctx);
  return ctx.read(async (db) => {
    const [selected] = await selectInspections(db).where(
      and(eq(inspections.domainId, ctx.domainId), eq(inspections.id, id)),
    );
    const inspection = presentInspection(found(selected, '检查'));
    const { unit, state, heldOn } = inspection;
    permit(ctx, 'inspection.see', unit.id);
    if (!shownTo(ctx, inspection)) throw notFound('检查');
    const named = await inspectorsOf(db, ctx, [id]);
    const pieces = await readPieces(db, ctx, id);
    const evidenceAt = (item: number, problemId: number | null) =>
      pieces
        .filter((piece) => piece.item === item && piece.problemId === problemId)
        .map(({ item: _, problemId: __, ...piece }) => piece);
    const findings = await readFindings(db, ctx, id);
    const items = (await itemsOf(db, ctx.domainId, inspection.list.id)).map((each) => ({
      ...each,
      findings: findings
        .filter(({ finding }) => finding.item === each.item)
        .map(({ finding: { id, verdict, note, rectifyBy, recordedAt }, person }) => ({
          ...{ id, verdict, note, rectifyBy, person },
          recordedAt: recordedAt.toISOString(),
        })),
      evidence: evidenceAt(each.item, null),
    }));
    const events = await readEvents(db, ctx, id);
    const { actor } = ctx;
    const has = (action: Action): boolean => actor.kind === 'system' || may(actor, action, unit.id);
    const inspects = actor.kind === 'system' || named.some((each) => each.id === actor.id);
    const records = has('inspection.record') && inspects && state !== 'cancelled';
    const mayBe = (act: ProblemAct, action: Action, problem: { state: Parameters<typeof mayHappen>[1] }) =>
      mayHappen(act, problem.state) && has(action);
    return {
      inspection: {
        ...inspection,
        inspectors: named.map(({ id, name }) => ({ id, name })),
      },
      items,
      tally: tally(
        items.map(({ item, weight, findings }) => ({
          ...{ item, weight },
          verdict: findings.at(-1)?.verdict ?? null,
        })),
      ),
      problems: (await readProblems(db, ctx, id)).map((problem) => ({
        ...presentProblem(problem, today),
        events: events.filter(({ event }) => event.problemId === problem.id).map(presentEvent),
        evidence: evidenceAt(problem.item, problem.id),
        can: {
          report: mayBe('reported', 'inspection.rectify', problem),
          review: mayBe('accepted', 'inspection.record', problem) && inspects,
        },
      })),
      events: events.filter(({ event }) => event.problemId === null).map(presentEvent),
      suggestedRectifyBy: today.calendar.addWorkingDays(laterOf(heldOn, today.day), USUAL_WORKING_DAYS),
      can: {
        record: records,
        complete: records && state === 'planned',
        change: has('inspection.plan') && state !== 'cancelled',
        cancel: has('inspection.plan') && state === 'planned',
      },
    };
  });
}
