/** What a unit does with a supervision order (督办单) served on it: sign for it, attach evidence, answer. */
import { and, eq } from 'drizzle-orm';
import { supervisionEvidence, supervisionOrders } from '../../../db/schema/supervision.ts';
import type { OrderId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { found } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { keepFile } from '../files/keep-file.ts';
import { addOrderEvent, holdOrder, unlessOrder } from './order-state.ts';

/** Signs for an order (签收). Throws `forbidden`, `notFound`, and `conflict` where it does not wait for that. */
export async function receiveOrder(ctx: Context, orderId: OrderId): Promise<void> {
  await ctx.transaction(async (tx) => {
    const order = await holdOrder(tx, orderId);
    permit(tx, 'order.answer', order.row.unitId);
    unlessOrder(order, 'received');
    await addOrderEvent(tx, order, { kind: 'received' });
    await recordAudit(tx, 'order.receive', `order:${orderId}`);
  });
}

/** Signs for every order of a unit that waits for it: 收到 or 签收 in the unit's room. Gives how many. */
export async function receiveOrders(ctx: Context, unitId: UnitId): Promise<number> {
  permit(ctx, 'order.answer', unitId);
  return ctx.transaction(async (tx) => {
    const waiting = await tx.db
      .select({ id: supervisionOrders.id })
      .from(supervisionOrders)
      .where(
        and(
          eq(supervisionOrders.domainId, tx.domainId),
          eq(supervisionOrders.unitId, unitId),
          eq(supervisionOrders.state, 'served'),
        ),
      );
    for (const { id } of waiting) await receiveOrder(tx, id);
    return waiting.length;
  });
}

/** Answers an order (回复整改情况). Throws `forbidden`, `notFound`, and `conflict` where no answer is waited for. */
export async function answerOrder(ctx: Context, { orderId, note }: { orderId: OrderId; note: string }) {
  await ctx.transaction(async (tx) => {
    const order = await holdOrder(tx, orderId);
    permit(tx, 'order.answer', order.row.unitId);
    unlessOrder(order, 'answered');
    await addOrderEvent(tx, order, { kind: 'answered', note: maskPersonalData(note).text });
    await recordAudit(tx, 'order.answer', `order:${orderId}`);
  });
}

export interface OrderUpload {
  orderId: OrderId;
  name: string;
  bytes: Uint8Array;
}

/**
 * Attaches a file to an order as evidence (整改材料); the same file twice is attached once, and nothing is kept of one
 * who may not. Throws `forbidden`, `notFound`, `tooLarge`, `invalid` (the kind of file) and `conflict`.
 */
export async function attachToOrder(ctx: Context, { orderId, name, bytes }: OrderUpload): Promise<void> {
  const [row] = await ctx.read((db) =>
    db
      .select({ unitId: supervisionOrders.unitId })
      .from(supervisionOrders)
      .where(and(eq(supervisionOrders.domainId, ctx.domainId), eq(supervisionOrders.id, orderId))),
  );
  permit(ctx, 'order.answer', found(row, '督办单').unitId);
  const { hash: fileHash } = await keepFile(ctx, bytes);
  await ctx.transaction(async (tx) => {
    const order = await holdOrder(tx, orderId);
    unlessOrder(order, 'attached');
    const shown = name.trim().slice(0, 200) || '材料';
    const of = { domainId: tx.domainId, orderId, fileHash };
    const [twice] = await tx.db
      .select({ id: supervisionEvidence.id })
      .from(supervisionEvidence)
      .where(
        and(
          eq(supervisionEvidence.domainId, tx.domainId),
          eq(supervisionEvidence.orderId, orderId),
          eq(supervisionEvidence.fileHash, fileHash),
        ),
      );
    if (twice !== undefined) return;
    const eventId = await addOrderEvent(tx, order, { kind: 'attached', note: shown });
    await tx.db.insert(supervisionEvidence).values({ ...of, eventId, name: shown });
    await recordAudit(tx, 'order.attach', `order:${orderId}`);
  });
}
