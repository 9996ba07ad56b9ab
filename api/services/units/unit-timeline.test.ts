import { expect, test } from 'vitest';
import { contacts, inbox, outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import type { MessageId } from '../../../db/vocabulary.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { unitTimeline } from './unit-timeline.ts';

const store = await openTestStore();
const w = await world(store);
const { domainId } = w;
const only = <T>([row]: T[]): T => {
  if (row === undefined) throw new Error('no row');
  return row;
};
/** One group of two villages. */
const room = only(
  await store.db
    .insert(rooms)
    .values({ domainId, gateway: 'wechaty', externalId: 'r', topic: '两村工作群' })
    .returning({ id: rooms.id }),
).id;
await store.db.insert(roomUnits).values([
  { domainId, roomId: room, unitId: w.unit.village },
  { domainId, roomId: room, unitId: w.unit.otherVillage },
]);
const contactOf = async (of: 'village' | 'otherVillage') =>
  only(
    await store.db
      .insert(contacts)
      .values({
        domainId,
        gateway: 'wechaty',
        externalId: of,
        name: of,
        personId: w.person('liaison', of).id,
      })
      .returning({ id: contacts.id }),
  ).id;
const [own, other] = [await contactOf('village'), await contactOf('otherVillage')];
const hear = async (contactId: typeof own, text: string, intent: string): Promise<MessageId> => {
  w.clock.advance(1);
  const now = { sentAt: w.clock(), receivedAt: w.clock(), handledAt: w.clock(), state: 'handled' } as const;
  return only(
    await store.db
      .insert(inbox)
      .values({
        ...{ domainId, gateway: 'wechaty', externalId: text, roomId: room, contactId, text, ...now },
        intent: { intent },
      })
      .returning({ id: inbox.id }),
  ).id;
};
const say = async (key: string, cause: 'reply' | 'reminder') => {
  w.clock.advance(1);
  const now = { queuedAt: w.clock(), notBefore: w.clock(), sentAt: w.clock(), state: 'sent' } as const;
  await store.db.insert(outbox).values({ domainId, key, cause, roomId: room, text: key, ...now });
};

test('what the unit said and became, what the bot answered it and pushed, what was recorded on a page; no chatter, nobody else’s', async () => {
  const assignmentId = await assign(w, await addTask(w), 'village');
  const first = await hear(own, '2.1-3 完成60%', 'progress');
  await reportProgress(w.system, { assignmentId, percent: 60, messageId: first });
  await say(`reply:${first}:room`, 'reply');
  await hear(own, '今天真热', 'none');
  const theirs = await hear(other, '2.1-3 已完成', 'progress');
  await say(`reply:${theirs}:room`, 'reply');
  await say('reminder', 'reminder');
  w.clock.advance(1);
  await reportProgress(w.as('liaison'), { assignmentId, percent: 80 });

  const ask = (after?: string) => unitTimeline(w.as('leader'), { unitId: w.unit.village, after, limit: 3 });
  const { next, rows } = await ask();
  expect(rows).toMatchObject([
    { line: 'recorded', text: null, records: [{ percent: 80, code: '2.1-3' }] },
    { line: 'said', text: 'reminder', records: [] },
    { line: 'said', text: `reply:${first}:room` },
  ]);
  expect(await ask(next ?? '')).toMatchObject({
    next: null,
    rows: [
      { line: 'heard', speaker: 'village', text: '2.1-3 完成60%', records: [{ assignmentId, percent: 60 }] },
    ],
  });
  await expect(ask('1.2')).rejects.toMatchObject({ kind: 'invalid' });
});
