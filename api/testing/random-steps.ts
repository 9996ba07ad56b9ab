/** Random histories of assignments, lived through the verbs themselves. */
import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { assignments } from '../../db/schema/assignments.ts';
import type { AssignmentId } from '../../db/vocabulary.ts';
import { addDays } from '../domain/time/day.ts';
import { Refusal } from '../errors.ts';
import { askExtension, decideExtension } from '../services/progress/extension.ts';
import { reportProgress } from '../services/progress/report-progress.ts';
import { undoReport } from '../services/progress/undo-report.ts';
import { verifyAssignment } from '../services/progress/verify-assignment.ts';
import { showAssignment } from '../services/tasks/show-assignment.ts';
import type { World } from './world.ts';

/** One thing that somebody does with an assignment (办理动作), sooner or later, perhaps told late. */
export const aStep = fc.record({
  wait: fc.integer({ min: 0, max: 12 }),
  which: fc.integer({ min: 0, max: 200 }),
  /** Days by which it is written down later than it was said. */
  late: fc.constantFrom(0, 0, 1, 20),
  what: fc.constantFrom('report', 'submit', 'verify', 'return', 'undo', 'ask', 'grant'),
});
export type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

async function act(w: World, { which, late, what }: Step, ids: readonly AssignmentId[]): Promise<void> {
  const assignmentId = ids[which % ids.length];
  if (assignmentId === undefined) return;
  const said = new Date(w.clock().getTime() - late * 86_400_000);
  const office = w.as('office').as(w.person('office'), 'chat', () => said);
  const { assignment, can } = await showAssignment(office, assignmentId);
  const { version, dueOn } = assignment;
  switch (what) {
    case 'report':
      return void (await reportProgress(office, { assignmentId, percent: 50 }));
    case 'submit':
      return void (await reportProgress(office, { assignmentId, done: true }));
    case 'verify':
      return verifyAssignment(office, { assignmentId, version, decision: 'verify' });
    case 'return':
      return verifyAssignment(office, { assignmentId, version, decision: 'return', reason: '请补充' });
    case 'undo':
      return can.undo === null ? undefined : undoReport(office, { assignmentId, recordId: can.undo });
    case 'ask':
      return void (await askExtension(office, { assignmentId, until: addDays(dueOn, 9), reason: '缓一缓' }));
    case 'grant':
      return decideExtension(office, { assignmentId, version, granted: true });
  }
}

/** Every assignment of the sub-district, the first due first. */
export async function assignmentsOf(w: World): Promise<AssignmentId[]> {
  const rows = await w.store.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.domainId, w.domainId))
    .orderBy(asc(assignments.dueOn), asc(assignments.id));
  return rows.map(({ id }) => id);
}

/** Does one step as somebody would; what may not be done then is refused, and the history goes on. */
export const doStep = (w: World, step: Step, ids: readonly AssignmentId[]): Promise<void> =>
  act(w, step, ids).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
