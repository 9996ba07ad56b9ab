import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type { Measure } from '../../../db/vocabulary.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { buildAssignments } from '../assignments/build-assignments.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { reportProgress } from './report-progress.ts';
import { verifyAssignment } from './verify-assignment.ts';

const store = await openTestStore();

/** An assignment of the first village, due on 30 September. */
async function assignmentOf(of: World, measure: Measure, target: number) {
  const task = { code: '1.1-1', title: '开展宣讲', units: ['示例一村'], measure, target, due: '09-30' };
  const item = { code: '1.1', section: '一1', title: '宣讲', lead: ['示例一村'], support: [], tasks: [task] };
  await loadPlan(of.as('office'), {
    title: '示例方案',
    year: 2026,
    phases: [],
    departments: [],
    sections: [],
    items: [item],
  });
  await buildAssignments(of.as('office'));
  const now = async () => {
    const [row] = await store.db
      .select({
        id: assignments.id,
        state: assignments.state,
        percent: assignments.percent,
        count: assignments.count,
        version: assignments.version,
      })
      .from(assignments)
      .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
      .where(eq(assignments.domainId, of.domainId));
    if (row === undefined) throw new Error('no assignment was built');
    return row;
  };
  const { id: assignmentId } = await now();
  return { assignmentId, now };
}

test('a counted task goes forward by the count, is submitted with the whole target, and goes back with a return', async () => {
  const here = await world(store);
  const { assignmentId, now } = await assignmentOf(here, 'count', 2);
  const liaison = here.as('liaison', 'village');

  await reportProgress(liaison, { assignmentId, count: 1 });
  expect(await now()).toMatchObject({ state: 'active', count: 1, percent: 50 });

  here.clock.advance(1);
  await reportProgress(liaison, { assignmentId, count: 2 });
  const waiting = await now();
  expect(waiting).toMatchObject({ state: 'submitted', count: 2, percent: 100 });

  here.clock.advance(1);
  await verifyAssignment(here.as('office'), {
    assignmentId,
    version: waiting.version,
    decision: 'return',
    reason: '缺签到表',
  });
  expect(await now()).toMatchObject({ state: 'returned', percent: 50 });
});

test('what was said before something on record stands before it, and what was said at the same instant behind it', async () => {
  const here = await world(store);
  const { assignmentId, now } = await assignmentOf(here, 'percent', 100);
  const liaison = here.as('liaison', 'village');
  const before = here.clock();
  here.clock.advance(1);

  expect(await reportProgress(liaison, { assignmentId, percent: 60 })).toMatchObject({ state: 'active' });
  const late = liaison.as(liaison.actor, 'chat', () => before);
  expect(await reportProgress(late, { assignmentId, percent: 30 })).toMatchObject({ state: 'active' });
  expect(await now()).toMatchObject({ percent: 60, version: 3 });

  await reportProgress(liaison, { assignmentId, percent: 70 });
  expect(await now()).toMatchObject({ percent: 70, version: 4 });
});
