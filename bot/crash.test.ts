/**
 * `kill -9` while messages are taken in and answered: no acknowledged one is lost, none is recorded twice, every answer
 * is said at least once and those of one place in their order (trust.md).
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { and, asc, eq } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import { loadConfig } from '../api/config.ts';
import { assignmentOf } from '../api/testing/small-plan.ts';
import type { World } from '../api/testing/world.ts';
import type { Store } from '../db/open.ts';
import { refersTo } from '../db/refers-to.ts';
import { assignments, progressRecords } from '../db/schema/assignments.ts';
import { inbox, outbox, rooms } from '../db/schema/chat.ts';
import {
  atTheDeath,
  CONTACT,
  finish,
  folder,
  furnish,
  note,
  type Place,
  type Said,
  server,
  shiftOf,
  startBot,
} from './testing/bot-process.ts';

/**
 * Lets a process take messages in from number `from` on, and kills it at a random moment. Gives the number of the
 * first message that it did not acknowledge: the one that a gateway would deliver again.
 */
async function takenInUntilKilled(place: Place, w: World, from: number, said: Said): Promise<number> {
  const shift = shiftOf(w);
  const { child, lines } = startBot(place, w, shift, 'hear', CONTACT, `${from}`);
  const closed = once(child, 'close');
  // Some time after it has acknowledged so many; with none, it may still be busy with what was left.
  const acknowledged = Math.floor(Math.random() * 8);
  let next = from;
  for await (const line of lines) {
    const [word = '', to = '', key = ''] = line.split(' ');
    if (word === 'said') note(said, to, key);
    else if (word !== 'ready') next = Number(word) + 1;
    if (next - from >= acknowledged) void pause(Math.random() * 30).then(() => child.kill('SIGKILL'));
  }
  await closed;
  atTheDeath(w, shift);
  expect(child.signalCode).toBe('SIGKILL');
  return next;
}

/** What became of the messages, by their number: how they stand, and how often each was recorded and answered. */
async function outcome({ db }: Store, { domainId }: World) {
  const messages = await db
    .select({ id: inbox.id, externalId: inbox.externalId, state: inbox.state })
    .from(inbox)
    .where(eq(inbox.domainId, domainId))
    .orderBy(asc(inbox.id));
  const records = await db
    .select({ messageId: progressRecords.messageId, percent: progressRecords.percent })
    .from(progressRecords)
    .where(eq(progressRecords.domainId, domainId))
    .orderBy(asc(progressRecords.id));
  const answers = await db
    .select({ key: outbox.key, room: rooms.externalId, state: outbox.state })
    .from(outbox)
    .leftJoin(rooms, refersTo(outbox, 'roomId', rooms))
    .where(eq(outbox.domainId, domainId))
    .orderBy(asc(outbox.id));
  return {
    numbers: messages.map(({ externalId }) => externalId),
    states: new Set(messages.map(({ state }) => state)),
    recorded: records.map(({ messageId }) => messages.find(({ id }) => id === messageId)?.externalId),
    answers,
    percent: records.at(-1)?.percent,
  };
}

/** `reply:12:room` by its 12. */
const byNumber = (a: string, b: string): number => Number(a.split(':')[1]) - Number(b.split(':')[1]);

const named = (n: number): string => `message-${n}`;

async function survives(place: Place, kills: number): Promise<void> {
  const first = await place.open();
  const w = await furnish(first);
  await first.close();

  let next = 0;
  const said: Said = new Map();
  for (let kill = 0; kill < kills; kill++) next = await takenInUntilKilled(place, w, next, said);

  const store = await place.open();
  await finish(store, w, said);
  const { numbers, states, recorded, answers, percent } = await outcome(store, w);
  const id = await assignmentOf({ ...w, store }, { code: '2.1-1', period: '2026' });
  const [standing] = await store.db
    .select({ percent: assignments.percent })
    .from(assignments)
    .where(and(eq(assignments.domainId, w.domainId), eq(assignments.id, id)));
  await store.close();

  expect(next).toBeGreaterThan(0);
  // One that was stored but not acknowledged before the last kill may stand there too.
  const all = Array.from({ length: Math.max(next, numbers.length) }, (_, n) => named(n));
  expect(numbers).toEqual(all);
  expect(all.length - next).toBeLessThanOrEqual(1);
  expect([...states]).toEqual(['handled']);
  expect(recorded).toEqual(all);
  expect(answers).toHaveLength(all.length);
  expect([...new Set(answers.map(({ state }) => state))]).toEqual(['sent']);
  const written: Said = new Map();
  for (const { key, room } of answers) note(written, room ?? CONTACT, key);
  // A repeat, of what was being said at a kill, comes before anything new: without repeats it is what was written.
  const heard = [...said].map(([place, keys]) => [place, [...new Set(keys)]] as const);
  expect(new Map(heard)).toEqual(written);
  for (const keys of said.values()) expect(keys).toEqual([...keys].sort(byNumber));
  expect(standing?.percent).toBe(percent);
}

const database = inject('testDatabase');

/** Ten on each of the two databases that `.ci/run` goes through; `npm run soak` kills 200 times. */
const KILLS = loadConfig().soakKills ?? 10;

test('what was acknowledged survives kill -9, nothing is doubled, and every answer is said in its order', {
  timeout: KILLS * 30_000,
}, async () => {
  await survives(database.kind === 'postgres' ? await server(database.url) : await folder(), KILLS);
});
