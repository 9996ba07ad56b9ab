import { and, eq } from 'drizzle-orm';
import { items, itemUnits, tasks, taskUnits } from '../../../db/schema/plans.ts';
import type { Part, PlanId, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import type { UnitsNamed } from './unit-names.ts';

const idsOf = (names: readonly string[], unitsNamed: UnitsNamed): UnitId[] => [
  ...new Set(
    names.flatMap((name) => {
      const named = unitsNamed(name);
      return typeof named === 'string' ? [] : named;
    }),
  ),
];

/**
 * Gives each unit its part in a plan: the items it leads and supports, the tasks it is given, by the names that the
 * list has. Done again after a unit has been added, it adds what is the new unit's.
 */
export async function spreadPlan(tx: Tx, planId: PlanId, unitsNamed: UnitsNamed): Promise<void> {
  const { domainId } = tx;
  const itemRows = await tx.db
    .select()
    .from(items)
    .where(and(eq(items.domainId, domainId), eq(items.planId, planId)));
  const parts = itemRows.flatMap((item) => {
    const rows = (names: readonly string[], part: Part) =>
      idsOf(names, unitsNamed).map((unitId) => ({ domainId, itemId: item.id, unitId, part }));
    return [...rows(item.ledBy, 'lead'), ...rows(item.supportedBy, 'support')];
  });
  if (parts.length > 0) await tx.db.insert(itemUnits).values(parts).onConflictDoNothing();

  const taskRows = await tx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.domainId, domainId), eq(tasks.planId, planId)));
  const given = taskRows.flatMap((task) =>
    idsOf(task.givenTo, unitsNamed).map((unitId) => ({ domainId, taskId: task.id, unitId })),
  );
  if (given.length > 0) await tx.db.insert(taskUnits).values(given).onConflictDoNothing();
}
