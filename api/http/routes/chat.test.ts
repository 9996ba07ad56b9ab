import { afterAll, describe, expect, test } from 'vitest';
import { bindingCodes, contacts, inbox, outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import type { ChatWindow } from '../../services/chat/chat-window.ts';
import { openApp } from '../../testing/app.ts';
import { PNG } from '../../testing/files.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const { domainId } = w;
const gateway = 'simulator' as const;

const [room] = await store.db
  .insert(rooms)
  .values({ domainId, gateway, externalId: 'room', topic: '示例一村工作群' })
  .returning();
const [contact] = await store.db
  .insert(contacts)
  .values({ domainId, gateway, externalId: 'c1', name: '一村联络员', personId: w.person('liaison').id })
  .returning();
if (room === undefined || contact === undefined) throw new Error('the chat was not made');
await store.db.insert(roomUnits).values({ domainId, roomId: room.id, unitId: w.unit.village });

const said: unknown[] = [];
const chat: ChatWindow = {
  rooms: async () => [{ id: room.id, members: [contact.id] }],
  say: async (message) => {
    said.push(message);
  },
};
const t = await openApp(w, { chat });
afterAll(() => t.close());

describe('the chat window', () => {
  test('shows the rooms, for whom they speak and who is in them', async () => {
    const response = await (await t.as('office')).get('/api/chat/rooms');
    expect(await response.json()).toEqual({
      rooms: [
        {
          id: room.id,
          topic: '示例一村工作群',
          units: [{ id: w.unit.village, name: '示例一村' }],
          members: [
            {
              contactId: contact.id,
              name: '一村联络员',
              personName: 'liaison1',
              role: 'liaison',
              unit: '示例一村',
            },
          ],
        },
      ],
    });
  });

  test('takes what is typed as a contact, in a room and in private', async () => {
    const office = await t.as('office');
    const inRoom = await office.post(`/api/chat/rooms/${room.id}/messages`, {
      contactId: contact.id,
      text: ' 2.1-3 已完成 ',
    });
    expect(inRoom.status).toBe(202);
    const alone = await office.post(`/api/chat/contacts/${contact.id}/messages`, { text: '我的任务' });
    expect(await alone.json()).toEqual({ accepted: true });
    expect(said).toEqual([
      { roomId: room.id, contactId: contact.id, text: '2.1-3 已完成' },
      { roomId: null, contactId: contact.id, text: '我的任务' },
    ]);
    const empty = await office.post(`/api/chat/contacts/${contact.id}/messages`, { text: '  ' });
    expect(empty.status).toBe(422);
  });

  test('takes a picture from a contact, in a room and in private, as it comes: without words', async () => {
    const office = await t.as('office');
    const form = (fields: Record<string, string>) => {
      const body = new FormData();
      body.set('file', new File([PNG], '现场.png', { type: 'image/png' }));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return body;
    };
    said.length = 0;
    const inRoom = await office.post(
      `/api/chat/rooms/${room.id}/files`,
      form({ contactId: String(contact.id) }),
    );
    expect(inRoom.status).toBe(202);
    const alone = await office.post(`/api/chat/contacts/${contact.id}/files`, form({}));
    expect(alone.status).toBe(202);
    const file = { name: '现场.png', bytes: new Uint8Array(PNG) };
    expect(said).toEqual([
      { roomId: room.id, contactId: contact.id, text: '', file },
      { roomId: null, contactId: contact.id, text: '', file },
    ]);
  });

  test('shows what came in and what went out together, oldest first, room and private apart', async () => {
    const at = (second: number) => new Date(Date.UTC(2026, 6, 1, 1, 0, second));
    const came = {
      domainId,
      gateway,
      contactId: contact.id,
      text: '已完成',
      sentAt: at(1),
      receivedAt: at(1),
    };
    await store.db.insert(inbox).values([
      { ...came, externalId: 'm1', roomId: room.id },
      { ...came, externalId: 'm2', text: '我的任务' },
    ]);
    const went = { domainId, cause: 'reply' as const, queuedAt: at(1), notBefore: at(1) };
    await store.db.insert(outbox).values([
      { ...went, key: 'k1', roomId: room.id, text: '已记录' },
      { ...went, key: 'k2', contactId: contact.id, text: '您有 1 项任务', state: 'sent', sentAt: at(2) },
    ]);
    const office = await t.as('office');
    const inRoom = await (await office.get(`/api/chat/rooms/${room.id}/messages`)).json();
    expect(inRoom).toMatchObject({
      messages: [
        { direction: 'in', speaker: '一村联络员', text: '已完成', state: 'pending', file: null },
        { direction: 'out', speaker: '督办助手', text: '已记录', state: 'queued', contactId: null },
      ],
    });
    const alone = await (await office.get(`/api/chat/contacts/${contact.id}/messages`)).json();
    expect(alone).toMatchObject({
      messages: [{ text: '我的任务' }, { text: '您有 1 项任务', state: 'sent' }],
    });
  });

  test('is not there where the chat is real', async () => {
    const real = await openApp(w);
    const office = await real.as('office');
    expect((await office.get('/api/chat/rooms')).status).toBe(404);
    expect((await office.get(`/api/chat/rooms/${room.id}/messages`)).status).toBe(404);
    expect((await office.post(`/api/chat/contacts/${contact.id}/messages`, { text: '在' })).status).toBe(404);
    await real.close();
  });
});

describe('binding codes', () => {
  test('are six digits for ten minutes; a new one ends the one before', async () => {
    const liaison = await t.as('liaison');
    const first = (await (await liaison.post('/api/me/binding-code')).json()) as { code: string };
    expect(first.code).toMatch(/^\d{6}$/);
    const second = (await (await liaison.post('/api/me/binding-code')).json()) as { expiresAt: string };
    expect(Date.parse(second.expiresAt)).toBe(w.clock().getTime() + 10 * 60_000);
    const rows = await store.db.select().from(bindingCodes);
    const valid = rows.filter((row) => row.domainId === domainId && row.expiresAt > w.clock());
    expect(valid).toMatchObject([{ personId: w.person('liaison').id, unitIds: null, usedAt: null }]);
  });

  test('of a room are the office’s to make, for units of the own sub-district', async () => {
    const office = await t.as('office');
    const made = await office.post('/api/rooms/binding-code', { unitIds: [w.unit.village, w.unit.village] });
    expect(made.status).toBe(200);
    const { code } = (await made.json()) as { code: string };
    const rows = await store.db.select().from(bindingCodes);
    expect(rows.find((row) => row.code === code)).toMatchObject({
      personId: null,
      unitIds: [w.unit.village],
    });
    const other = await world(store);
    expect((await office.post('/api/rooms/binding-code', { unitIds: [other.unit.village] })).status).toBe(
      422,
    );
    expect((await office.post('/api/rooms/binding-code', { unitIds: [] })).status).toBe(422);
  });
});

test('a picture that the bot sent is there with its type, for the window to show', async () => {
  // As the bot keeps what it draws.
  const hash = await w.files.put(PNG);
  await store.db.insert(outbox).values({
    ...{ domainId, key: 'picture', cause: 'reply', roomId: room.id, text: '排名', state: 'sent' },
    ...{ queuedAt: w.clock(), notBefore: w.clock(), sentAt: w.clock(), fileHash: hash, fileName: '排名.png' },
  });
  const liaison = await t.as('liaison');
  const { messages } = await (await liaison.get(`/api/chat/rooms/${room.id}/messages`)).json();
  expect(messages).toContainEqual(
    expect.objectContaining({ text: '排名', file: { hash, name: '排名.png', type: 'image/png' } }),
  );
  const picture = await liaison.get(`/api/chat/files/${hash}`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect((await liaison.get(`/api/chat/files/${'0'.repeat(64)}`)).status).toBe(404);
});
