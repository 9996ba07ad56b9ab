import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hearChat } from '../api/services/chat/hear-chat.ts';
import { markHandled } from '../api/services/chat/settle-message.ts';
import type { Incoming } from '../api/services/chat/store-message.ts';
import { giveSmallPlan } from '../api/testing/small-plan.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { type World, world } from '../api/testing/world.ts';
import { assignments, progressRecords } from '../db/schema/assignments.ts';
import { contacts, inbox, outbox } from '../db/schema/chat.ts';
import { createBot } from './bot.ts';
import type { Heard } from './gateways/gateway.ts';
import { createInbox, type Handling } from './inbox.ts';
import { createBareGateway } from './testing/bare-gateway.ts';

const store = await openTestStore();

const heard = (w: World, externalId: string, text: string, minutesAgo = 0): Heard => ({
  externalId,
  sentAt: new Date(w.clock().getTime() - minutesAgo * 60_000),
  contact: { externalId: `liaison-${w.domainId}`, name: '一村联络员' },
  room: null,
  text,
  mentioned: false,
  file: null,
});
const incoming = (w: World, externalId: string, text: string): Incoming => ({
  ...heard(w, externalId, text),
  gateway: 'wechaty',
});
const rowsOf = (w: World) =>
  w.store.db
    .select({ text: inbox.text, state: inbox.state, attempts: inbox.attempts, error: inbox.error })
    .from(inbox)
    .where(eq(inbox.domainId, w.domainId))
    .orderBy(asc(inbox.id));

/** An inbox whose handling the test writes; everything else is the real thing. */
function inboxOf(w: World, handling: Partial<Handling>) {
  const made = createInbox(w.system, {
    handle: (tx, { id }) => markHandled(tx, id, { intent: 'none' }),
    giveUp: () => Promise.resolve(),
    handled: () => undefined,
    ...handling,
  });
  onTestFinished(() => made.stop());
  return made;
}

describe('the inbox', () => {
  test('handles messages in the order they came, each once, though delivered twice', async () => {
    const w = await world(store);
    const order: string[] = [];
    const made = inboxOf(w, {
      handle: async (tx, { id, text }) => {
        order.push(text);
        await markHandled(tx, id, { intent: 'none' });
      },
    });
    for (const id of ['1', '2', '1', '3', '2']) await made.receive(incoming(w, id, id));
    await made.idle();
    expect(order).toEqual(['1', '2', '3']);
  });

  test('takes up again what was left, in order, when it is woken', async () => {
    const w = await world(store);
    const left = createInbox(w.system, {
      handle: () => Promise.reject(new Error('never called')),
      giveUp: () => Promise.resolve(),
      handled: () => undefined,
    });
    await left.stop();
    for (const id of ['1', '2', '3']) await left.receive(incoming(w, id, id));
    const order: string[] = [];
    const made = inboxOf(w, {
      handle: async (tx, { id, text }) => {
        order.push(text);
        await markHandled(tx, id, { intent: 'none' });
      },
    });
    made.wake();
    await made.idle();
    expect(order).toEqual(['1', '2', '3']);
  });

  test('sets a message aside after three tries, undoes all it began, and goes on with the rest', async () => {
    const w = await world(store);
    const givenUp: string[] = [];
    const made = inboxOf(w, {
      handle: async (tx, { id, text }) => {
        await markHandled(tx, id, { intent: 'none' });
        if (text === '毒') throw new Error('cannot be handled');
      },
      giveUp: async (_, { text }) => {
        givenUp.push(text);
      },
    });
    for (const text of ['好', '毒', '也好']) await made.receive(incoming(w, text, text));
    await made.idle();
    expect(await rowsOf(w)).toEqual([
      { text: '好', state: 'handled', attempts: 0, error: null },
      { text: '毒', state: 'failed', attempts: 3, error: 'cannot be handled' },
      { text: '也好', state: 'handled', attempts: 0, error: null },
    ]);
    expect(givenUp).toEqual(['毒']);
  });

  test('two processes handle each message once between them', async () => {
    const w = await world(store);
    const handled: string[] = [];
    const handle: Handling['handle'] = async (tx, { id, text }) => {
      handled.push(text);
      await markHandled(tx, id, { intent: 'none' });
    };
    const [one, two] = [inboxOf(w, { handle }), inboxOf(w, { handle })];
    const texts = Array.from({ length: 20 }, (_, n) => `${n}`);
    await Promise.all(texts.map((text, n) => (n % 2 ? one : two).receive(incoming(w, text, text))));
    await Promise.all([one.idle(), two.idle()]);
    expect(handled.sort()).toEqual(texts.sort());
  });
});

/** A bot over a bare gateway, with the liaison of the first village known on it. */
async function openBot(now?: string) {
  const w = await world(store, now === undefined ? {} : { now });
  await giveSmallPlan(w);
  const { domainId } = w;
  await w.store.db.insert(contacts).values({
    domainId,
    gateway: 'wechaty',
    externalId: `liaison-${domainId}`,
    name: '一村联络员',
    personId: w.person('liaison', 'village').id,
  });
  const gateway = createBareGateway();
  const bot = createBot({
    ctx: w.system,
    gateways: [gateway],
    listen: (woken) => hearChat(w.store, domainId, woken),
  });
  await bot.start();
  return { w, gateway, bot };
}

const REPORTS = [
  '2.1-1 30%',
  '2.1-1 60%',
  '2.1-3 已完成',
  '2.4-3 50%',
  '2.1-1 80%',
  '收到',
  '大家辛苦了',
  '2.4-3 70%',
] as const;

async function stateOf(w: World) {
  const standing = await w.store.db
    .select({ period: assignments.period, state: assignments.state, percent: assignments.percent })
    .from(assignments)
    .where(eq(assignments.domainId, w.domainId))
    .orderBy(asc(assignments.taskId), asc(assignments.period), asc(assignments.unitId));
  const records = await w.store.db
    .select({ at: progressRecords.at, kind: progressRecords.kind, percent: progressRecords.percent })
    .from(progressRecords)
    .where(eq(progressRecords.domainId, w.domainId))
    .orderBy(asc(progressRecords.at), asc(progressRecords.kind));
  const replies = await w.store.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(eq(outbox.domainId, w.domainId));
  return { standing, records, replies: replies.length };
}

/** What deliveries come to: each number stands for one of the reports, said five minutes after the one before. */
async function outcomeOf(deliveries: readonly number[]) {
  const { w, gateway, bot } = await openBot();
  for (const n of deliveries) {
    await gateway.hear(heard(w, `message-${n}`, REPORTS[n] ?? '', (REPORTS.length - n) * 5));
  }
  await bot.idle();
  await bot.stop();
  return stateOf(w);
}

test('however often and in whatever order messages are delivered, the state is the same', async () => {
  const inOrder = REPORTS.map((_, n) => n);
  const right = await outcomeOf(inOrder);
  expect(right.records).toHaveLength(6);
  const delivery = fc
    .tuple(
      fc.shuffledSubarray(inOrder, { minLength: inOrder.length }),
      fc.array(fc.integer({ min: 0, max: REPORTS.length - 1 }), { maxLength: 8 }),
    )
    .map(([all, again]) => [...all, ...again]);
  await fc.assert(
    fc.asyncProperty(delivery, async (deliveries) => {
      expect(await outcomeOf(deliveries)).toEqual(right);
    }),
    { numRuns: 8 },
  );
});

test('another process wakes the bot: a message stored there is handled here', async () => {
  const { w, gateway, bot } = await openBot();
  const elsewhere = createInbox(w.system, {
    handle: () => Promise.reject(new Error('never called')),
    giveUp: () => Promise.resolve(),
    handled: () => undefined,
  });
  await elsewhere.stop();
  await elsewhere.receive(incoming(w, 'elsewhere', '2.1-1 80%'));
  await expect.poll(() => gateway.said.length).toBe(1);
  await bot.stop();
});
