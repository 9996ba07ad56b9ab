/** Inspections of the demo year (调度检查), through the product's own verbs, each at its own time. */
import { readFileSync } from 'node:fs';
import {
  ANSWERED_SO_FAR,
  CANCELLED_FOR,
  DEMO_INSPECTIONS,
  type DemoInspection,
  type DemoProblem,
} from '../../../db/demo/inspections.ts';
import type { CheckListId, InspectionId, ProblemId, UnitId, Verdict } from '../../../db/vocabulary.ts';
import type { Clock, Context, PersonActor } from '../../context.ts';
import { BUILTIN_CHECK_LISTS } from '../../domain/inspection/builtin-lists.ts';
import { type Day, day, startOf } from '../../domain/time/day.ts';
import { createCalendar } from '../../domain/time/working-days.ts';
import { found } from '../../errors.ts';
import { completeInspection } from '../inspections/complete-inspection.ts';
import { publishBuiltinCheckLists } from '../inspections/edit-check-list.ts';
import { attachToItem } from '../inspections/inspection-evidence.ts';
import { cancelInspection, planInspection } from '../inspections/plan-inspection.ts';
import { recordFindings } from '../inspections/record-findings.ts';
import { reportRectified, reviewProblem } from '../inspections/rectify-problem.ts';
import { showInspection } from '../inspections/show-inspection.ts';
import type { DemoPerson } from './demo-people.ts';

const calendar = createCalendar();
const INSPECTORS = ['考评员1号', '未保办工作人员1号'];
const PHOTO = new URL('../../../db/demo/evidence/ledger.png', import.meta.url);
const PLANNED_BEFORE = -5;

const at =
  (on: Day, hour: number): Clock =>
  () =>
    new Date(startOf(on).getTime() + hour * 3_600_000);

const actorOf = ({ id, name, role, unitId }: DemoPerson): PersonActor => ({
  ...{ kind: 'person', id, name, role, unitId },
  unitIds: new Set([unitId]),
});

interface Cast {
  contextAt: (clock: Clock) => Context;
  inspectors: readonly DemoPerson[];
  lead: PersonActor;
  liaisonOf: (unitId: UnitId) => PersonActor;
  lists: { village: CheckListId; department: CheckListId };
  unitIds: ReadonlyMap<string, UnitId>;
}

/** Fills in the first items of the sheet, or all of them. */
async function filledIn(cast: Cast, inspectionId: InspectionId, told: DemoInspection): Promise<void> {
  const on = day(told.on);
  const ctx = cast.contextAt(at(on, 8.75)).as(cast.lead, 'web');
  const all = BUILTIN_CHECK_LISTS[told.list].items.length;
  const length = told.state === 'underWay' ? ANSWERED_SO_FAR : all;
  const answers = Array.from({ length }, (_, n) => {
    const item = n + 1;
    const problem = told.problems.find((each) => each.item === item);
    const verdict: Verdict =
      problem !== undefined ? 'unmet' : told.notApplicable?.includes(item) ? 'notApplicable' : 'met';
    const wrong = problem && {
      note: problem.text,
      rectifyBy: calendar.addWorkingDays(on, problem.within),
    };
    return { item, verdict, replaces: null, ...wrong };
  });
  await recordFindings(ctx, { inspectionId, answers });
  if (told.photoOf === undefined) return;
  const photo = { name: '现场照片.png', bytes: readFileSync(PHOTO) };
  await attachToItem(ctx, { inspectionId, item: told.photoOf, ...photo });
}

/** What became of one problem: reported, sent back once where it was, accepted the working day after. */
async function putRight(
  cast: Cast,
  { problemId, liaison }: { problemId: ProblemId; liaison: PersonActor },
  { reported, returned }: DemoProblem,
): Promise<void> {
  if (reported === undefined) return;
  const { note } = reported;
  const by = (on: Day, hour: number, actor: PersonActor) => cast.contextAt(at(on, hour)).as(actor, 'web');
  let on = day(reported.on);
  // Each step is one more version of the problem, raised as its first.
  let version = 2;
  await reportRectified(by(on, 16, liaison), { problemId, note });
  if (returned !== undefined) {
    on = calendar.addWorkingDays(on, 1);
    const back = { problemId, version, decision: 'return', reason: returned } as const;
    await reviewProblem(by(on, 10, cast.lead), back);
    on = calendar.addWorkingDays(on, 2);
    await reportRectified(by(on, 16, liaison), { problemId, note });
    version += 2;
  }
  on = calendar.addWorkingDays(on, 1);
  await reviewProblem(by(on, 10, cast.lead), { problemId, version, decision: 'accept' });
}

async function livedThrough(cast: Cast, told: DemoInspection): Promise<void> {
  const heldOn = day(told.on);
  const planned = cast.contextAt(at(calendar.addWorkingDays(heldOn, PLANNED_BEFORE), 15));
  const unitId = found(cast.unitIds.get(told.unit), '单位');
  const inspectionId = await planInspection(planned.as(cast.lead, 'web'), {
    unitId,
    listId: cast.lists[told.list],
    heldOn,
    inspectors: cast.inspectors.map(({ id }) => id),
  });
  const then = (hour: number) => cast.contextAt(at(heldOn, hour)).as(cast.lead, 'web');
  if (told.state === 'cancelled') {
    await cancelInspection(then(8), { inspectionId, version: 1, reason: CANCELLED_FOR });
  }
  if (told.state === 'completed' || told.state === 'underWay') await filledIn(cast, inspectionId, told);
  if (told.state !== 'completed') return;
  await completeInspection(then(11), { inspectionId, version: 1, link: `/inspections/${inspectionId}` });
  if (told.problems.every(({ reported }) => reported === undefined)) return;
  const { problems } = await showInspection(then(11), inspectionId);
  const liaison = cast.liaisonOf(unitId);
  for (const problem of told.problems) {
    const raised = problems.find(({ item }) => item === problem.item);
    await putRight(cast, { problemId: found(raised, '问题').id, liaison }, problem);
  }
}

/** The check lists, and the inspections of the year so far with two that are yet to be finished. */
export async function addDemoInspections(
  contextAt: (clock: Clock) => Context,
  { people, unitIds }: { people: readonly DemoPerson[]; unitIds: ReadonlyMap<string, UnitId> },
  begins: Day,
): Promise<void> {
  const [village, department] = await publishBuiltinCheckLists(contextAt(at(begins, 9)));
  const inspectors = people.filter(({ name }) => INSPECTORS.includes(name));
  const cast: Cast = {
    contextAt,
    inspectors,
    unitIds,
    lead: actorOf(found(inspectors[0], '检查人员')),
    lists: { village: found(village, '检查清单'), department: found(department, '检查清单') },
    liaisonOf: (unitId) =>
      actorOf(
        found(
          people.find((person) => person.unitId === unitId && person.duty === 'liaison'),
          '联络员',
        ),
      ),
  };
  for (const told of DEMO_INSPECTIONS) await livedThrough(cast, told);
}
