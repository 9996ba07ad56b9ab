import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { supervisionOrderItems } from '../../../db/schema/supervision.ts';
import type { DomainId, OrderId } from '../../../db/vocabulary.ts';

/** What orders are about (督办事项), by order, in the order of their due days. */
export async function itemsOf(db: Database, domainId: DomainId, orderIds: readonly OrderId[]) {
  const rows =
    orderIds.length === 0
      ? []
      : await db
          .select({
            orderId: supervisionOrderItems.orderId,
            assignmentId: supervisionOrderItems.assignmentId,
            code: tasks.code,
            title: tasks.title,
            period: assignments.period,
            state: assignments.state,
            dueOn: supervisionOrderItems.dueOn,
            workingDaysLate: supervisionOrderItems.workingDaysLate,
          })
          .from(supervisionOrderItems)
          .innerJoin(assignments, refersTo(supervisionOrderItems, 'assignmentId', assignments))
          .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
          .where(
            and(
              eq(supervisionOrderItems.domainId, domainId),
              inArray(supervisionOrderItems.orderId, [...orderIds]),
            ),
          )
          .orderBy(asc(supervisionOrderItems.dueOn), asc(tasks.position));
  return new Map(orderIds.map((id) => [id, rows.filter(({ orderId }) => orderId === id)]));
}

export type ListedItem = NonNullable<ReturnType<Awaited<ReturnType<typeof itemsOf>>['get']>>[number];
