/** What the committee does with supervision orders (督办单): edit, serve, close, return, raise, withdraw. */
import { and, eq, max, sql } from 'drizzle-orm';
import { supervisionOrders } from '../../../db/schema/supervision.ts';
import type { Day, OrderId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import {
  endedText,
  orderNumber,
  raisedText,
  returnedText,
  servedText,
} from '../../domain/supervision/words.ts';
import { dayOf, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { itemsOf } from './order-items.ts';
import {
  addOrderEvent,
  type HeldOrder,
  holdOrder,
  numberOf,
  streetOf,
  unchangedOrder,
  unlessOrder,
} from './order-state.ts';
import { tellUnit } from './tell-unit.ts';

/** An order as the committee looked at it. */
export interface Looked {
  orderId: OrderId;
  version: number;
}

const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', 'invalid', message, [{ path, message }]);

async function held(tx: Tx, { orderId, version }: Looked): Promise<HeldOrder> {
  const order = await holdOrder(tx, orderId);
  permit(tx, 'order.serve', order.row.unitId);
  unchangedOrder(order, version);
  return order;
}

/** Says anew what a draft asks for (整改要求). Throws `forbidden`, `notFound`, and `conflict` where it is served. */
export async function editOrder(
  ctx: Context,
  { demand, ...looked }: Looked & { demand: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const order = await held(tx, looked);
    unlessOrder(order, 'edited');
    await addOrderEvent(tx, order, { kind: 'edited', note: demand });
    await recordAudit(tx, 'order.edit', `order:${looked.orderId}`);
  });
}

/** The next number of a year. Whoever serves at the same time waits, so that there is no gap and none twice. */
async function nextNumber(tx: Tx, year: number): Promise<number> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${tx.domainId}, hashtext('supervision_orders'))`);
  const [last] = await tx.db
    .select({ number: max(supervisionOrders.number) })
    .from(supervisionOrders)
    .where(and(eq(supervisionOrders.domainId, tx.domainId), eq(supervisionOrders.year, year)));
  return (last?.number ?? 0) + 1;
}

export interface Serving extends Looked {
  demand: string;
  answerBy: Day;
  /** Where the order is to be read and answered. */
  link: string;
}

/**
 * Serves an order (下发): it gets the next number of its year and a day to answer by, and the unit's room is told.
 * Throws `forbidden`, `notFound`, `invalid` for a day that is past, and `conflict` where it is served already.
 */
export async function serveOrder(
  ctx: Context,
  { demand, answerBy, link, ...looked }: Serving,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const order = await held(tx, looked);
    unlessOrder(order, 'served');
    const today = dayOf(tx.clock());
    if (answerBy <= today) throw invalid('answerBy', '回复期限要晚于今天');
    const { year } = partsOf(today);
    const number = await nextNumber(tx, year);
    await addOrderEvent(tx, order, { kind: 'served', note: demand, untilOn: answerBy }, { year, number });
    const { id, unitId } = order.row;
    const items = (await itemsOf(tx.db, tx.domainId, [id])).get(id) ?? [];
    const told = { unit: order.unit, number: orderNumber(await streetOf(tx), year, number) };
    await tellUnit(
      tx,
      unitId,
      `order-served:${id}`,
      servedText({ ...told, answerBy, items, subject: order.row.subject, demand, link }),
    );
    await recordAudit(tx, 'order.serve', `order:${id}`, { year, number });
  });
}

export type Decision = Looked &
  (
    | { decision: 'close' | 'raise'; note?: string | undefined }
    | { decision: 'withdraw'; note: string }
    | { decision: 'return'; note: string; answerBy: Day }
  );

const KINDS = { close: 'closed', return: 'returned', raise: 'raised', withdraw: 'withdrawn' } as const;

/**
 * Decides on an order: its answer is accepted (办结) or returned with a reason and a new day (退回), the order goes into
 * the next bulletin (通报), or is withdrawn and keeps its number (撤回). The unit's room is told, unless the order was
 * never served. Throws `forbidden`, `notFound`, `invalid`, and `conflict` where it may not be.
 */
export async function decideOrder(ctx: Context, said: Decision): Promise<void> {
  const kind = KINDS[said.decision];
  await ctx.transaction(async (tx) => {
    const order = await held(tx, said);
    unlessOrder(order, kind);
    const { row } = order;
    if (said.decision === 'return' && said.answerBy <= dayOf(tx.clock())) {
      throw invalid('answerBy', '回复期限要晚于今天');
    }
    const untilOn = said.decision === 'return' ? said.answerBy : null;
    const eventId = await addOrderEvent(tx, order, { kind, note: said.note ?? null, untilOn });
    if (row.number !== null) {
      const number = await numberOf(tx, row);
      await tellUnit(tx, row.unitId, `order-${kind}:${eventId}`, toldOf(said, number));
    }
    await recordAudit(tx, `order.${said.decision}`, `order:${row.id}`);
  });
}

function toldOf(said: Decision, number: string): string {
  switch (said.decision) {
    case 'return':
      return returnedText(number, said.note, said.answerBy);
    case 'raise':
      return raisedText(number);
    case 'close':
      return endedText(number, 'closed');
    case 'withdraw':
      return endedText(number, 'withdrawn');
  }
}
