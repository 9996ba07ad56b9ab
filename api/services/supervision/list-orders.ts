import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { supervisionOrders } from '../../../db/schema/supervision.ts';
import { units } from '../../../db/schema/units.ts';
import type { OrderState, UnitId } from '../../../db/vocabulary.ts';
import { type Context, reach } from '../../context.ts';
import { mayHappen } from '../../domain/supervision/decide.ts';
import { orderNumber } from '../../domain/supervision/words.ts';
import type { Day } from '../../domain/time/day.ts';
import { workingDaysLate } from '../../domain/time/working-days.ts';
import { type Today, todayOf } from '../tasks/assignment-row.ts';
import { itemsOf, type ListedItem } from './order-items.ts';
import { streetOf } from './order-state.ts';

export interface OrderFilter {
  unit?: UnitId | undefined;
  /** `open` is every state but closed and withdrawn. */
  state?: OrderState | 'open' | undefined;
}

const MOST = 200;

const inState = (state: OrderFilter['state']): SQL | undefined => {
  if (state === undefined) return undefined;
  return state === 'open' ? isNull(supervisionOrders.endedAt) : eq(supervisionOrders.state, state);
};

/** Whom an order concerns: a unit those served on it, everyone else all of them. */
export function visible(ctx: Context): SQL | undefined {
  const own = reach(ctx, 'order.see') === 'own' && ctx.actor.kind === 'person';
  return and(
    eq(supervisionOrders.domainId, ctx.domainId),
    own && ctx.actor.kind === 'person'
      ? and(inArray(supervisionOrders.unitId, [...ctx.actor.unitIds]), isNotNull(supervisionOrders.number))
      : undefined,
  );
}

type Row = typeof supervisionOrders.$inferSelect;

/** Working days that the answer is late, counted to today; 0 where none is waited for or it is in time. */
const lateOf = ({ state, answerBy }: Pick<Row, 'state' | 'answerBy'>, { day, calendar }: Today): number =>
  answerBy !== null && mayHappen('answered', state) ? workingDaysLate(calendar, answerBy, day) : 0;

/** An order as lists show it. */
export const presentOrder = (
  { row, unit }: { row: Row; unit: string },
  items: readonly ListedItem[],
  street: string,
  today: Today,
) => ({
  id: row.id,
  unit: { id: row.unitId, name: unit },
  state: row.state,
  number: row.year === null || row.number === null ? null : orderNumber(street, row.year, row.number),
  subject: row.subject,
  reason: row.reason,
  demand: row.demand,
  answerBy: row.answerBy as Day | null,
  /** The day to answer by has passed and there is no answer; the first working day after it may be yet to come. */
  overdue: row.answerBy !== null && mayHappen('answered', row.state) && today.day > row.answerBy,
  workingDaysLate: lateOf(row, today),
  draftedAt: row.draftedAt.toISOString(),
  servedAt: row.servedAt?.toISOString() ?? null,
  receivedAt: row.receivedAt?.toISOString() ?? null,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  raisedAt: row.raisedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  version: row.version,
  items: items.map(({ orderId: _, ...item }) => item),
});

export type OrderRow = ReturnType<typeof presentOrder>;

/** Orders that wait for somebody come first: drafts for the committee, then those to be answered by the earliest day. */
const URGENCY = sql`${supervisionOrders.endedAt} is not null, ${supervisionOrders.state} <> 'draft',
  ${supervisionOrders.answerBy}`;

/** Supervision orders (督办单), the urgent first, 200 at most. A liaison sees those served on the own units only. */
export async function listOrders(ctx: Context, filter: OrderFilter): Promise<OrderRow[]> {
  const today = await todayOf(ctx);
  return ctx.read(async (db) => {
    const rows = await db
      .select({ row: supervisionOrders, unit: units.shortName })
      .from(supervisionOrders)
      .innerJoin(units, refersTo(supervisionOrders, 'unitId', units))
      .where(
        and(
          visible(ctx),
          inState(filter.state),
          filter.unit === undefined ? undefined : eq(supervisionOrders.unitId, filter.unit),
        ),
      )
      .orderBy(URGENCY, desc(supervisionOrders.id))
      .limit(MOST);
    const street = await streetOf({ db, domainId: ctx.domainId });
    const items = await itemsOf(
      db,
      ctx.domainId,
      rows.map(({ row }) => row.id),
    );
    return rows.map((each) => presentOrder(each, items.get(each.row.id) ?? [], street, today));
  });
}
