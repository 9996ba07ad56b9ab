import { expect, test } from 'vitest';
import { contacts, inbox, outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { droppableReminders, type PastPeriod } from '../../domain/burden/burden.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { measureBurden } from './measure-burden.ts';

const store = await openTestStore();

test('what two weeks took, counted by hand: pushes, words, questions, reports needed, made and repeated', async () => {
  const w = await world(store);
  const { domainId } = w;
  const only = <T>([row]: T[]): T => {
    if (row === undefined) throw new Error('no row');
    return row;
  };
  const room = only(
    await store.db
      .insert(rooms)
      .values({ domainId, gateway: 'wechaty', externalId: 'r', topic: '示例一村工作群' })
      .returning({ id: rooms.id }),
  ).id;
  await store.db.insert(roomUnits).values({ domainId, roomId: room, unitId: w.unit.village });
  const contactId = only(
    await store.db
      .insert(contacts)
      .values({
        domainId,
        gateway: 'wechaty',
        externalId: 'c',
        name: '某某',
        personId: w.person('liaison').id,
      })
      .returning({ id: contacts.id }),
  ).id;
  const sent = { domainId, cause: 'reminder', state: 'sent', roomId: room, text: '提醒' } as const;
  const at = (day: string) => ({
    queuedAt: new Date(`${day}T01:00:00Z`),
    notBefore: new Date(`${day}T01:00:00Z`),
    sentAt: new Date(`${day}T01:00:00Z`),
  });
  const lead = only(
    await store.db
      .insert(outbox)
      .values({ ...sent, ...at('2026-06-22'), key: 'lead' })
      .returning({ id: outbox.id }),
  ).id;
  // Of these two pushes to the room and one in private count: one is gathered, one a reply, one too old.
  await store.db.insert(outbox).values([
    { ...sent, ...at('2026-06-22'), key: 'gathered', gatheredInto: lead },
    { ...sent, ...at('2026-06-29'), key: 'second' },
    { ...sent, ...at('2026-06-29'), key: 'private', roomId: null, contactId },
    { ...sent, ...at('2026-06-29'), key: 'reply', cause: 'reply' },
    { ...sent, ...at('2026-06-17'), key: 'old' },
  ]);
  const heard = {
    domainId,
    gateway: 'wechaty',
    roomId: room,
    contactId,
    text: '报',
    state: 'handled',
  } as const;
  const then = (day: string) => ({
    sentAt: new Date(`${day}T02:00:00Z`),
    receivedAt: new Date(`${day}T02:00:00Z`),
    handledAt: new Date(`${day}T02:00:00Z`),
  });
  await store.db.insert(inbox).values([
    { ...heard, ...then('2026-06-18'), externalId: '1' },
    { ...heard, ...then('2026-06-25'), externalId: '2', asked: true },
    { ...heard, ...then('2026-07-01'), externalId: '3' },
    { ...heard, ...then('2026-06-17'), externalId: '4', asked: true },
  ]);
  // Due on 30 June; 60 % said twice is once repeated, and once more after another figure is not.
  const assignmentId = await assign(w, await addTask(w), 'village');
  for (const percent of [60, 60, 80, 60]) {
    await reportProgress(w.system, { assignmentId, percent });
    w.clock.advance(5);
  }
  const { from, until, units } = await measureBurden(w.as('admin'), 2);
  expect([from, until]).toEqual(['2026-06-18', '2026-07-01']);
  expect(units.find(({ unit }) => unit === '示例一村')).toEqual({
    ...{ unitId: w.unit.village, unit: '示例一村', people: 1, roomPushes: 2, privatePushes: 1, said: 3 },
    ...{ asked: 1, needed: 1, reported: 4, repeated: 1, read: 1.5, written: 1.5 },
  });
  expect(units.find(({ unit }) => unit === '示例二村')).toMatchObject({ read: 0, written: 0, needed: 0 });
  await expect(measureBurden(w.as('liaison'), 2)).rejects.toMatchObject({ kind: 'forbidden' });
});

test('a task that everybody did on time three periods running needs no early reminder', () => {
  const task = (code: string, late: number[]): PastPeriod[] =>
    late.map((n, at) => ({ code, title: code, period: `2026-0${6 - at}`, units: 12, late: n }));
  const past = [...task('2.1-3', [0, 0, 0, 4]), ...task('2.1-4', [0, 0, 1, 0]), ...task('2.1-5', [0, 0])];
  expect(droppableReminders(past)).toEqual([{ code: '2.1-3', title: '2.1-3', periods: 3, units: 12 }]);
});
