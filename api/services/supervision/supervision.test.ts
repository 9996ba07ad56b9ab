import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contacts, outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { supervisionEvents, supervisionOrders } from '../../../db/schema/supervision.ts';
import type { OrderId, UnitId } from '../../../db/vocabulary.ts';
import { unzipEntry, zipEntries } from '../../documents/zip.ts';
import { day } from '../../domain/time/day.ts';
import { createCalendar } from '../../domain/time/working-days.ts';
import { PNG } from '../../testing/files.ts';
import { assignmentOf, giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, type WorldUnit, world } from '../../testing/world.ts';
import { gatherFacts } from '../bulletins/gather-facts.ts';
import { supervisionMeasures } from '../measures/supervision-measures.ts';
import { runReminders } from '../reminders/run-reminders.ts';
import { answerOrder, attachToOrder, receiveOrder, receiveOrders } from './answer-order.ts';
import { decideOrder, editOrder, serveOrder } from './direct-order.ts';
import { draftOrders } from './draft-orders.ts';
import { listOrders } from './list-orders.ts';
import { orderDocument } from './order-document.ts';
import { remindOfOrders } from './remind-orders.ts';
import { showOrder } from './show-order.ts';
import { orderChoices, startOrder } from './start-order.ts';

const store = await openTestStore();
const links = {
  toTasks: () => 'http://localhost/tasks',
  toOrders: () => 'http://localhost/orders',
  toTask: () => '',
};
const answerBy = day('2026-07-16');

/** A world in July whose first village has a room. */
async function withRoom(): Promise<World> {
  const w = await world(store, { now: '2026-07-09T08:30:00+08:00' });
  await giveSmallPlan(w);
  const { domainId } = w;
  const [room] = await store.db
    .insert(rooms)
    .values({ domainId, gateway: 'simulator', externalId: 'r1', topic: '示例一村工作群', boundAt: w.clock() })
    .returning();
  if (room === undefined) throw new Error('no room');
  await store.db.insert(roomUnits).values({ domainId, roomId: room.id, unitId: w.unit.village });
  await store.db.insert(contacts).values({
    ...{ domainId, gateway: 'simulator', externalId: 'c1', name: 'c1', personId: w.person('committee').id },
    boundAt: w.clock(),
  });
  return w;
}

async function drafted(w: World, of: WorldUnit = 'village', code = '2.1-3'): Promise<OrderId> {
  const assignmentId = await assignmentOf(w, {
    unit: of,
    code,
    period: code === '2.1-3' ? '2026-06' : '2026',
  });
  const late = { unitId: w.unit[of], assignmentId, dueOn: day('2026-06-30'), workingDaysLate: 7 };
  await w.system.transaction((tx) => draftOrders(tx, [late]));
  const [draft] = await listOrders(w.as('committee'), { unit: w.unit[of], state: 'draft' });
  if (draft === undefined) throw new Error('nothing was drafted');
  return draft.id;
}

const versionOf = async (w: World, orderId: OrderId) =>
  (await showOrder(w.as('committee'), orderId)).order.version;

async function serve(w: World, orderId: OrderId): Promise<void> {
  const version = await versionOf(w, orderId);
  const link = 'http://localhost/orders';
  await serveOrder(w.as('committee'), { orderId, version, demand: '请整改', answerBy, link });
}

const said = async (w: World): Promise<string[]> =>
  (
    await store.db
      .select({ text: outbox.text })
      .from(outbox)
      .where(and(eq(outbox.domainId, w.domainId)))
      .orderBy(asc(outbox.id))
  ).map(({ text }) => text);

test('the seventh working day drafts one order for each unit, and a rerun none', async () => {
  const w = await withRoom();
  const run = () => runReminders(w.system, { at: w.clock(), kind: 'full', links });
  expect(await run()).toMatchObject({ orders: 3 });
  expect(await run()).toMatchObject({ orders: 0 });
  const drafts = await listOrders(w.as('committee'), {});
  expect(drafts.map(({ unit, items }) => [unit.name, items.map(({ code }) => code)])).toEqual(
    expect.arrayContaining([
      ['示例一村', ['2.1-1', '2.1-3']],
      ['司法所', ['3.3-1']],
    ]),
  );
  expect((await said(w)).filter((text) => text.startsWith('【督办单】'))).toEqual([
    '【督办单】已起草3份督办单，请核实后下发：http://localhost/orders',
  ]);
  // A draft is the committee's own affair until it is served.
  expect(await listOrders(w.as('liaison'), {})).toEqual([]);
});

test('an order is served with a number, signed for, answered with evidence, returned, answered again and closed', async () => {
  const w = await withRoom();
  const orderId = await drafted(w);
  const committee = w.as('committee');
  await editOrder(committee, { orderId, version: await versionOf(w, orderId), demand: '请三日内整改' });
  await expect(orderDocument(committee, orderId)).rejects.toMatchObject({ kind: 'conflict' });
  await serve(w, orderId);
  expect((await said(w)).at(-1)).toBe(
    `【督办单】示例街道督办单〔2026〕1号
示例一村：下列1项任务逾期未办结，请于7月16日前整改并回复。
◆2.1-3 动态更新台账｜6月30日到期，逾期7个工作日
要求：请整改
查看和回复：http://localhost/orders
回复“收到”即为签收。`,
  );
  const unit = w.as('liaison');
  await receiveOrder(unit, orderId);
  await attachToOrder(unit, { orderId, name: '台账.png', bytes: PNG });
  await answerOrder(unit, { orderId, note: '台账已更新，联系人 13800138000' });
  const answered = await showOrder(committee, orderId);
  expect(answered.order).toMatchObject({ state: 'answered', number: '示例街道督办单〔2026〕1号' });
  expect(answered.events.map(({ kind }) => kind)).toEqual([
    'drafted',
    'edited',
    'served',
    'received',
    'attached',
    'answered',
  ]);
  expect(answered.events.at(-1)?.note).not.toContain('13800138000');
  expect(answered.can).toMatchObject({ close: true, return: true, serve: false, answer: false });
  const looked = async () => ({ orderId, version: await versionOf(w, orderId) });
  const again = { note: '缺签字页', answerBy: day('2026-07-20') };
  await decideOrder(committee, { ...(await looked()), decision: 'return', ...again });
  expect((await said(w)).at(-1)).toContain('缺签字页');
  await answerOrder(unit, { orderId, note: '已补签字页' });
  await decideOrder(committee, { ...(await looked()), decision: 'close' });
  expect((await showOrder(unit, orderId)).order).toMatchObject({ state: 'closed', answerBy: '2026-07-20' });
  const withdraw = { ...(await looked()), decision: 'withdraw', note: '错发' } as const;
  await expect(decideOrder(committee, withdraw)).rejects.toMatchObject({ kind: 'conflict' });
});

test('numbers of a year have no gap however many serve at once, and a withdrawn order keeps its own', async () => {
  const w = await withRoom();
  const orders = [
    await drafted(w),
    await drafted(w, 'otherVillage'),
    await drafted(w, 'otherDepartment', '3.3-1'),
  ];
  await Promise.all(orders.map((id) => serve(w, id)));
  const numbers = async () =>
    (
      await store.db
        .select({ number: supervisionOrders.number })
        .from(supervisionOrders)
        .where(eq(supervisionOrders.domainId, w.domainId))
    )
      .map(({ number }) => number)
      .toSorted();
  expect(await numbers()).toEqual([1, 2, 3]);
  const [orderId] = orders;
  if (orderId === undefined) throw new Error('no order');
  const version = await versionOf(w, orderId);
  await decideOrder(w.as('committee'), { orderId, version, decision: 'withdraw', note: '材料已报' });
  expect(await numbers()).toEqual([1, 2, 3]);
  // What the withdrawn order was about may be asked for again, under the next number.
  await serve(w, await drafted(w));
  expect(await numbers()).toEqual([1, 2, 3, 4]);
});

test('two who serve the same draft: the second is told', async () => {
  const w = await withRoom();
  const orderId = await drafted(w);
  const both = await Promise.allSettled([serve(w, orderId), serve(w, orderId)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('收到 in the room signs for the order; another unit sees nothing of it', async () => {
  const w = await withRoom();
  const orderId = await drafted(w);
  await serve(w, orderId);
  expect(await receiveOrders(w.as('liaison', 'village', 'chat'), w.unit.village)).toBe(1);
  expect(await receiveOrders(w.as('liaison', 'village', 'chat'), w.unit.village)).toBe(0);
  const { events } = await showOrder(w.as('liaison'), orderId);
  expect(events.at(-1)).toMatchObject({ kind: 'received', channel: 'chat' });
  await expect(showOrder(w.as('liaison', 'otherVillage'), orderId)).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(receiveOrder(w.as('liaison', 'otherVillage'), orderId)).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('an answer that does not come is shown and recalled on its days, each once', async () => {
  const w = await withRoom();
  const orderId = await drafted(w);
  await serve(w, orderId);
  const recalled: string[] = [];
  for (let date = 9; date <= 31; date++) {
    const on = `2026-07-${String(date).padStart(2, '0')}`;
    w.clock.set(`${on}T08:30:00+08:00`);
    const once = () => w.system.transaction((tx) => remindOfOrders(tx, createCalendar(), day(on)));
    if ((await once()) > 0) recalled.push(on);
    expect(await once()).toBe(0);
  }
  // Due on Thursday 16; one and three working days late on 17 and 21, eight on Tuesday 28.
  expect(recalled).toEqual(['2026-07-15', '2026-07-16', '2026-07-17', '2026-07-21', '2026-07-28']);
  expect((await showOrder(w.as('leader'), orderId)).order).toMatchObject({
    overdue: true,
    workingDaysLate: 11,
  });
});

test('the printed order says its number, what it is about, what is asked and until when', async () => {
  const w = await withRoom();
  const orderId = await drafted(w);
  await serve(w, orderId);
  const { name, bytes } = await orderDocument(w.as('liaison'), orderId);
  expect(name).toBe('示例街道督办单〔2026〕1号（示例一村）.docx');
  const entry = zipEntries(bytes).find((each) => each.name === 'word/document.xml');
  const xml = entry === undefined ? '' : `${await unzipEntry(bytes, entry)}`;
  const words = xml.replaceAll(/<[^>]+>/g, '');
  for (const part of [
    '示例街道督办单〔2026〕1号',
    '2.1-3 动态更新台账（6月）',
    '请整改',
    '2026年7月16日前',
  ]) {
    expect(words).toContain(part);
  }
});

test('history is not rewritten', async () => {
  const w = await withRoom();
  await serve(w, await drafted(w));
  await expect(
    store.db.delete(supervisionEvents).where(eq(supervisionEvents.domainId, w.domainId)),
  ).rejects.toThrow();
});

test('被督办次数 as of any instant is what the trail says, told again in plain words', async () => {
  const w = await withRoom();
  const codes = ['2.1-1', '2.1-3'] as const;
  const deeds = fc.array(
    fc.record({
      of: fc.constantFrom('village', 'otherVillage'),
      code: fc.constantFrom(...codes),
      withdrawn: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 600 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(deeds, fc.double({ min: 0, max: 1, noNaN: true }), async (list, part) => {
      const begun = w.clock().getTime();
      for (const { of, code, withdrawn, minutes } of list) {
        w.clock.advance(minutes);
        const open = await listOrders(w.as('committee'), { unit: w.unit[of], state: 'open' });
        if (open.length > 0) continue;
        const orderId = await drafted(w, of, code);
        const version = await versionOf(w, orderId);
        const link = '';
        const late = day('2027-06-30');
        await serveOrder(w.as('committee'), { orderId, version, demand: '请整改', answerBy: late, link });
        if (!withdrawn) {
          await answerOrder(w.as('liaison', of), { orderId, note: '已整改' });
        }
        w.clock.advance(1);
        const next = { orderId, version: await versionOf(w, orderId) };
        if (withdrawn) await decideOrder(w.as('committee'), { ...next, decision: 'withdraw', note: '错发' });
        else await decideOrder(w.as('committee'), { ...next, decision: 'close' });
      }
      const asOf = new Date(begun + part * (w.clock().getTime() - begun));
      const rows = await store.db
        .select({ event: supervisionEvents, unitId: supervisionOrders.unitId })
        .from(supervisionEvents)
        .innerJoin(supervisionOrders, eq(supervisionOrders.id, supervisionEvents.orderId))
        .where(eq(supervisionEvents.domainId, w.domainId));
      const known = rows.filter(({ event }) => event.at <= asOf);
      const happened = (kind: string) => known.filter(({ event }) => event.kind === kind);
      const taken = new Set(happened('withdrawn').map(({ event }) => event.orderId));
      const expected = new Map<UnitId, number>();
      for (const { event, unitId } of happened('served')) {
        if (!taken.has(event.orderId)) expected.set(unitId, (expected.get(unitId) ?? 0) + 1);
      }
      const question = { domainId: w.domainId, year: 2026, asOf };
      const found = (await supervisionMeasures.collect(store.db, question))['supervision.count'] ?? [];
      expect(new Map(found.map((each) => [each.unitId, 'count' in each ? each.count : -1]))).toEqual(
        expected,
      );
      for (const [unitId, count] of expected) {
        const behind = await supervisionMeasures.behind(store.db, question, unitId, 'supervision.count');
        expect(behind).toHaveLength(count);
      }
    }),
    { numRuns: 12 },
  );
});

test('the committee starts an order by hand, on overdue tasks or a subject of its own, and the bulletin names what was raised', async () => {
  const w = await withRoom();
  const committee = w.as('committee');
  const unitId = w.unit.village;
  const matter = { unitId, subject: '校园周边哨点值守', reason: '经抽查，哨点未按要求值守。', answerBy };
  await expect(startOrder(w.as('office'), { ...matter, assignmentIds: [] })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(startOrder(committee, { ...matter, subject: ' ', assignmentIds: [] })).rejects.toMatchObject({
    kind: 'invalid',
  });
  const free = (await orderChoices(committee, unitId)).map(({ assignmentId }) => assignmentId);
  expect(free.length).toBeGreaterThan(0);
  const onTasks = await startOrder(committee, { ...matter, subject: '', assignmentIds: free });
  expect(await orderChoices(committee, unitId)).toEqual([]);
  await expect(startOrder(committee, { ...matter, assignmentIds: free })).rejects.toMatchObject({
    kind: 'invalid',
  });
  const orderId = await startOrder(committee, { ...matter, assignmentIds: [] });
  // What the reminders draft stands by itself.
  expect(await drafted(w, 'otherVillage')).not.toBe(orderId);
  expect((await showOrder(committee, onTasks)).order.items).toHaveLength(free.length);
  const shown = await showOrder(committee, orderId);
  expect(shown.suggestedAnswerBy).toBe(answerBy);
  await serve(w, orderId);
  expect((await said(w)).at(-1)).toContain('现就“校园周边哨点值守”予以督办');
  expect((await orderDocument(committee, orderId)).bytes.length).toBeGreaterThan(1000);
  w.clock.set('2026-07-20T09:00:00+08:00');
  await decideOrder(committee, {
    ...{ orderId, version: await versionOf(w, orderId), decision: 'raise', note: '逾期未回复' },
  });
  w.clock.set('2026-08-01T09:00:00+08:00');
  const scope = { kind: 'monthly', period: '2026-07', chapter: '' } as const;
  const { orders } = await w.system.transaction((tx) => gatherFacts(tx, scope, null));
  expect(orders).toEqual([
    {
      ...{ number: '〔2026〕1号', unit: shown.order.unit.name, subject: '校园周边哨点值守' },
      ...{ served: true, answered: false, raised: true },
    },
  ]);
});
