import { asc, eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readGatewayStates } from '../api/services/chat/gateway-states.ts';
import { hearChat } from '../api/services/chat/hear-chat.ts';
import { queueMessages } from '../api/services/chat/queue-message.ts';
import { claimMessages, markFailed } from '../api/services/chat/send-messages.ts';
import { showChannels } from '../api/services/chat/show-channels.ts';
import { showRooms } from '../api/services/chat/show-rooms.ts';
import { giveSmallPlan } from '../api/testing/small-plan.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { type World, world } from '../api/testing/world.ts';
import { contacts, inbox, outbox, rooms, roomUnits } from '../db/schema/chat.ts';
import { createBot } from './bot.ts';
import { type Heard, Throttled } from './gateways/gateway.ts';
import { createSpeaker } from './speaker.ts';
import { type BareGateway, createBareGateway } from './testing/bare-gateway.ts';

const store = await openTestStore();

/** A bot process over a gateway of its own. */
async function process(w: World, holder?: string) {
  const gateway = createBareGateway();
  const bot = createBot({
    ctx: w.system,
    gateways: [gateway],
    listen: (heard) => hearChat(store, w.domainId, heard),
    ...(holder === undefined ? {} : { speaker: createSpeaker(w.system, holder) }),
  });
  await bot.start();
  onTestFinished(() => bot.stop());
  return { bot, gateway };
}

let number = 0;
const message = (w: World, over: Partial<Heard> = {}): Heard => ({
  externalId: `message-${++number}`,
  sentAt: w.clock(),
  contact: { externalId: 'one', name: '一村联络员' },
  room: { externalId: 'room-old', topic: '示例一村工作群' },
  text: '大家好',
  mentioned: false,
  file: null,
  ...over,
});

/** The admin, reachable in private. */
const bindAdmin = (w: World) =>
  w.store.db.insert(contacts).values({
    ...{ domainId: w.domainId, gateway: 'wecom', externalId: 'admin', name: '系统管理员' },
    personId: w.person('admin').id,
  });

/** The village's room, bound, in which its liaison and the office are known. */
async function furnish(w: World): Promise<void> {
  const { domainId, unit } = w;
  await giveSmallPlan(w);
  const [room] = await w.store.db
    .insert(rooms)
    .values({
      ...{ domainId, gateway: 'wechaty', externalId: 'room-old', topic: '示例一村工作群' },
      boundAt: w.clock(),
    })
    .returning({ id: rooms.id });
  if (room === undefined) throw new Error('no room was added');
  await w.store.db.insert(roomUnits).values({ domainId, roomId: room.id, unitId: unit.village });
  await w.store.db.insert(contacts).values([
    {
      ...{ domainId, gateway: 'wechaty' as const, externalId: 'one', name: '一村联络员' },
      personId: w.person('liaison', 'village').id,
    },
    {
      ...{ domainId, gateway: 'wechaty' as const, externalId: 'two', name: '未保办小李' },
      personId: w.person('office').id,
    },
  ]);
}

const said = ({ said: all }: BareGateway): string[] => all.map(({ text }) => text);

describe('of two bot processes', () => {
  test('one listens and speaks; killed, the other takes over within fifteen seconds', async () => {
    const w = await world(store);
    await furnish(w);
    const first = await process(w, 'first');
    const second = await process(w, 'second');
    await expect(second.gateway.hear(message(w))).rejects.toThrow();
    await first.gateway.hear(message(w, { text: '帮助', room: null }));
    await first.bot.idle();
    expect(first.gateway.said).toHaveLength(1);
    expect(second.gateway.said).toEqual([]);

    // The first is gone without a word: it renews no more.
    await second.bot.tick();
    await expect(second.gateway.hear(message(w))).rejects.toThrow();
    w.clock.advance(11 / 60);
    await second.bot.tick();
    await second.gateway.hear(message(w, { text: '帮助', room: null }));
    await second.bot.idle();
    expect(second.gateway.said).toHaveLength(1);
    await first.bot.tick();
    await expect(first.gateway.hear(message(w))).rejects.toThrow();
  });

  test('what one died over is said again by the other at once, before what was written after; what failed waits', async () => {
    const w = await world(store);
    await furnish(w);
    const first = await process(w, 'first');
    const second = await process(w, 'second');
    first.gateway.become('offline');
    const to = await w.store.db
      .select({ id: contacts.id })
      .from(contacts)
      .where(eq(contacts.domainId, w.domainId))
      .orderBy(asc(contacts.id));
    const [one, other] = to.map(({ id }) => ({ contactId: id }));
    if (one === undefined || other === undefined) throw new Error('there are no two contacts');
    const answer = { cause: 'reply' as const };
    await w.system.transaction((tx) =>
      queueMessages(tx, [
        { ...answer, key: '一', text: '一', to: one },
        { ...answer, key: '坏', text: '坏', to: other },
        { ...answer, key: '二', text: '二', to: one },
      ]),
    );
    await first.bot.idle();
    const [dying, failing] = await w.store.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(eq(outbox.domainId, w.domainId))
      .orderBy(asc(outbox.id));
    if (dying === undefined || failing === undefined) throw new Error('nothing was queued');
    await claimMessages(w.system, [dying.id]);
    await claimMessages(w.system, [failing.id]);
    await markFailed(w.system, { ids: [failing.id], tries: 6, fault: 'the line is cut' });

    w.clock.advance(11 / 60);
    await second.bot.tick();
    await second.bot.idle();
    expect(said(second.gateway)).toEqual(['一']);
    w.clock.advance(3 / 60);
    await second.bot.tick();
    await second.bot.idle();
    expect(said(second.gateway)).toEqual(['一', '二']);
    w.clock.advance(18 / 60);
    await second.bot.tick();
    await second.bot.idle();
    expect(said(second.gateway)).toEqual(['一', '二', '坏']);
    expect(first.gateway.said).toEqual([]);
  });

  test('one that stops hands over at once', async () => {
    const w = await world(store);
    const first = await process(w, 'first');
    const second = await process(w, 'second');
    await first.bot.stop();
    await second.bot.tick();
    await second.gateway.hear(message(w));
  });
});

describe('the state of a gateway', () => {
  test('is written down for every process to read', async () => {
    const w = await world(store);
    const { bot, gateway } = await process(w);
    gateway.become('offline', w.clock());
    await bot.tick();
    expect(await readGatewayStates(w.system)).toMatchObject([
      { gateway: 'wechaty', life: 'offline', since: w.clock(), beatAt: w.clock() },
    ]);
  });

  test('deaf: a silent gateway that does not answer a probe is connected anew, and somebody is told', async () => {
    const w = await world(store);
    await bindAdmin(w);
    const { bot, gateway } = await process(w);
    gateway.become('online', w.clock());
    gateway.answers = false;
    await bot.tick();
    expect(gateway.reconnects).toBe(0);
    w.clock.advance(5);
    await bot.tick();
    expect(bot.status()).toMatchObject([{ life: 'deaf' }]);
    expect(await readGatewayStates(w.system)).toMatchObject([{ life: 'deaf', probeFault: '没有回音' }]);
    expect(gateway.reconnects).toBe(1);
    const told = await w.store.db.select().from(outbox).where(eq(outbox.domainId, w.domainId));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('聊天通道“微信”自7月1日 09:05起失聪'),
    ]);

    gateway.answers = true;
    w.clock.advance(1);
    await bot.tick();
    expect(bot.status()).toMatchObject([{ life: 'online' }]);
  });
});

describe('a sign of life', () => {
  test('is what was heard, too: who speaks now and then is not asked', async () => {
    const w = await world(store);
    await furnish(w);
    const { bot, gateway } = await process(w);
    gateway.become('online', w.clock());
    gateway.answers = false;
    for (let minutes = 0; minutes < 20; minutes += 4) {
      w.clock.advance(4);
      await gateway.hear(message(w));
      await bot.tick();
    }
    expect(bot.status()).toMatchObject([{ life: 'online' }]);
    expect(gateway.reconnects).toBe(0);
  });

  test('that stays away is waited for a minute at a time, and somebody is told once', async () => {
    const w = await world(store);
    await bindAdmin(w);
    const { bot, gateway } = await process(w);
    gateway.become('online', w.clock());
    gateway.answers = false;
    w.clock.advance(5);
    for (let rounds = 0; rounds < 9; rounds++) {
      await bot.tick();
      w.clock.advance(0.5);
    }
    expect(gateway.reconnects).toBe(5);
    const told = await w.store.db.select().from(outbox).where(eq(outbox.domainId, w.domainId));
    expect(told).toHaveLength(1);
  });
});

test('a throttled gateway is shown as such on the page of channels, and left in peace by a process that starts', async () => {
  const w = await world(store);
  await furnish(w);
  const first = await process(w);
  first.gateway.fail(new Throttled('操作过于频繁'));
  await first.gateway.hear(message(w, { text: '2.1-3 已完成' }));
  await first.bot.idle();
  await first.bot.tick();
  const until = new Date(w.clock().getTime() + 60_000).toISOString();
  const page = async () => (await showChannels(w.as('admin'))).channels[0];
  expect(await page()).toMatchObject({ throttledUntil: until, waiting: 1, refused: 1 });
  await first.bot.stop();

  const second = await process(w);
  await second.bot.tick();
  await second.bot.idle();
  expect(said(second.gateway)).toEqual([]);
  w.clock.advance(1);
  await second.bot.tick();
  await second.bot.idle();
  expect(said(second.gateway)).toEqual([expect.stringContaining('已记录｜2.1-3')]);
  expect(await page()).toMatchObject({ throttledUntil: null, waiting: 0, refused: 1 });
});

describe('after a login', () => {
  test('a room that comes back under a new number is known by topic and members, and so are they', async () => {
    const w = await world(store);
    await furnish(w);
    const { bot, gateway } = await process(w);
    gateway.rooms.set('room-old', []);
    await gateway.hear(message(w));
    await gateway.hear(message(w, { contact: { externalId: 'two', name: '未保办小李' } }));
    gateway.rooms.clear();
    gateway.rooms.set('room-new', [
      { externalId: 'new-one', name: '一村联络员' },
      { externalId: 'new-two', name: '未保办小李' },
      { externalId: 'new-three', name: '新来的人' },
    ]);
    await gateway.hear(
      message(w, {
        room: { externalId: 'room-new', topic: '示例一村工作群' },
        contact: { externalId: 'new-one', name: '一村联络员' },
        text: '2.1-3 已完成',
      }),
    );
    await bot.idle();
    expect(said(gateway)).toEqual([expect.stringContaining('已记录｜2.1-3')]);
    expect(gateway.said[0]?.to.externalId).toBe('room-new');
  });

  test.each([
    ['of the same topic with other people', [{ externalId: 'x', name: '别人' }], true],
    ['whose old number is still there', [], false],
  ])('a room %s is another room', async (_, members, forgotten) => {
    const w = await world(store);
    await furnish(w);
    const { bot, gateway } = await process(w);
    await gateway.hear(message(w));
    await gateway.hear(message(w, { contact: { externalId: 'two', name: '未保办小李' } }));
    const same = [
      { externalId: 'new-one', name: '一村联络员' },
      { externalId: 'new-two', name: '未保办小李' },
    ];
    if (!forgotten) gateway.rooms.set('room-old', same);
    gateway.rooms.set('room-new', forgotten ? members : same);
    const room = { externalId: 'room-new', topic: '示例一村工作群' };
    await gateway.hear(message(w, { room, contact: { externalId: 'new-one', name: '一村联络员' } }));
    await bot.idle();
    const known = await w.store.db
      .select()
      .from(rooms)
      .where(eq(rooms.domainId, w.domainId))
      .orderBy(asc(rooms.id));
    expect(known.map(({ externalId, boundAt }) => [externalId, boundAt !== null])).toEqual([
      ['room-old', true],
      ['room-new', false],
    ]);
    // The office is asked on the page of rooms.
    const shown = (await showRooms(w.as('office'))).rooms;
    expect(shown.map(({ id, resembles }) => [id, resembles])).toEqual([
      [known[1]?.id, true],
      [known[0]?.id, false],
    ]);
  });

  test('old messages replayed under new numbers count once; what merely comes late counts', async () => {
    const w = await world(store);
    await furnish(w);
    const { bot, gateway } = await process(w);
    const first = message(w, { text: '2.1-1 40%' });
    await gateway.hear(first);
    w.clock.advance(5);
    await gateway.hear(message(w, { text: '2.1-1 60%' }));
    w.clock.advance(60);
    await gateway.hear({ ...first, externalId: 'replayed' });
    await gateway.hear({ ...first, externalId: 'late', text: '2.1-3 已完成' });
    await bot.idle();
    const stored = await w.store.db
      .select()
      .from(inbox)
      .where(eq(inbox.domainId, w.domainId))
      .orderBy(asc(inbox.id));
    expect(stored.map(({ text }) => text)).toEqual(['2.1-1 40%', '2.1-1 60%', '2.1-3 已完成']);
  });
});

test('bots do not answer bots: who repeats our words is one, and is left alone from then on', async () => {
  const w = await world(store);
  await furnish(w);
  const { bot, gateway } = await process(w);
  await gateway.hear(message(w, { text: '2.1-3 已完成' }));
  await bot.idle();
  const ours = gateway.said[0]?.text ?? '';
  const other = { externalId: 'other-bot', name: '群助手' };
  w.clock.advance(1);
  await gateway.hear(message(w, { contact: other, text: ours }));
  w.clock.advance(1);
  await gateway.hear(message(w, { contact: other, text: '@督办助手 排名', mentioned: true }));
  await bot.idle();
  expect(gateway.said).toHaveLength(1);
});
