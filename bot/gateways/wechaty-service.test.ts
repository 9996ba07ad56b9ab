/** wechaty through a real puppet service: gRPC on loopback, the line cut and restored. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { hearChat } from '../../api/services/chat/hear-chat.ts';
import { queueMessage } from '../../api/services/chat/queue-message.ts';
import { giveSmallPlan } from '../../api/testing/small-plan.ts';
import { openTestStore } from '../../api/testing/test-store.ts';
import { type World, world } from '../../api/testing/world.ts';
import { contacts, inbox, outbox, rooms, roomUnits } from '../../db/schema/chat.ts';
import type { RoomId } from '../../db/vocabulary.ts';
import { createBot } from '../bot.ts';
import { createWechatyGateway } from './wechaty.ts';

/** Its types change those of node's `promisify` for the whole program; only this much of it is wanted. */
interface PuppetServer {
  start(): Promise<void>;
  stop(): Promise<void>;
}
const SERVICE: string = 'wechaty-puppet-service';
const { PuppetServer }: { PuppetServer: new (options: object) => PuppetServer } = await import(SERVICE);

const store = await openTestStore();
const ROOM = 'village@chatroom';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A service logs in by itself again after it was told to stop and to start. */
class ServedPuppet extends PuppetMock {
  override async onStart(): Promise<void> {
    await super.onStart();
    const self = this.mocker.cacheContactPayload.has('bot') ? this.mocker.ContactMock.load('bot') : null;
    if (this.wasLoggedIn && self !== null) setImmediate(() => this.mocker.login(self));
  }

  private wasLoggedIn = false;

  override login(id: string): void {
    this.wasLoggedIn = true;
    super.login(id);
  }
}

/** The other side: WeChat as the mock puppet has it, served over gRPC. It can go away and come back. */
async function openService() {
  const mocker = new mock.Mocker();
  const puppet = new ServedPuppet({ mocker });
  const token = `insecure_${randomUUID()}`;
  const endpoint = `127.0.0.1:${await freePort()}`;
  const self = mocker.createContact({ id: 'bot', name: '督办助手' });
  const person = mocker.createContact({ id: 'person', name: '一村联络员' });
  const room = mocker.createRoom({ id: ROOM, topic: '示例一村工作群', memberIdList: ['bot', 'person'] });
  let server: PuppetServer | null = null;
  const up = async (): Promise<void> => {
    server = new PuppetServer({ puppet, token, endpoint, tls: { disable: true } });
    await server.start();
  };
  const down = async (): Promise<void> => {
    await server?.stop();
    server = null;
  };
  await up();
  onTestFinished(down);
  const said = (): string[] =>
    [...mocker.cacheMessagePayload.values()]
      .filter(({ talkerId }) => talkerId === 'bot')
      .map(({ text }) => text ?? '');
  return { mocker, token, endpoint, self, person, room, up, down, said };
}

async function furnish(w: World): Promise<RoomId> {
  const { domainId, unit } = w;
  await giveSmallPlan(w);
  const [row] = await w.store.db
    .insert(rooms)
    .values({ domainId, gateway: 'wechaty', externalId: ROOM, topic: '示例一村工作群', boundAt: w.clock() })
    .returning({ id: rooms.id });
  if (row === undefined) throw new Error('no room was added');
  await w.store.db.insert(roomUnits).values({ domainId, roomId: row.id, unitId: unit.village });
  const personId = w.person('liaison', 'village').id;
  await w.store.db
    .insert(contacts)
    .values({ domainId, gateway: 'wechaty', externalId: 'person', name: '一村联络员', personId });
  return row.id;
}

/** A bot over the service, logged in. */
async function open() {
  const w = await world(store);
  const room = await furnish(w);
  const service = await openService();
  const { token, endpoint } = service;
  const gateway = createWechatyGateway({
    name: 'wechaty',
    puppet: 'wechaty-puppet-service',
    puppetOptions: { token, endpoint, tls: { disable: true } },
    clock: w.clock,
    log: w.system.log,
    reconnectAfterMs: 50,
  });
  const bot = createBot({
    ctx: w.system,
    gateways: [gateway],
    listen: (heard) => hearChat(store, w.domainId, heard),
  });
  await bot.start();
  onTestFinished(() => bot.stop());
  service.mocker.login(service.self);
  await expect.poll(() => gateway.status().life, { timeout: 10_000 }).toBe('online');
  const queue = (key: string) =>
    w.system.transaction((tx) => queueMessage(tx, { key, cause: 'reply', to: { roomId: room }, text: key }));
  const states = () =>
    w.store.db
      .select({ key: outbox.key, state: outbox.state })
      .from(outbox)
      .where(eq(outbox.domainId, w.domainId))
      .orderBy(asc(outbox.id));
  const heard = async () => {
    const rows = await w.store.db
      .select({ text: inbox.text })
      .from(inbox)
      .where(eq(inbox.domainId, w.domainId));
    return rows.map(({ text }) => text);
  };
  return { w, bot, gateway, queue, states, heard, ...service };
}

describe('wechaty through a puppet service', () => {
  test('a report is heard over gRPC, recorded, and answered in its room', async () => {
    const { person, room, said } = await open();
    person.say('2.1-3 已完成').to(room);
    await expect
      .poll(said, { timeout: 10_000 })
      .toEqual([expect.stringContaining('已记录｜2.1-3 动态更新台账（6月） 100%，待核验')]);
  });

  test('the line cut: what is queued waits, and goes out once when the line is back; what is said then is heard', async () => {
    const { w, bot, gateway, queue, states, heard, person, room, said, up, down } = await open();
    await queue('断线之前');
    await expect.poll(said, { timeout: 10_000 }).toEqual(['断线之前']);
    await down();
    await expect.poll(() => gateway.status().life, { timeout: 10_000 }).toBe('offline');
    await queue('断线之中');
    await bot.idle();
    expect((await states()).map(({ state }) => state)).toEqual(['sent', 'queued']);

    w.clock.advance(1);
    await up();
    await expect.poll(() => gateway.status().life, { timeout: 15_000 }).toBe('online');
    await expect.poll(said, { timeout: 10_000 }).toEqual(['断线之前', '断线之中']);
    // The room has it before the pump is told so, and only then writes down when.
    await bot.idle();
    w.clock.advance(1);
    // Logged in again is not yet listening: what is said before the stream of events stands is lost on the way.
    await expect
      .poll(
        () => {
          person.say('在吗').to(room);
          return heard();
        },
        { timeout: 20_000, interval: 300 },
      )
      .toContain('在吗');
    person.say('2.1-3 已完成').to(room);
    await expect
      .poll(said, { timeout: 10_000 })
      .toEqual(['断线之前', '断线之中', expect.stringContaining('已记录｜2.1-3')]);
    await bot.idle();
    expect((await states()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  test('a probe goes there and back', async () => {
    const { gateway } = await open();
    await expect(gateway.probe?.()).resolves.toBeUndefined();
  });
});
