import { assignments } from '../../db/schema/assignments.ts';
import { items, plans, tasks } from '../../db/schema/plans.ts';
import type { AssignmentId, ItemId, PlanId, TaskId } from '../../db/vocabulary.ts';
import { day } from '../domain/time/day.ts';
import type { World, WorldUnit } from './world.ts';

/** The one row that an insert gives back. */
function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was inserted');
  return row;
}

export interface TestTask {
  planId: PlanId;
  itemId: ItemId;
  taskId: TaskId;
}

/** Adds a confirmed plan of one item with one milestone, due on 30 June. */
export async function addTask({ store, domainId, clock, person }: World): Promise<TestTask> {
  const { db } = store;
  const now = clock();
  const plan = only(
    await db
      .insert(plans)
      .values({
        domainId,
        title: '示例工作方案',
        year: 2026,
        state: 'confirmed',
        createdAt: now,
        confirmedAt: now,
        confirmedBy: person('office').id,
      })
      .returning({ id: plans.id }),
  );
  const item = only(
    await db
      .insert(items)
      .values({
        domainId,
        planId: plan.id,
        code: '2.1',
        section: '四(二)1',
        chapter: '四(二)',
        title: '示例事项',
        ledBy: [],
        supportedBy: [],
        position: 1,
      })
      .returning({ id: items.id }),
  );
  const task = only(
    await db
      .insert(tasks)
      .values({
        domainId,
        planId: plan.id,
        itemId: item.id,
        code: '2.1-3',
        title: '更新台账',
        measure: 'milestone',
        dueOn: day('2026-06-30'),
        givenTo: [],
        position: 1,
      })
      .returning({ id: tasks.id }),
  );
  return { planId: plan.id, itemId: item.id, taskId: task.id };
}

/** Gives a task to a unit of the world. */
export async function assign(
  { store, domainId, clock, unit }: World,
  { taskId }: TestTask,
  to: WorldUnit,
): Promise<AssignmentId> {
  const rows = await store.db
    .insert(assignments)
    .values({
      domainId,
      taskId,
      unitId: unit[to],
      period: '2026',
      opensOn: day('2026-01-01'),
      firstDueOn: day('2026-06-30'),
      dueOn: day('2026-06-30'),
      createdAt: clock(),
    })
    .returning({ id: assignments.id });
  return only(rows).id;
}
