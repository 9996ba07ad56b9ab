/** Supervision orders of the demo year (督办单), through the product's own verbs, each at its own time. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { assignments } from '../../../db/schema/assignments.ts';
import { outbox } from '../../../db/schema/chat.ts';
import type { OrderId } from '../../../db/vocabulary.ts';
import type { Clock, Context, PersonActor } from '../../context.ts';
import { USUAL_DEMAND } from '../../domain/supervision/words.ts';
import { addDays, type Day, dayOf, startOf } from '../../domain/time/day.ts';
import { createCalendar } from '../../domain/time/working-days.ts';
import { found } from '../../errors.ts';
import { answerOrder, receiveOrder } from '../supervision/answer-order.ts';
import { decideOrder, serveOrder } from '../supervision/direct-order.ts';
import { draftOrders, type Late } from '../supervision/draft-orders.ts';
import { showOrder } from '../supervision/show-order.ts';
import type { DemoPerson } from './demo-people.ts';

const calendar = createCalendar();
/** Working days late when the order is drafted. */
const DRAFTED_AFTER = 7;
const TO_ANSWER = 5;
const GOING_ON = '已安排专人补齐材料，预计本周内完成报送。';
const ANSWER = '已逐项整改，材料已补齐，今后按期报送。';

type ContextAt = (clock: Clock) => Context;

/** An office hour of a day. */
const at =
  (day: Day, hour: number): Clock =>
  () =>
    new Date(startOf(day).getTime() + hour * 3_600_000);

const actorOf = ({ id, name, role, unitId }: DemoPerson): PersonActor => ({
  ...{ kind: 'person', id, name, role, unitId },
  unitIds: new Set([unitId]),
});

interface Chosen extends Late {
  /** The day that the unit submitted it after all; null where it has not. */
  submittedOn: Day | null;
}

/** Of each unit the assignment that was the latest by a long way, in the order of their due days. */
async function chosen(ctx: Context, until: Day): Promise<Chosen[]> {
  const rows = await ctx.read((db) =>
    db
      .selectDistinctOn([assignments.unitId], {
        unitId: assignments.unitId,
        assignmentId: assignments.id,
        dueOn: assignments.dueOn,
        submittedAt: assignments.submittedAt,
      })
      .from(assignments)
      .where(
        and(
          eq(assignments.domainId, ctx.domainId),
          isNull(assignments.lastDueOn),
          gt(
            sql`coalesce((${assignments.submittedAt} at time zone 'Asia/Shanghai')::date, ${until}::date)`,
            sql`${assignments.dueOn} + 13`,
          ),
        ),
      )
      .orderBy(assignments.unitId, asc(assignments.dueOn), asc(assignments.id)),
  );
  return rows
    .map(({ submittedAt, ...row }) => ({
      ...row,
      workingDaysLate: DRAFTED_AFTER,
      submittedOn: submittedAt === null ? null : dayOf(submittedAt),
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

interface Story extends Chosen {
  contextAt: ContextAt;
  committee: PersonActor;
  liaison: PersonActor;
}

const version = async (ctx: Context, orderId: OrderId) => (await showOrder(ctx, orderId)).order.version;

/** Drafts and serves the order, the second on the working day after. Gives its number and that day. */
async function served({ contextAt, committee, ...late }: Story): Promise<{ orderId: OrderId; on: Day }> {
  const drafted = calendar.addWorkingDays(late.dueOn, DRAFTED_AFTER);
  const [orderId] = await contextAt(at(drafted, 8.5)).transaction((tx) => draftOrders(tx, [late]));
  const id = found(orderId, '督办单');
  const on = calendar.addWorkingDays(drafted, 1);
  const ctx = contextAt(at(on, 10)).as(committee, 'web');
  await serveOrder(ctx, {
    ...{ orderId: id, version: await version(ctx, id), demand: USUAL_DEMAND },
    answerBy: calendar.addWorkingDays(on, TO_ANSWER),
    link: '/orders',
  });
  return { orderId: id, on };
}

async function decided(
  { contextAt, committee }: Story,
  orderId: OrderId,
  said: { clock: Clock; decision: 'close' | 'raise' },
): Promise<void> {
  const ctx = contextAt(said.clock).as(committee, 'web');
  await decideOrder(ctx, { orderId, version: await version(ctx, orderId), decision: said.decision });
}

/** What became of an order whose unit has not put things right: raised to the bulletin, answered late, or nothing. */
const UNFINISHED = ['raised', 'answered', 'silent'] as const;

/** The unit signs for it the same afternoon; it answers and the order is closed, or it does not. */
async function livedThrough(story: Story, until: Date, unfinished: number): Promise<void> {
  const { contextAt, liaison, submittedOn } = story;
  const { orderId, on } = await served(story);
  await receiveOrder(contextAt(at(on, 15)).as(liaison, 'chat'), orderId);
  const answers = (clock: Clock, note: string) =>
    answerOrder(contextAt(clock).as(liaison, 'web'), { orderId, note });
  if (submittedOn === null) {
    const end = UNFINISHED[unfinished % UNFINISHED.length];
    const late = calendar.addWorkingDays(on, 2 * TO_ANSWER);
    if (end === 'raised') await decided(story, orderId, { clock: at(late, 11), decision: 'raise' });
    const lately = calendar.addWorkingDays(dayOf(until), -1);
    if (end === 'answered') await answers(at(lately, 16), GOING_ON);
    return;
  }
  const answered = calendar.addWorkingDays(submittedOn < on ? on : submittedOn, 1);
  const closed = calendar.addWorkingDays(answered, 1);
  if (at(closed, 11)() >= until) return;
  await answers(at(answered, 16), ANSWER);
  await decided(story, orderId, { clock: at(closed, 11), decision: 'close' });
}

/** One draft of the day before waits for the committee. */
async function draftLately(contextAt: ContextAt, late: readonly Chosen[], today: Day): Promise<void> {
  const waiting = late.find(({ submittedOn }) => submittedOn === null);
  const drafted = calendar.addWorkingDays(today, -1);
  if (waiting === undefined) throw new Error('the demo has nothing to draft an order of');
  const workingDaysLate = calendar.workingDaysBetween(waiting.dueOn, drafted);
  await contextAt(at(drafted, 8.5)).transaction((tx) => draftOrders(tx, [{ ...waiting, workingDaysLate }]));
}

/** So many orders are enough to see every state of their life. */
const MOST = 6;

/** Orders of the year so far, and what was said of them in the rooms, as having been said. */
export async function addDemoOrders(
  contextAt: ContextAt,
  people: readonly DemoPerson[],
  until: Date,
): Promise<void> {
  const committee = found(
    people.find(({ role }) => role === 'committee'),
    '考评员',
  );
  const now = contextAt(() => until);
  const late = await chosen(now, dayOf(until));
  const inTime = late.filter(
    ({ dueOn }) => addDays(calendar.addWorkingDays(dueOn, DRAFTED_AFTER + 1), 1) < dayOf(until),
  );
  let unfinished = 0;
  for (const each of inTime.slice(0, MOST)) {
    const liaison = people.find(({ unitId, duty }) => unitId === each.unitId && duty === 'liaison');
    if (liaison === undefined) continue;
    const story = { ...each, contextAt, committee: actorOf(committee), liaison: actorOf(liaison) };
    await livedThrough(story, until, each.submittedOn === null ? unfinished++ : 0);
  }
  await draftLately(contextAt, inTime.slice(MOST), dayOf(until));
  await now.transaction((tx) =>
    tx.db
      .update(outbox)
      .set({ state: 'sent', sentAt: sql`${outbox.queuedAt}` })
      .where(and(eq(outbox.domainId, tx.domainId), eq(outbox.state, 'queued'))),
  );
}
