import { and, asc, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reminders } from '../../../db/schema/assignments.ts';
import { contacts, outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import type { PersonId } from '../../../db/vocabulary.ts';
import { day } from '../../domain/time/day.ts';
import { assignmentOf, giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { acknowledgeReminders } from '../chat/acknowledge-reminders.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { verifyAssignment } from '../progress/verify-assignment.ts';
import { showAssignment } from '../tasks/show-assignment.ts';
import { planReminders, type RunKind } from './plan-reminders.ts';
import { runReminders } from './run-reminders.ts';

const store = await openTestStore();
const links = {
  toTasks: () => 'http://127.0.0.1:3000/tasks',
  toOrders: () => 'http://127.0.0.1:3000/orders',
  toTask: () => 'http://127.0.0.1:3000/m/token',
};

/** A world whose two villages share a room, with their liaisons in it. */
async function withRoom(): Promise<World> {
  const w = await world(store, { now: '2026-06-01T08:00:00+08:00' });
  await giveSmallPlan(w);
  const { domainId } = w;
  const [room] = await store.db
    .insert(rooms)
    .values({ domainId, gateway: 'simulator', externalId: 'r1', topic: '示例工作群', boundAt: w.clock() })
    .returning();
  if (room === undefined) throw new Error('no room');
  const villages = [w.unit.village, w.unit.otherVillage];
  await store.db.insert(roomUnits).values(villages.map((unitId) => ({ domainId, roomId: room.id, unitId })));
  const liaison = (of: 'village' | 'otherVillage'): PersonId => w.person('liaison', of).id;
  await store.db.insert(contacts).values(
    (['village', 'otherVillage'] as const).map((of) => ({
      domainId,
      gateway: 'simulator' as const,
      externalId: of,
      name: of,
      personId: liaison(of),
      boundAt: w.clock(),
    })),
  );
  return w;
}

function run(w: World, at: string, kind: 'full' | 'light' = 'full') {
  w.clock.set(at);
  return runReminders(w.system, { at: new Date(at), kind, links });
}

const said = (w: World) =>
  store.db
    .select({ text: outbox.text, mentions: outbox.mentions })
    .from(outbox)
    .where(and(eq(outbox.domainId, w.domainId), isNotNull(outbox.roomId)))
    .orderBy(asc(outbox.id));

/** The stage of a village's ledger of June in a run of that day. */
async function stageOn(w: World, day: string, kind: RunKind = 'full'): Promise<string | undefined> {
  const at = new Date(`${day}T${kind === 'full' ? '08:30' : '16:30'}:00+08:00`);
  const id = await assignmentOf(w, { code: '2.1-3', period: '2026-06' });
  const planned = await w.system.transaction((tx) => planReminders(tx.db, tx, { at, kind }));
  return planned.find((reminder) => reminder.assignmentId === id)?.said.step.step;
}

test('an assignment due on 30 June climbs by working days, with silent days between', async () => {
  const w = await withRoom();
  const days = [
    // 19 June, Dragon Boat Festival, is a day of rest.
    ['2026-06-17', undefined],
    ['2026-06-18', 'soon-7'],
    ['2026-06-19', undefined],
    ['2026-06-22', undefined],
    ['2026-06-25', 'soon-3'],
    ['2026-06-26', undefined],
    ['2026-06-27', undefined],
    ['2026-06-29', 'soon-1'],
    ['2026-06-30', 'today'],
    ['2026-07-01', 'overdue+1'],
    ['2026-07-02', undefined],
    ['2026-07-03', 'escalated+3'],
    ['2026-07-06', undefined],
    ['2026-07-09', 'order+7'],
    ['2026-07-10', undefined],
    ['2026-07-16', 'order+12'],
  ] as const;
  for (const [day, step] of days) expect(await stageOn(w, day), day).toBe(step);
});

test('a room gets one message a run with all its units, and a rerun says nothing more', async () => {
  const w = await withRoom();
  const first = await run(w, '2026-06-29T08:30:00+08:00');
  expect(first.reminders).toBeGreaterThanOrEqual(4);
  expect(await run(w, '2026-06-29T08:30:00+08:00')).toEqual({ reminders: 0, messages: 0, orders: 0 });
  const messages = await said(w);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toContain('2.1-3 动态更新台账');
  expect(messages[0]?.text).toContain('示例一村');
  expect(messages[0]?.text).toContain('示例二村');
  expect(messages[0]?.mentions).toHaveLength(2);
});

test('two processes that run at once say each step once', async () => {
  const w = await withRoom();
  const at = '2026-06-29T08:30:00+08:00';
  const both = await Promise.all([run(w, at), run(w, at)]);
  const sum = both[0].reminders + both[1].reminders;
  const alone = await withRoom();
  expect(sum).toBe((await run(alone, at)).reminders);
  expect(await said(w)).toHaveLength(1);
});

test('a submission that waits is silent; returned, it starts again at the stage of that day', async () => {
  const w = await withRoom();
  const id = await assignmentOf(w, { code: '2.1-3', period: '2026-06' });
  w.clock.set('2026-06-29T10:00:00+08:00');
  await reportProgress(w.as('liaison'), { assignmentId: id, done: true });
  expect(await stageOn(w, '2026-06-30')).toBeUndefined();
  expect(await stageOn(w, '2026-07-03')).toBeUndefined();
  w.clock.set('2026-07-03T15:00:00+08:00');
  const { version } = (await showAssignment(w.as('office'), id)).assignment;
  await verifyAssignment(w.as('office'), {
    assignmentId: id,
    version,
    decision: 'return',
    reason: '缺签字页',
  });
  expect(await stageOn(w, '2026-07-06')).toBe('escalated+3');
  expect((await said(w)).at(-1)?.text).toContain('缺签字页');
});

test('收到 silences the stage, not the next', async () => {
  const w = await withRoom();
  await run(w, '2026-06-25T08:30:00+08:00');
  w.clock.set('2026-06-25T09:00:00+08:00');
  expect(await acknowledgeReminders(w.as('liaison'), w.unit.village)).toBeGreaterThan(0);
  expect(await stageOn(w, '2026-06-29')).toBeUndefined();
  expect(await stageOn(w, '2026-06-30')).toBe('today');
});

test('the afternoon run says only what is overdue and was not said in the morning', async () => {
  const w = await withRoom();
  expect(await stageOn(w, '2026-06-29', 'light')).toBeUndefined();
  expect(await stageOn(w, '2026-07-01', 'light')).toBe('overdue+1');
  await run(w, '2026-07-01T08:30:00+08:00');
  expect(await stageOn(w, '2026-07-01', 'light')).toBeUndefined();
});

test('on a day of rest nothing is said', async () => {
  const w = await withRoom();
  expect(await run(w, '2026-10-01T08:30:00+08:00')).toEqual({ reminders: 0, messages: 0, orders: 0 });
});

test('what was reminded of is there and stays: the database refuses a key of nothing, and to take an assignment away', async () => {
  const w = await withRoom();
  const id = await assignmentOf(w, { code: '2.1-3', period: '2026-06' });
  const { domainId } = w;
  const key = {
    domainId,
    assignmentId: id,
    dueOn: day('2026-06-30'),
    step: 'today',
    stage: 'today' as const,
    sentAt: w.clock(),
  };
  await expect(
    store.db.insert(reminders).values([key, { ...key, assignmentId: (id + 1_000_000) as typeof id }]),
  ).rejects.toMatchObject({ cause: { code: '23503' } });
  await store.db.insert(reminders).values(key);
  for (const statement of [sql`delete from assignments`, sql`update assignments set id = id + 1`]) {
    await expect(store.db.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('referred to') },
    });
  }
});

test('what a room had no push left for is said the next morning, as it stands then, and to nobody twice', async () => {
  const w = await withRoom();
  // All that came before has been told.
  await run(w, '2026-06-30T08:30:00+08:00');
  const ofRoom = and(eq(outbox.domainId, w.domainId), isNotNull(outbox.roomId));
  await store.db.update(outbox).set({ state: 'sent', sentAt: w.clock() }).where(ofRoom);
  const first = await run(w, '2026-07-01T16:30:00+08:00', 'light');
  expect(first.reminders).toBeGreaterThan(0);
  // The third push of that day goes stale at midnight; what was said in private was said.
  await store.db
    .update(outbox)
    .set({ state: 'expired' })
    .where(and(ofRoom, eq(outbox.state, 'queued')));
  const id = await assignmentOf(w, { code: '2.1-3', period: '2026-06' });
  const step = () =>
    store.db
      .select({ step: reminders.step, sentAt: reminders.sentAt })
      .from(reminders)
      .where(and(eq(reminders.domainId, w.domainId), eq(reminders.assignmentId, id)))
      .orderBy(desc(reminders.sentAt))
      .limit(1);
  await run(w, '2026-07-02T08:30:00+08:00');
  const morning = w.clock();
  expect(await step()).toEqual([{ step: 'overdue+1', sentAt: morning }]);
  const queued = await store.db
    .select({ roomId: outbox.roomId, text: outbox.text })
    .from(outbox)
    .where(and(eq(outbox.domainId, w.domainId), gte(outbox.queuedAt, morning)));
  const room = queued.filter(({ roomId }) => roomId !== null);
  expect(room.map(({ text }) => text)).toEqual([expect.stringContaining('7月2日')]);
  // Nothing of the ledger of June in private again.
  expect(queued.filter(({ roomId, text }) => roomId === null && text.includes('6月30日'))).toEqual([]);
  await store.db.update(outbox).set({ state: 'sent', sentAt: w.clock() }).where(ofRoom);
  await run(w, '2026-07-02T16:30:00+08:00');
  expect(await step()).toEqual([{ step: 'overdue+1', sentAt: morning }]);
});
