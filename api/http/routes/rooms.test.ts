import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { contacts, outbox, rooms } from '../../../db/schema/chat.ts';
import { audit } from '../../../db/schema/system.ts';
import type { RoomId } from '../../../db/vocabulary.ts';
import { storeMessage } from '../../services/chat/store-message.ts';
import { openApp } from '../../testing/app.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
afterAll(() => t.close());
const { domainId } = w;

const addRoom = async (gateway: 'wechaty' | 'wecom' | 'wecom-webhook', topic: string): Promise<RoomId> => {
  const [room] = await store.db
    .insert(rooms)
    .values({ domainId, gateway, externalId: topic, topic })
    .returning({ id: rooms.id });
  if (room === undefined) throw new Error('no room');
  return room.id;
};
const hear = (room: string, name: string, at: string) =>
  storeMessage(w.system, {
    ...{ gateway: 'wechaty', externalId: `${room} ${name} ${at}`, sentAt: new Date(at), text: '收到' },
    ...{ contact: { externalId: name, name }, room: { externalId: room, topic: room } },
    ...{ mentioned: false, file: null },
  });

const village = await addRoom('wechaty', '示例一村工作群');
const second = await addRoom('wecom', '示例一村备用群');
const push = await addRoom('wecom-webhook', '通知群');
await hear('示例一村工作群', '某某', '2026-07-01T00:30:00Z');
await hear('示例一村工作群', '另一个机器人', '2026-07-01T00:40:00Z');
await store.db.insert(outbox).values({
  ...{ domainId, key: 'one', cause: 'reminder', roomId: village, text: '提醒' },
  ...{ queuedAt: w.clock(), notBefore: w.clock() },
});
const office = await t.as('office');
const admin = await t.as('admin');
const list = async (response: Promise<Response> | Response) => (await (await response).json()).rooms;
const audited = async (action: string) =>
  (
    await store.db
      .select({ subject: audit.subject })
      .from(audit)
      .where(and(eq(audit.domainId, domainId), eq(audit.action, action)))
  ).map(({ subject }) => subject);

test('each room with its traffic and what waits; who speaks there and which messages wait', async () => {
  expect(await list(office.get('/api/rooms'))).toMatchObject([
    { id: village, gateway: 'wechaty', lastInbound: w.clock().toISOString(), waiting: 1, aside: 0 },
    { id: second, units: [], lastInbound: null, waiting: 0 },
    { id: push, gateway: 'wecom-webhook' },
  ]);
  expect(await (await office.get(`/api/rooms/${village}`)).json()).toMatchObject({
    members: [
      { name: '某某', isBot: false, person: null },
      { name: '另一个机器人', isBot: false, person: null },
    ],
    messages: [{ text: '提醒', state: 'queued', to: '示例一村工作群' }],
  });
});

test('a room that only hears nothing is bound on the page, any other by its code alone; both are unbound', async () => {
  const unitIds = [w.unit.village, w.unit.otherVillage];
  expect((await office.post(`/api/rooms/${village}/binding`, { unitIds })).status).toBe(409);
  const bound = await list(office.post(`/api/rooms/${push}/binding`, { unitIds }));
  expect(bound).toContainEqual(
    expect.objectContaining({
      ...{ id: push, boundBy: w.person('office').name, boundAt: w.clock().toISOString() },
      units: [
        { id: w.unit.village, name: '示例一村' },
        { id: w.unit.otherVillage, name: '示例二村' },
      ],
    }),
  );
  const unbound = await list(office.post(`/api/rooms/${push}/unbinding`));
  expect(unbound).toContainEqual(expect.objectContaining({ id: push, units: [], boundAt: null }));
  expect((await office.post(`/api/rooms/${push}/unbinding`)).status).toBe(409);
  expect(await audited('room.unbind')).toEqual([`room:${push}`]);
});

test('a room stands in for one on another gateway, not for itself, nor behind a stand-in', async () => {
  const standIn = (id: RoomId, forRoom: RoomId | null) =>
    office.post(`/api/rooms/${id}/stand-in`, { forRoom });
  expect(await list(standIn(second, village))).toContainEqual(
    expect.objectContaining({ id: second, standsInFor: village }),
  );
  expect((await standIn(village, village)).status).toBe(409);
  expect((await standIn(push, second)).status).toBe(409);
  expect((await standIn(village, push)).status).toBe(409);
  expect(await list(standIn(second, null))).toContainEqual(
    expect.objectContaining({ id: second, standsInFor: null }),
  );
  expect(await audited('room.standIn')).toEqual([`room:${second}`, `room:${second}`]);
});

test('a contact is marked as a bot and back by the admin, unless it is a person', async () => {
  const of = (name: string) =>
    store.db.query.contacts.findFirst({
      where: and(eq(contacts.domainId, domainId), eq(contacts.name, name)),
    });
  const bot = (await of('另一个机器人'))?.id;
  expect((await office.post(`/api/rooms/contacts/${bot}/bot`, { isBot: true })).status).toBe(403);
  expect((await admin.post(`/api/rooms/contacts/${bot}/bot`, { isBot: true })).status).toBe(200);
  expect(await of('另一个机器人')).toMatchObject({ isBot: true });
  expect((await admin.post(`/api/rooms/contacts/${bot}/bot`, { isBot: false })).status).toBe(200);
  expect(await audited('contact.markBot')).toEqual([`contact:${bot}`, `contact:${bot}`]);
  const person = (await of('某某'))?.id ?? 0;
  await store.db
    .update(contacts)
    .set({ personId: w.person('liaison').id, boundAt: w.clock() })
    .where(and(eq(contacts.domainId, domainId), eq(contacts.name, '某某')));
  expect((await admin.post(`/api/rooms/contacts/${person}/bot`, { isBot: true })).status).toBe(409);
});
