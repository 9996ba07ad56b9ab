/** Starting a supervision order by hand (发起督办): what it can be about, and the draft. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import {
  supervisionEvents,
  supervisionOrderItems,
  supervisionOrders,
} from '../../../db/schema/supervision.ts';
import { units } from '../../../db/schema/units.ts';
import type { AssignmentId, Day, OrderId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { lightBounds, lightOf } from '../../domain/assignment/light.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { USUAL_DEMAND } from '../../domain/supervision/words.ts';
import { workingDaysLate } from '../../domain/time/working-days.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { todayOf } from '../tasks/assignment-row.ts';
import { takeTurn, unanswered } from './draft-orders.ts';

const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', 'invalid', message, [{ path, message }]);

/** The unit's overdue assignments of which no order is under way, by due day. */
async function choices(tx: Pick<Tx, 'db' | 'domainId'>, ctx: Context, unitId: UnitId) {
  const { day, calendar } = await todayOf(ctx);
  const bounds = lightBounds(day, calendar);
  const rows = await tx.db
    .select({
      assignmentId: assignments.id,
      code: tasks.code,
      title: tasks.title,
      period: assignments.period,
      state: assignments.state,
      dueOn: assignments.dueOn,
      lastDueOn: assignments.lastDueOn,
    })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .where(
      and(
        eq(assignments.domainId, tx.domainId),
        eq(assignments.unitId, unitId),
        isNull(assignments.withdrawnAt),
        isNull(assignments.closedAt),
      ),
    )
    .orderBy(asc(assignments.dueOn), asc(tasks.position));
  const late = rows.filter((row) => lightOf(row, bounds) === 'red');
  return (await unanswered(tx, late)).map(({ state: _, lastDueOn: __, ...row }) => ({
    ...row,
    workingDaysLate: workingDaysLate(calendar, row.dueOn, day),
  }));
}

/** What an order on a unit can be about: its overdue assignments of which none is under way. Throws `forbidden`. */
export async function orderChoices(ctx: Context, unitId: UnitId) {
  permit(ctx, 'order.serve', unitId);
  return ctx.read((db) =>
    choices({ db, domainId: ctx.domainId }, { ...ctx, read: (use) => use(db) }, unitId),
  );
}

export interface OrderStart {
  unitId: UnitId;
  assignmentIds: readonly AssignmentId[];
  /** What it is about where that is no assignment; empty where it is about assignments alone. */
  subject: string;
  reason: string;
  answerBy: Day;
}

/**
 * Starts a supervision order by hand (发起督办) on overdue assignments, on a subject of its own, or both: a draft that is
 * served like any other. Throws `forbidden`, `notFound` for a unit that is not there, and `invalid`.
 */
export async function startOrder(ctx: Context, start: OrderStart): Promise<OrderId> {
  const { unitId, answerBy } = start;
  permit(ctx, 'order.serve', unitId);
  const subject = maskPersonalData(start.subject.trim()).text;
  const reason = maskPersonalData(start.reason.trim()).text;
  const wanted = new Set(start.assignmentIds);
  if (reason === '') throw invalid('reason', '请写明督办缘由');
  if (subject === '' && wanted.size === 0) throw invalid('subject', '请选择任务，或写明督办事项');
  return ctx.transaction(async (tx) => {
    await takeTurn(tx);
    const { domainId } = tx;
    const [unit] = await tx.db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.domainId, domainId), eq(units.id, unitId), isNull(units.retiredAt)));
    found(unit, '单位');
    if (answerBy <= (await todayOf(tx)).day) throw invalid('answerBy', '回复期限要晚于今天');
    const items = (await choices(tx, tx, unitId)).filter(({ assignmentId }) => wanted.has(assignmentId));
    if (items.length < wanted.size) throw invalid('assignmentIds', '所选任务已不逾期，或已有督办单在办');
    const [added] = await tx.db
      .insert(supervisionOrders)
      .values({
        ...{ domainId, unitId, reason, answerBy, demand: USUAL_DEMAND, draftedAt: tx.clock() },
        subject: subject === '' ? null : subject,
      })
      .returning({ id: supervisionOrders.id });
    const { id: orderId } = found(added, '督办单');
    await tx.db.insert(supervisionEvents).values({
      ...{ domainId, orderId, at: tx.clock(), recordedAt: tx.wall(), kind: 'drafted', note: USUAL_DEMAND },
      ...{ untilOn: answerBy, personId: personOf(tx), channel: tx.channel },
    });
    if (items.length > 0) {
      await tx.db.insert(supervisionOrderItems).values(
        items.map((item) => ({
          ...{ domainId, orderId, assignmentId: item.assignmentId },
          ...{ dueOn: item.dueOn, workingDaysLate: item.workingDaysLate },
        })),
      );
    }
    await recordAudit(tx, 'order.start', `order:${orderId}`, { items: items.length });
    return orderId;
  });
}
