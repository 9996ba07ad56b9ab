import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outbox, rooms } from '../../../db/schema/chat.ts';
import type { RoomId } from '../../../db/vocabulary.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { type NewMessage, queueMessages } from './queue-message.ts';

const store = await openTestStore();

async function roomOf(w: World): Promise<RoomId> {
  const [room] = await store.db
    .insert(rooms)
    .values({
      ...{ domainId: w.domainId, gateway: 'simulator', externalId: 'r1', topic: '示例群' },
      boundAt: w.clock(),
    })
    .returning();
  if (room === undefined) throw new Error('no room');
  return room.id;
}

const AWKWARD = ['收到', 'null', '', '"{a,b}"', '\\', '一行\n二行\t\r', 'ok', '🙂', '，'];

test('each message keeps its own text and its place, however many say the same and whatever they say', async () => {
  const w = await world(store, { now: '2026-06-01T08:00:00+08:00' });
  const roomId = await roomOf(w);
  let round = 0;
  const anyText = fc.oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 12 }), async (texts) => {
      round++;
      const messages = texts.map(
        (text, n): NewMessage => ({ key: `${round}:${n}`, cause: 'notice', to: { roomId }, text }),
      );
      expect(await w.system.transaction((tx) => queueMessages(tx, messages))).toBe(texts.length);
      const queued = await store.db
        .delete(outbox)
        .where(eq(outbox.domainId, w.domainId))
        .returning({ id: outbox.id, text: outbox.text });
      expect(queued.sort((a, b) => a.id - b.id).map(({ text }) => text)).toEqual(texts);
    }),
    { numRuns: 40 },
  );
});

test('half a character goes out as the sign that stands for one, and a key that was queued changes nothing', async () => {
  const w = await world(store, { now: '2026-06-01T08:00:00+08:00' });
  const roomId = await roomOf(w);
  const say = (key: string, text: string): NewMessage => ({ key, cause: 'notice', to: { roomId }, text });
  const queue = (...messages: NewMessage[]) => w.system.transaction((tx) => queueMessages(tx, messages));
  expect(await queue(say('a', '断\ud83d'), say('b', '断\ud83d'))).toBe(2);
  expect(await queue(say('b', '另一句'), say('c', '第三句'))).toBe(1);
  const said = await store.db
    .select({ text: outbox.text })
    .from(outbox)
    .where(eq(outbox.domainId, w.domainId))
    .orderBy(asc(outbox.id));
  expect(said.map(({ text }) => text)).toEqual(['断\ufffd', '断\ufffd', '第三句']);
});
