import { and, eq, isNull, sql } from 'drizzle-orm';
import { anyOf } from '../../../db/any-of.ts';
import { refersTo } from '../../../db/refers-to.ts';
import {
  supervisionEvents,
  supervisionOrderItems,
  supervisionOrders,
} from '../../../db/schema/supervision.ts';
import type { AssignmentId, Day, OrderId, UnitId } from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import { USUAL_DEMAND } from '../../domain/supervision/words.ts';
import { found } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** An assignment so late that its unit is to answer for it. */
export interface Late {
  unitId: UnitId;
  assignmentId: AssignmentId;
  dueOn: Day;
  workingDaysLate: number;
}

/** Whoever drafts in the same sub-district waits, so that two drafts are not about the same. */
export const takeTurn = (tx: Tx): Promise<unknown> =>
  tx.db.execute(sql`select pg_advisory_xact_lock(${tx.domainId}, hashtext('supervision_orders'))`);

/** Those that no order which has not ended is about: nobody answers twice for the same. */
export async function unanswered<T extends Pick<Late, 'assignmentId'>>(
  tx: Pick<Tx, 'db' | 'domainId'>,
  late: readonly T[],
): Promise<T[]> {
  const asked = await tx.db
    .select({ id: supervisionOrderItems.assignmentId })
    .from(supervisionOrderItems)
    .innerJoin(supervisionOrders, refersTo(supervisionOrderItems, 'orderId', supervisionOrders))
    .where(
      and(
        eq(supervisionOrderItems.domainId, tx.domainId),
        anyOf(
          supervisionOrderItems.assignmentId,
          late.map(({ assignmentId }) => assignmentId),
        ),
        isNull(supervisionOrders.endedAt),
      ),
    );
  const ids = new Set(asked.map(({ id }) => id));
  return late.filter(({ assignmentId }) => !ids.has(assignmentId));
}

/** The unit's draft, where it has one that is not served yet; else a new one. */
async function draftOf(tx: Tx, unitId: UnitId): Promise<{ id: OrderId; fresh: boolean }> {
  const { domainId } = tx;
  const [kept] = await tx.db
    .select({ id: supervisionOrders.id })
    .from(supervisionOrders)
    .where(
      and(
        eq(supervisionOrders.domainId, domainId),
        eq(supervisionOrders.unitId, unitId),
        eq(supervisionOrders.state, 'draft'),
        // One that the committee has started by hand is about what it said.
        isNull(supervisionOrders.reason),
      ),
    )
    .for('update');
  if (kept !== undefined) return { id: kept.id, fresh: false };
  const [added] = await tx.db
    .insert(supervisionOrders)
    .values({ domainId, unitId, demand: USUAL_DEMAND, draftedAt: tx.clock() })
    .returning({ id: supervisionOrders.id });
  const { id } = found(added, '督办单');
  await tx.db.insert(supervisionEvents).values({
    ...{ domainId, orderId: id, at: tx.clock(), recordedAt: tx.wall(), kind: 'drafted', note: USUAL_DEMAND },
    personId: personOf(tx),
    channel: tx.channel,
  });
  return { id, fresh: true };
}

/**
 * Drafts supervision orders (起草督办单) for the committee, one for each unit: what is late joins the unit's draft where
 * it has one, and nothing is drafted of which an order is under way. Gives the numbers of the drafts that are new.
 */
export async function draftOrders(tx: Tx, late: readonly Late[]): Promise<OrderId[]> {
  if (late.length === 0) return [];
  await takeTurn(tx);
  const fresh: OrderId[] = [];
  const open = await unanswered(tx, late);
  for (const unitId of new Set(open.map((each) => each.unitId))) {
    const draft = await draftOf(tx, unitId);
    if (draft.fresh) fresh.push(draft.id);
    const items = open.filter((each) => each.unitId === unitId);
    await tx.db.insert(supervisionOrderItems).values(
      items.map(({ assignmentId, dueOn, workingDaysLate }) => ({
        ...{ domainId: tx.domainId, orderId: draft.id, assignmentId, dueOn, workingDaysLate },
      })),
    );
    await tx.db
      .update(supervisionOrders)
      .set({ version: sql`${supervisionOrders.version} + 1` })
      .where(and(eq(supervisionOrders.domainId, tx.domainId), eq(supervisionOrders.id, draft.id)));
    await recordAudit(tx, 'order.draft', `order:${draft.id}`, { items: items.length });
  }
  return fresh;
}
