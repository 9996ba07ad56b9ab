import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { outbox, rooms } from '../../../db/schema/chat.ts';
import { gatewayStates } from '../../../db/schema/gateways.ts';
import { writeGatewayState } from '../../services/chat/gateway-states.ts';
import { openApp } from '../../testing/app.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
afterAll(() => t.close());

test('the page of channels: their state and QR code, a probe asked for, a dead letter sent again or dropped', async () => {
  const { domainId } = w;
  await writeGatewayState(w.system, 'wechaty', {
    ...{ life: 'scan', since: w.clock(), qrcode: 'https://example.invalid/qr', fault: null },
    ...{ lastInbound: null, lastOutbound: null, throttledUntil: null },
  });
  const [room] = await store.db
    .insert(rooms)
    .values({ domainId, gateway: 'wechaty', externalId: 'room', topic: '示例一村工作群' })
    .returning({ id: rooms.id });
  const common = { domainId, cause: 'reminder', roomId: room?.id ?? null, text: '提醒' } as const;
  const at = { queuedAt: w.clock(), notBefore: w.clock(), triedAt: w.clock() };
  await store.db.insert(outbox).values([
    { ...common, ...at, key: 'dead', state: 'dead', error: '通道里没有这个群', attempts: 12 },
    { ...common, ...at, key: 'unknown', state: 'unknown', error: '没有回执' },
  ]);

  const admin = await t.as('admin');
  const { channels, aside } = await (await admin.get('/api/channels')).json();
  expect(channels).toMatchObject([{ gateway: 'wechaty', life: 'scan', waiting: 0, refused: 0 }]);
  expect(channels[0].qr.path).toMatch(/^M0 0h1v1h-1z/);
  expect(aside.map(({ state, to }: { state: string; to: string }) => [state, to])).toEqual([
    ['unknown', '示例一村工作群'],
    ['dead', '示例一村工作群'],
  ]);

  const probing = await (await admin.post('/api/channels/wechaty/probes')).json();
  expect(probing.channels[0].probing).toBe(true);
  const [unknown, dead] = aside;
  expect((await admin.post(`/api/channels/messages/${dead.id}`, { how: 'resend' })).status).toBe(200);
  expect((await admin.post(`/api/channels/messages/${unknown.id}`, { how: 'arrived' })).status).toBe(200);
  expect((await admin.post(`/api/channels/messages/${dead.id}`, { how: 'arrived' })).status).toBe(404);
  expect((await admin.post(`/api/channels/messages/${dead.id}`, { how: 'drop' })).status).toBe(200);
  const rows = await store.db.select().from(outbox).where(eq(outbox.domainId, domainId));
  expect(rows.map(({ key, state }) => [key, state]).toSorted()).toEqual([
    ['dead', 'dropped'],
    ['unknown', 'sent'],
  ]);

  w.clock.advance(2);
  const later = await (await admin.get('/api/channels')).json();
  expect(later.channels).toMatchObject([{ life: 'off', qr: null }]);
  await store.db.delete(gatewayStates).where(eq(gatewayStates.domainId, domainId));
});
