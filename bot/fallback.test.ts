import { expect, onTestFinished, test } from 'vitest';
import { handleOutgoing } from '../api/services/chat/aside.ts';
import { hearChat } from '../api/services/chat/hear-chat.ts';
import { setStandIn } from '../api/services/chat/manage-rooms.ts';
import { queueMessage } from '../api/services/chat/queue-message.ts';
import { showChannels } from '../api/services/chat/show-channels.ts';
import { runReminders } from '../api/services/reminders/run-reminders.ts';
import { giveSmallPlan } from '../api/testing/small-plan.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { type World, world } from '../api/testing/world.ts';
import { rooms, roomUnits } from '../db/schema/chat.ts';
import type { GatewayName, RoomId } from '../db/vocabulary.ts';
import { type Bot, createBot } from './bot.ts';
import { type BareGateway, createBareGateway } from './testing/bare-gateway.ts';

const store = await openTestStore();
const LINKS = { toTasks: () => '/tasks', toOrders: () => '/orders', toTask: () => '/m/token' };

/** A room of the first village on a gateway, bound. */
async function addRoom(w: World, gateway: GatewayName, topic: string): Promise<RoomId> {
  const { domainId, unit } = w;
  const [room] = await store.db
    .insert(rooms)
    .values({ domainId, gateway, externalId: topic, topic, boundAt: w.clock() })
    .returning({ id: rooms.id });
  if (room === undefined) throw new Error('no room was added');
  await store.db.insert(roomUnits).values({ domainId, roomId: room.id, unitId: unit.village });
  return room.id;
}

/** A bot over these gateways; it is stopped at the end at the latest. */
async function startBot(w: World, gateways: readonly BareGateway[]): Promise<Bot> {
  const bot = createBot({
    ctx: w.system,
    gateways,
    listen: (heard) => hearChat(store, w.domainId, heard),
  });
  await bot.start();
  onTestFinished(() => bot.stop());
  return bot;
}

/** A village with its group on WeChat and another on WeCom to stand in for it, and a bot over these gateways. */
async function village(gateways: readonly BareGateway[]) {
  // A Friday; what was due on 30 June is to be pressed for (督办) in the run of 8:30.
  const w = await world(store, { now: '2026-07-03T07:40:00+08:00' });
  await giveSmallPlan(w);
  const room = await addRoom(w, 'wechaty', '微信群');
  await setStandIn(w.as('office'), await addRoom(w, 'wecom', '备用群'), room);
  let bot = await startBot(w, gateways);
  const settle = async (): Promise<void> => {
    await bot.tick();
    await bot.idle();
  };
  return {
    w,
    settle,
    /** The bot ends, and another begins. */
    restart: async (others: readonly BareGateway[]): Promise<void> => {
      await bot.stop();
      bot = await startBot(w, others);
    },
    press: () => runReminders(w.system, { at: w.clock(), kind: 'full', links: LINKS }),
    queue: (text: string, urgent: boolean) =>
      w.system.transaction((tx) =>
        queueMessage(tx, { key: text, cause: 'reminder', to: { roomId: room }, text, urgent }),
      ),
    page: () => showChannels(w.as('admin')),
    at: async (time: string): Promise<void> => {
      w.clock.set(`2026-07-03T${time}:00+08:00`);
      await settle();
    },
  };
}

const said = ({ said: all }: BareGateway) => all.map(({ to, text }) => [to.externalId, text]);
const PRESSED = ['备用群', expect.stringContaining('2.1-1 建立电子台账')];

test('urgent messages go by the second gateway once the first is down for an hour, the rest waits; and back', async () => {
  const wechat = createBareGateway();
  const wecom = createBareGateway('wecom');
  const { w, at, press, queue, page, settle } = await village([wechat, wecom]);
  wechat.become('offline', w.clock());
  await at('08:30');
  await press();
  await queue('例行提醒', false);
  await at('08:39');
  expect([said(wechat), said(wecom)]).toEqual([[], []]);
  const detour = { from: '2026-07-03T00:40:00.000Z', rooms: 1, covered: 1 };
  expect((await page()).channels).toMatchObject([
    { gateway: 'wechaty', life: 'offline', waiting: 2, detour: { ...detour, begun: false } },
    { gateway: 'wecom', waiting: 0, detour: null },
  ]);

  await at('08:40');
  expect([said(wechat), said(wecom)]).toEqual([[], [PRESSED]]);
  expect((await page()).channels).toMatchObject([
    { gateway: 'wechaty', waiting: 1, detour: { ...detour, begun: true } },
    { gateway: 'wecom', detour: null },
  ]);

  wechat.become('online', w.clock());
  await settle();
  expect([said(wechat), said(wecom)]).toEqual([[['微信群', '例行提醒']], [PRESSED]]);
  expect((await page()).channels).toMatchObject([{ waiting: 0, detour: null }, { detour: null }]);
  await queue('再次督办', true);
  await at('08:50');
  expect(said(wechat).at(-1)).toEqual(['微信群', '再次督办']);

  // Down once more, the hour begins anew.
  wechat.become('offline', w.clock());
  await queue('第三次督办', true);
  await at('09:49');
  expect(said(wecom)).toEqual([PRESSED]);
  await at('09:50');
  expect(said(wecom)).toEqual([PRESSED, ['备用群', '第三次督办']]);
});

test('where the second is down as well, the page says that none of the groups is covered, and all waits', async () => {
  const gateways = [createBareGateway(), createBareGateway('wecom')];
  const { w, at, press, page } = await village(gateways);
  for (const gateway of gateways) gateway.become('offline', w.clock());
  await at('08:30');
  await press();
  await at('09:00');
  expect(gateways.flatMap(said)).toEqual([]);
  const [first] = (await page()).channels;
  expect(first).toMatchObject({ waiting: 1, detour: { begun: true, rooms: 1, covered: 0 } });
});

test('a start in between is no end of the hour', async () => {
  const first = createBareGateway();
  const { w, at, press, page, settle, restart } = await village([first, createBareGateway('wecom')]);
  first.become('offline', w.clock());
  await settle();
  w.clock.set('2026-07-03T08:30:00+08:00');
  const again = createBareGateway();
  const wecom = createBareGateway('wecom');
  again.become('offline', w.clock());
  await restart([again, wecom]);
  await press();
  await settle();
  expect((await page()).channels[0]).toMatchObject({ life: 'offline', since: '2026-07-02T23:40:00.000Z' });
  await at('08:40');
  expect(said(wecom)).toEqual([PRESSED]);
});

test('what waits for a gateway that is not configured any more is seen, and goes by the stand-in if it is urgent', async () => {
  const wechat = createBareGateway();
  const { w, at, press, queue, page, settle, restart } = await village([wechat]);
  wechat.become('offline', w.clock());
  await queue('例行提醒', false);
  await settle();
  expect((await page()).channels.map(({ gateway }) => gateway)).toEqual(['wechaty']);
  const wecom = createBareGateway('wecom');
  await restart([wecom]);
  await at('08:30');
  await press();
  await settle();
  expect(said(wecom)).toEqual([PRESSED]);
  const { channels, unset, aside } = await page();
  expect(channels.map(({ gateway }) => gateway)).toEqual(['wecom']);
  expect(unset).toEqual([{ gateway: 'wechaty', waiting: 1 }]);
  expect(aside).toMatchObject([{ state: 'queued', to: '微信群', text: '例行提醒', error: '通道没有配置' }]);

  for (const { id } of aside) await handleOutgoing(w.as('admin'), id, 'drop');
  expect(await page()).toMatchObject({ unset: [], aside: [] });
});
