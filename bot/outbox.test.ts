import { and, eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { queueMessage } from '../api/services/chat/queue-message.ts';
import { refusalsToday } from '../api/services/chat/refusals.ts';
import { claimMessages, takeUpClaimed } from '../api/services/chat/send-messages.ts';
import { showChannels } from '../api/services/chat/show-channels.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { world } from '../api/testing/world.ts';
import { rooms } from '../db/schema/chat.ts';
import { Throttled, Unclear } from './gateways/gateway.ts';
import { createOutbox } from './outbox.ts';
import { createBareGateway } from './testing/bare-gateway.ts';
import { addRoom, pumping } from './testing/pumping.ts';

const store = await openTestStore();

describe('the pump', () => {
  test('sends what waits, once, however often it was queued', async () => {
    const { queue, pump, rows } = await pumping(store);
    expect(await queue('一')).toBe(true);
    expect(await queue('一', { text: '别的话' })).toBe(false);
    expect(await pump()).toEqual(['一']);
    expect(await pump()).toEqual(['一']);
    expect(await rows()).toMatchObject([{ key: '一', state: 'sent', attempts: 1, error: null }]);
  });

  test('lets three seconds pass between two messages to a room, and holds up no other room', async () => {
    const { w, queue, pump } = await pumping(store);
    const other = await addRoom(w, '群二');
    for (const key of ['一', '二', '三']) await queue(key, { cause: 'reply' });
    await queue('别的群', { to: { roomId: other } });
    expect(await pump()).toEqual(['一', '别的群']);
    w.clock.advance(3 / 60);
    expect(await pump()).toEqual(['一', '别的群', '二']);
    w.clock.advance(3 / 60);
    expect(await pump()).toEqual(['一', '别的群', '二', '三']);
  });

  test('remembers over a restart when it last spoke', async () => {
    const { w, queue, pump } = await pumping(store);
    await queue('一');
    await pump();
    const gateway = createBareGateway();
    const again = createOutbox(w.system, [gateway]);
    onTestFinished(() => again.stop());
    await queue('二');
    again.wake();
    await again.idle();
    expect(gateway.said).toEqual([]);
  });

  test('keeps still at night, but answers whoever writes', async () => {
    const { w, queue, pump } = await pumping(store, '2026-07-01T22:00:00+08:00');
    await queue('提醒');
    await queue('回复', { cause: 'reply' });
    expect(await pump()).toEqual(['回复']);
    w.clock.set('2026-07-02T08:00:00+08:00');
    expect(await pump()).toEqual(['回复', '提醒']);
  });

  test('tries again after one second, doubling to ten minutes, and lets it lie after the twelfth time', async () => {
    const { w, gateway, queue, pump, rows } = await pumping(store, '2026-07-01T09:00:00+08:00');
    gateway.take(false);
    await queue('一');
    for (let tries = 1; tries <= 12; tries++) {
      await pump();
      const [row] = await rows();
      expect(row).toMatchObject({ state: tries < 12 ? 'queued' : 'dead', attempts: tries });
      expect(row?.error).toBe('the line is cut');
      // A moment too early it is not tried.
      await pump();
      expect((await rows())[0]?.attempts).toBe(tries);
      w.clock.advance(Math.min(2 ** (tries - 1), 600) / 60);
    }
    gateway.take(true);
    w.clock.advance(60);
    expect(await pump()).toEqual([]);
  });

  test('loses nothing when the gateway fails and comes back', async () => {
    const { w, gateway, queue, pump, rows } = await pumping(store);
    gateway.take(false);
    await queue('一');
    await pump();
    gateway.take(true);
    w.clock.advance(1);
    expect(await pump()).toEqual(['一']);
    expect(await rows()).toMatchObject([{ key: '一', state: 'sent', attempts: 2, error: null }]);
  });

  test('does not try what a gateway that is away cannot send, nor what has none', async () => {
    const { w, gateway, queue, pump, rows } = await pumping(store);
    const elsewhere = await addRoom(w, '群三', 'wecom');
    gateway.become('offline');
    await queue('一', { cause: 'reply' });
    await queue('别处', { to: { roomId: elsewhere } });
    expect(await pump()).toEqual([]);
    gateway.become('online');
    expect(await pump()).toEqual(['一']);
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 1],
      ['queued', 0],
    ]);
  });

  test('sends a picture behind its text, and nothing of either while the picture cannot be read', async () => {
    const { w, gateway, queue, pump, rows } = await pumping(store);
    const bytes = new Uint8Array([1, 2, 3]);
    const hash = await w.system.files.put(bytes);
    await queue('排名', { file: { hash, name: '排名.png' } });
    await pump();
    expect(gateway.said).toMatchObject([{ text: '排名', file: { name: '排名.png' } }]);
    expect([...(gateway.said[0]?.file?.bytes ?? [])]).toEqual([...bytes]);
    await queue('没有图', { file: { hash: '0'.repeat(64), name: '没有.png' } });
    w.clock.advance(1);
    expect(await pump()).toEqual(['排名']);
    expect((await rows())[1]).toMatchObject({ state: 'queued', attempts: 1 });
  });

  test('drops what has become stale', async () => {
    const { w, gateway, queue, pump, rows } = await pumping(store);
    gateway.become('offline');
    await queue('昨天的提醒', { expiresAt: new Date(w.clock().getTime() + 60_000) });
    w.clock.advance(2);
    gateway.become('online');
    expect(await pump()).toEqual([]);
    expect((await rows())[0]?.state).toBe('expired');
  });

  test('shared by two processes sends each message once', async () => {
    const { w, gateway, queue, pump } = await pumping(store);
    const second = createBareGateway();
    const other = createOutbox(w.system, [second]);
    onTestFinished(() => other.stop());
    for (let n = 0; n < 5; n++) await queue(`${n}`, { to: { roomId: await addRoom(w, `又一群${n}`) } });
    await Promise.all([pump(), other.wake(), other.idle()]);
    const all = [...gateway.said, ...second.said].map(({ text }) => text);
    expect(all.sort()).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('what was written first is read first', () => {
  test('a message that failed holds back the later ones of its room, and of no other', async () => {
    const { w, gateway, queue, pump } = await pumping(store);
    const other = await addRoom(w, '群二');
    gateway.take(false);
    for (const key of ['一', '二']) await queue(key, { cause: 'reply' });
    await pump();
    gateway.take(true);
    await queue('别的群', { cause: 'reply', to: { roomId: other } });
    expect(await pump()).toEqual(['别的群']);
    w.clock.advance(1 / 60);
    expect(await pump()).toEqual(['别的群', '一']);
    w.clock.advance(3 / 60);
    expect(await pump()).toEqual(['别的群', '一', '二']);
  });

  test('so does one whose pump died while it was being said; it is said again after a minute', async () => {
    const { w, queue, pump, rows } = await pumping(store);
    await queue('一', { cause: 'reply' });
    const [first] = await rows();
    if (first === undefined) throw new Error('nothing was queued');
    await claimMessages(w.system, [first.id]);
    await queue('二', { cause: 'reply' });
    w.clock.advance(59 / 60);
    expect(await pump()).toEqual([]);
    w.clock.advance(1 / 60);
    expect(await pump()).toEqual(['一']);
    w.clock.advance(3 / 60);
    expect(await pump()).toEqual(['一', '二']);
  });

  test('what was claimed by one that is no more is known however its clock ran, and due at once', async () => {
    const { w, queue, pump, rows } = await pumping(store);
    await queue('一', { cause: 'reply' });
    const [first] = await rows();
    if (first === undefined) throw new Error('nothing was queued');
    let reads = 0;
    const ticking = () => new Date(w.clock().getTime() + reads++);
    await claimMessages(w.system.as(w.system.actor, 'system', ticking), [first.id]);
    expect(await takeUpClaimed(w.system, w.clock())).toBe(0);
    w.clock.advance(1 / 60);
    expect(await pump()).toEqual([]);
    expect(await takeUpClaimed(w.system, w.clock())).toBe(1);
    expect(await pump()).toEqual(['一']);
  });

  test('one that keeps failing holds a room up for half a minute, one that waits for the morning not at all', async () => {
    const { w, queue, pump } = await pumping(store, '2026-07-01T21:29:00+08:00');
    await queue('坏图', { file: { hash: '0'.repeat(64), name: '没有.png' } });
    await queue('一', { cause: 'reply' });
    for (let seconds = 0; seconds < 31; seconds++) {
      expect(await pump()).toEqual([]);
      w.clock.advance(1 / 60);
    }
    expect(await pump()).toEqual(['一']);
    w.clock.set('2026-07-01T21:35:00+08:00');
    await pump();
    await queue('二', { cause: 'reply' });
    expect(await pump()).toEqual(['一', '二']);
  });
});

describe('light on people', () => {
  test('what is due for a room is gathered into one message, an answer is not', async () => {
    const { queue, pump, rows } = await pumping(store);
    await queue('一');
    await queue('回复', { cause: 'reply' });
    await queue('二', { cause: 'decision' });
    expect(await pump()).toEqual(['一\n\n二']);
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'queued', 'sent']);
  });

  test('a room has two routine pushes a day; the third waits for the next working morning', async () => {
    // Friday.
    const { w, queue, pump } = await pumping(store, '2026-07-03T09:00:00+08:00');
    for (const key of ['一', '二', '三']) {
      await queue(key);
      await pump();
      w.clock.advance(60);
    }
    await queue('急', { urgent: true });
    expect(await pump()).toEqual(['一', '二', '急']);
    w.clock.set('2026-07-04T09:00:00+08:00');
    expect(await pump()).toEqual(['一', '二', '急']);
    w.clock.set('2026-07-06T08:00:00+08:00');
    expect(await pump()).toEqual(['一', '二', '急', '三']);
  });

  test('nothing goes out on a holiday but an answer and a red-tier alert', async () => {
    const { w, queue, pump } = await pumping(store, '2026-10-01T10:00:00+08:00');
    await queue('提醒');
    await queue('回复', { cause: 'reply' });
    expect(await pump()).toEqual(['回复']);
    await queue('红色预警', { cause: 'alert', to: { roomId: await addRoom(w, '别处') } });
    expect(await pump()).toEqual(['回复', '红色预警']);
  });
});

describe('what goes wrong in practice', () => {
  test('a throttled account is left in peace, longer each time, and no message is the worse for it', async () => {
    const { w, gateway, worker, queue, pump, rows } = await pumping(store);
    gateway.fail(new Throttled('操作过于频繁'));
    await queue('一', { cause: 'reply' });
    await pump();
    expect(worker.throttledUntil('wechaty')).toEqual(new Date(w.clock().getTime() + 60_000));
    expect(await rows()).toMatchObject([{ state: 'queued', attempts: 0, error: '操作过于频繁' }]);
    w.clock.advance(1);
    await pump();
    expect(worker.throttledUntil('wechaty')).toEqual(new Date(w.clock().getTime() + 120_000));
    gateway.fail(null);
    await queue('二', { cause: 'reply' });
    w.clock.advance(2);
    // Spread from then on: one in six seconds.
    expect(await pump()).toEqual(['一']);
    w.clock.advance(3 / 60);
    expect(await pump()).toEqual(['一']);
    w.clock.advance(3 / 60);
    expect(await pump()).toEqual(['一', '二']);
  });

  test('the page of channels counts each refusal of the day, whatever became of the message since', async () => {
    const { w, gateway, queue, pump } = await pumping(store, '2026-07-01T21:29:00+08:00');
    const refused = async () => (await refusalsToday(w.system)).get('wechaty') ?? 0;
    gateway.take(false);
    await queue('一', { cause: 'decision' });
    await pump();
    // Tried twice more within the minute, then put off until the morning.
    for (const seconds of [1, 2]) {
      w.clock.advance(seconds / 60);
      await pump();
    }
    w.clock.set('2026-07-01T21:31:00+08:00');
    await pump();
    expect(await refused()).toBe(3);
    gateway.fail(new Throttled('操作过于频繁'));
    await queue('二', { cause: 'reply' });
    await pump();
    expect(await refused()).toBe(4);
    // Nobody refused what may have arrived.
    gateway.fail(new Unclear('发送时连接断开'));
    w.clock.advance(2);
    await pump();
    expect(await refused()).toBe(4);
    w.clock.set('2026-07-02T00:00:00+08:00');
    expect(await refused()).toBe(0);
    gateway.take(true);
    w.clock.set('2026-07-02T08:00:00+08:00');
    expect(await pump()).toEqual(['一']);
    expect(await refused()).toBe(0);
  });

  test('more than twenty equal messages to a room in five minutes are held for an admin to see', async () => {
    const { w, queue, pump, rows } = await pumping(store);
    for (let n = 0; n <= 20; n++) {
      await queue(`${n}`, { cause: 'reply', text: '已记录' });
      await pump();
      w.clock.advance(0.1);
    }
    const states = (await rows()).map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(20);
    expect(states.at(-1)).toBe('held');
    expect((await showChannels(w.as('admin'))).aside).toMatchObject([
      { state: 'held', to: '群一', text: '已记录', error: '5分钟内已发20条相同的消息，先暂扣' },
    ]);
  });

  test('what may have been said is not said again, unless it does not come back from a room that echoes', async () => {
    const { w, gateway, worker, queue, pump, rows } = await pumping(store);
    gateway.fail(new Unclear('发送时连接断开'));
    await queue('一', { cause: 'reply' });
    await pump();
    gateway.fail(null);
    w.clock.advance(30);
    expect(await pump()).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'unknown', error: '发送时连接断开' }]);
    worker.cameBack('wechaty', { roomId: '群一', text: '一' });
    await expect.poll(async () => (await rows())[0]?.state).toBe('sent');

    gateway.fail(new Unclear('发送时连接断开'));
    await queue('二', { cause: 'reply' });
    await pump();
    gateway.fail(null);
    w.clock.advance(9);
    expect(await pump()).toEqual([]);
    w.clock.advance(2);
    expect(await pump()).toEqual(['二']);
  });

  test('urgent messages of a gateway that is down for an hour go by the stand-in, the others wait', async () => {
    const w = await world(store);
    const wechat = createBareGateway();
    const wecom = createBareGateway('wecom');
    const worker = createOutbox(w.system, [wechat, wecom]);
    onTestFinished(() => worker.stop());
    const room = await addRoom(w, '群一');
    const standIn = await addRoom(w, '备用群', 'wecom');
    await w.store.db
      .update(rooms)
      .set({ standsInFor: room })
      .where(and(eq(rooms.domainId, w.domainId), eq(rooms.id, standIn)));
    wechat.become('offline', w.clock());
    const queue = (key: string, urgent: boolean) =>
      w.system.transaction((tx) =>
        queueMessage(tx, { key, cause: 'reminder', to: { roomId: room }, text: key, urgent }),
      );
    await queue('督办', true);
    await queue('临期提醒', false);
    const pump = async () => {
      worker.wake();
      await worker.idle();
      return wecom.said.map(({ text, to }) => [text, to.externalId]);
    };
    w.clock.advance(59);
    expect(await pump()).toEqual([]);
    w.clock.advance(1);
    expect(await pump()).toEqual([['督办', '备用群']]);
    wechat.become('online', w.clock());
    await pump();
    expect(wechat.said.map(({ text }) => text)).toEqual(['临期提醒']);
  });
});
