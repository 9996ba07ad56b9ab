/** A plan of four tasks for a test's world, with the assignments of its year so far. */
import { and, eq } from 'drizzle-orm';
import { refersTo } from '../../db/refers-to.ts';
import { assignments } from '../../db/schema/assignments.ts';
import { tasks } from '../../db/schema/plans.ts';
import type { AssignmentId } from '../../db/vocabulary.ts';
import type { PlanFile } from '../domain/plan/plan-file.ts';
import { buildAssignments } from '../services/assignments/build-assignments.ts';
import { loadPlan } from '../services/plan/load-plan.ts';
import type { World, WorldUnit } from './world.ts';

const PLAN: PlanFile = {
  title: '示例工作方案',
  year: 2026,
  phases: [{ name: '机制建立', from: '01-01', to: '06-30' }],
  sections: [{ number: '四(二)', title: '监测预警机制' }],
  departments: ['公共服务办', '司法所'],
  items: [
    {
      code: '2.1',
      section: '四(二)1',
      title: '四级联动摸排',
      lead: ['公共服务办'],
      support: ['@villages'],
      tasks: [
        {
          code: '2.1-1',
          title: '建立电子台账',
          units: ['@villages'],
          measure: 'percent',
          target: 100,
          due: '06-30',
        },
        {
          code: '2.1-3',
          title: '动态更新台账',
          units: ['@villages'],
          measure: 'milestone',
          every: { months: 1 },
        },
        {
          code: '2.4-3',
          title: '橙色等级每周走访',
          units: ['@villages'],
          measure: 'percent',
          target: 100,
          every: { weeks: 1 },
        },
      ],
    },
    {
      code: '3.3',
      section: '四(三)3',
      title: '受害人特殊保护',
      lead: ['司法所'],
      support: [],
      tasks: [
        { code: '3.3-1', title: '组建工作专班', units: ['司法所'], measure: 'milestone', due: '06-30' },
      ],
    },
  ],
};

/** Loads the plan, and builds its assignments as the job would have on 2 January and since. */
export async function giveSmallPlan(world: World): Promise<void> {
  const now = world.clock();
  world.clock.set('2026-01-02T00:10:00+08:00');
  await loadPlan(world.system, PLAN, { synonyms: { '2.1-3': ['台账更新'] } });
  await buildAssignments(world.system);
  world.clock.set(now.toISOString());
  await buildAssignments(world.system);
}

/** The number of the assignment of a task that a unit has for a period. */
export async function assignmentOf(
  world: World,
  of: { unit?: WorldUnit; code: string; period: string },
): Promise<AssignmentId> {
  const { unit = 'village', code, period } = of;
  const [row] = await world.store.db
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .where(
      and(
        eq(assignments.domainId, world.domainId),
        eq(assignments.unitId, world.unit[unit]),
        eq(tasks.code, code),
        eq(assignments.period, period),
      ),
    );
  if (row === undefined) throw new Error(`no assignment of ${code} for ${period}`);
  return row.id;
}
