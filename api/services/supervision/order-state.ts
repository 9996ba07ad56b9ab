/** Reading a supervision order with its events under a lock, and writing what they add up to. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { supervisionEvents, supervisionOrders } from '../../../db/schema/supervision.ts';
import { units } from '../../../db/schema/units.ts';
import type { Day, Id, OrderId, UnitId } from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import { mayHappen, OBSTACLE_WORDS, type OrderAct } from '../../domain/supervision/decide.ts';
import { foldOrder, type OrderEvent } from '../../domain/supervision/fold.ts';
import { orderNumber } from '../../domain/supervision/words.ts';
import { found, Refusal } from '../../errors.ts';

export interface HeldOrder {
  row: typeof supervisionOrders.$inferSelect;
  unit: string;
  events: OrderEvent[];
}

/** Locks an order for this transaction. Throws `notFound`. */
export async function holdOrder(tx: Tx, orderId: OrderId): Promise<HeldOrder> {
  const ofOrder = and(eq(supervisionOrders.domainId, tx.domainId), eq(supervisionOrders.id, orderId));
  const [row] = await tx.db.select().from(supervisionOrders).where(ofOrder).for('update');
  const held = found(row, '督办单');
  const [unit] = await tx.db
    .select({ name: units.shortName })
    .from(units)
    .where(and(eq(units.domainId, tx.domainId), eq(units.id, held.unitId)));
  const events = await tx.db
    .select()
    .from(supervisionEvents)
    .where(and(eq(supervisionEvents.domainId, tx.domainId), eq(supervisionEvents.orderId, orderId)))
    .orderBy(asc(supervisionEvents.at), asc(supervisionEvents.id));
  return { row: held, unit: found(unit, '单位').name, events };
}

/** Throws `conflict` where this may not happen to the order as it stands. */
export function unlessOrder({ row }: HeldOrder, act: OrderAct): void {
  if (!mayHappen(act, row.state)) throw new Refusal('conflict', act, OBSTACLE_WORDS[act]);
}

/** Throws `conflict` where somebody else has changed the order since the caller looked. */
export function unchangedOrder({ row }: HeldOrder, version: number): void {
  if (row.version !== version) {
    throw new Refusal('conflict', 'changedSince', '别人刚刚改动了这份督办单，请刷新后再试');
  }
}

export interface NewOrderEvent {
  kind: OrderAct;
  note?: string | null;
  untilOn?: Day | null;
}

/** Adds an event to a held order and writes what they all add up to now. Gives the event's number. */
export async function addOrderEvent(
  tx: Tx,
  held: HeldOrder,
  { kind, note = null, untilOn = null }: NewOrderEvent,
  numbered: { year: number; number: number } | null = null,
): Promise<Id<'orderEvent'>> {
  const at = tx.clock();
  const [added] = await tx.db
    .insert(supervisionEvents)
    .values({
      ...{ domainId: tx.domainId, orderId: held.row.id, at, recordedAt: tx.wall(), kind, note, untilOn },
      personId: personOf(tx),
      channel: tx.channel,
    })
    .returning({ id: supervisionEvents.id });
  await tx.db
    .update(supervisionOrders)
    .set({
      ...foldOrder([...held.events, { at, kind, note, untilOn }]),
      ...(numbered ?? {}),
      version: sql`${supervisionOrders.version} + 1`,
    })
    .where(and(eq(supervisionOrders.domainId, tx.domainId), eq(supervisionOrders.id, held.row.id)));
  return found(added, '督办单').id;
}

/** The name of the sub-district, which stands in every number. */
export async function streetOf(tx: Pick<Tx, 'db' | 'domainId'>): Promise<string> {
  const [street] = await tx.db
    .select({ name: units.shortName })
    .from(units)
    .where(and(eq(units.domainId, tx.domainId), eq(units.id, tx.domainId as number as UnitId)));
  return found(street, '街道').name;
}

/** The number of a held order in words. Throws RangeError where it has none yet. */
export async function numberOf(tx: Tx, { year, number }: { year: number | null; number: number | null }) {
  if (year === null || number === null) throw new RangeError('the order has no number yet');
  return orderNumber(await streetOf(tx), year, number);
}
