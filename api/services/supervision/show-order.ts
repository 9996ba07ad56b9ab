import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { files } from '../../../db/schema/assignments.ts';
import { supervisionEvents, supervisionEvidence, supervisionOrders } from '../../../db/schema/supervision.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { OrderEvidenceId, OrderId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { may } from '../../domain/permissions.ts';
import { mayHappen, type OrderAct } from '../../domain/supervision/decide.ts';
import type { Day } from '../../domain/time/day.ts';
import { found } from '../../errors.ts';
import { todayOf } from '../tasks/assignment-row.ts';
import { presentOrder, visible } from './list-orders.ts';
import { itemsOf } from './order-items.ts';
import { streetOf } from './order-state.ts';

const ofOrder = (ctx: Context, table: typeof supervisionEvents | typeof supervisionEvidence, id: OrderId) =>
  and(eq(table.domainId, ctx.domainId), eq(table.orderId, id));

/** What happened to an order, in the order of time, each with who did it and what was attached. */
async function readEvents(db: Database, ctx: Context, id: OrderId) {
  const rows = await db
    .select({ event: supervisionEvents, person: { name: people.name, role: people.role } })
    .from(supervisionEvents)
    .leftJoin(people, refersTo(supervisionEvents, 'personId', people))
    .where(ofOrder(ctx, supervisionEvents, id))
    .orderBy(asc(supervisionEvents.at), asc(supervisionEvents.id));
  const pieces = await db
    .select({
      id: supervisionEvidence.id,
      eventId: supervisionEvidence.eventId,
      name: supervisionEvidence.name,
      type: files.type,
      bytes: files.bytes,
    })
    .from(supervisionEvidence)
    .innerJoin(files, refersTo(supervisionEvidence, 'fileHash', files, 'hash'))
    .where(ofOrder(ctx, supervisionEvidence, id));
  return rows.map(({ event, person }) => ({
    id: event.id,
    at: event.at.toISOString(),
    kind: event.kind,
    person,
    channel: event.channel,
    note: event.note,
    untilOn: event.untilOn,
    evidence: pieces.filter(({ eventId }) => eventId === event.id).map(({ eventId: _, ...piece }) => piece),
  }));
}

/** Every act on an order, and the right that it needs. */
const RIGHTS = {
  edit: ['edited', 'order.serve'],
  serve: ['served', 'order.serve'],
  receive: ['received', 'order.answer'],
  attach: ['attached', 'order.answer'],
  answer: ['answered', 'order.answer'],
  return: ['returned', 'order.serve'],
  raise: ['raised', 'order.serve'],
  close: ['closed', 'order.serve'],
  withdraw: ['withdrawn', 'order.serve'],
} as const satisfies Record<string, readonly [OrderAct, 'order.serve' | 'order.answer']>;

/** So long a unit has to answer unless the committee says otherwise. */
const USUAL_WORKING_DAYS = 5;

/** One order with its history and what the viewer may do with it. Throws `notFound`, `forbidden` outside one's units. */
export async function showOrder(ctx: Context, id: OrderId) {
  const today = await todayOf(ctx);
  return ctx.read(async (db) => {
    const ofThis = and(eq(supervisionOrders.domainId, ctx.domainId), eq(supervisionOrders.id, id));
    const [known] = await db
      .select({ unitId: supervisionOrders.unitId })
      .from(supervisionOrders)
      .where(ofThis);
    const { unitId } = found(known, '督办单');
    permit(ctx, 'order.see', unitId);
    const [row] = await db
      .select({ row: supervisionOrders, unit: units.shortName })
      .from(supervisionOrders)
      .innerJoin(units, refersTo(supervisionOrders, 'unitId', units))
      .where(and(ofThis, visible(ctx)));
    const order = found(row, '督办单');
    const items = (await itemsOf(db, ctx.domainId, [id])).get(id) ?? [];
    const { actor } = ctx;
    const can = ([act, right]: (typeof RIGHTS)[keyof typeof RIGHTS]): boolean =>
      mayHappen(act, order.row.state) && (actor.kind === 'system' || may(actor, right, unitId));
    return {
      order: presentOrder(order, items, await streetOf({ db, domainId: ctx.domainId }), today),
      events: await readEvents(db, ctx, id),
      suggestedAnswerBy:
        (order.row.state === 'draft' ? (order.row.answerBy as Day | null) : null) ??
        today.calendar.addWorkingDays(today.day, USUAL_WORKING_DAYS),
      can: {
        edit: can(RIGHTS.edit),
        serve: can(RIGHTS.serve),
        receive: can(RIGHTS.receive),
        attach: can(RIGHTS.attach),
        answer: can(RIGHTS.answer),
        return: can(RIGHTS.return),
        raise: can(RIGHTS.raise),
        close: can(RIGHTS.close),
        withdraw: can(RIGHTS.withdraw),
      },
    };
  });
}

/** The bytes, type and name of a piece of evidence of an order. Throws `notFound`, `forbidden` outside one's units. */
export async function readOrderEvidence(ctx: Context, id: OrderEvidenceId) {
  const [row] = await ctx.read((db) =>
    db
      .select({
        name: supervisionEvidence.name,
        hash: files.hash,
        type: files.type,
        unitId: supervisionOrders.unitId,
      })
      .from(supervisionEvidence)
      .innerJoin(files, refersTo(supervisionEvidence, 'fileHash', files, 'hash'))
      .innerJoin(supervisionOrders, refersTo(supervisionEvidence, 'orderId', supervisionOrders))
      .where(and(eq(supervisionEvidence.domainId, ctx.domainId), eq(supervisionEvidence.id, id))),
  );
  const piece = found(row, '材料');
  permit(ctx, 'order.see', piece.unitId);
  return { name: piece.name, type: piece.type, bytes: await ctx.files.get(piece.hash) };
}
