/**
 * `kill -9` while messages are taken in and answered: no acknowledged one is lost, none is recorded twice, every answer
 * is said at least once and those of one place in their order (trust.md).
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { and, asc, eq } from 'drizzle-orm';
import { expect, inject, onTestFinished, test } from 'vitest';
import { loadConfig } from '../api/config.ts';
import { createContext } from '../api/context.ts';
import { createLog } from '../api/log.ts';
import { hearChat } from '../api/services/chat/hear-chat.ts';
import { databaseAt } from '../api/testing/global-setup.ts';
import { assignmentOf, giveSmallPlan } from '../api/testing/small-plan.ts';
import { type World, world } from '../api/testing/world.ts';
import { openFolder, openServer, runOnServer, type Store } from '../db/open.ts';
import { assignments, progressRecords } from '../db/schema/assignments.ts';
import { contacts, inbox, outbox, rooms } from '../db/schema/chat.ts';
import { createBot } from './bot.ts';
import { createBareGateway } from './testing/bare-gateway.ts';

const CHILD = fileURLToPath(new URL('./testing/intake-child.ts', import.meta.url));
const NOW = '2026-07-01T09:00:00+08:00';
const CONTACT = 'liaison';

/** A place that outlives the processes that open it. */
interface Place {
  address: string;
  open(): Promise<Store>;
}

async function folder(): Promise<Place> {
  const path = await mkdtemp(join(tmpdir(), 'duban-crash-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return { address: path, open: () => openFolder(path) };
}

async function server(url: string): Promise<Place> {
  const name = `duban_crash_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(url, `create database ${name}`);
  onTestFinished(() => runOnServer(url, `drop database ${name} with (force)`));
  const address = databaseAt(url, name);
  return { address, open: () => openServer(address, 5) };
}

/** A village whose liaison is known to the chat. */
async function furnish(store: Store): Promise<World> {
  const w = await world(store, { now: NOW });
  await giveSmallPlan(w);
  await store.db.insert(contacts).values({
    domainId: w.domainId,
    gateway: 'simulator',
    externalId: CONTACT,
    name: '一村联络员',
    personId: w.person('liaison', 'village').id,
  });
  return w;
}

/** The keys of what was said, as the people of each place saw it. */
type Said = Map<string, string[]>;
const note = (said: Said, place: string, key: string): void =>
  void said.set(place, [...(said.get(place) ?? []), key]);

/** What a process claimed and died over is said again after a minute. */
const afterTheClaim = (w: World): void => w.clock.advance(1.1);

/**
 * Lets a process take messages in from number `from` on, and kills it at a random moment. Gives the number of the
 * first message that it did not acknowledge: the one that a gateway would deliver again.
 */
async function takenInUntilKilled(place: Place, w: World, from: number, said: Said): Promise<number> {
  afterTheClaim(w);
  const began = performance.now();
  const words = [place.address, `${w.domainId}`, CONTACT, `${from}`, w.clock().toISOString()];
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  // Some time after it has acknowledged so many; with none, it may still be busy with what was left.
  const acknowledged = Math.floor(Math.random() * 8);
  let next = from;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word = '', to = '', key = ''] = line.split(' ');
    if (word === 'said') note(said, to, key);
    else if (word !== 'ready') next = Number(word) + 1;
    if (next - from >= acknowledged) void pause(Math.random() * 30).then(() => child.kill('SIGKILL'));
  }
  await closed;
  // Its clock went on while it lived, so what it claimed is its own for that much longer.
  w.clock.advance((performance.now() - began) / 60_000);
  expect(child.signalCode).toBe('SIGKILL');
  return next;
}

/** Lets the bot finish what the crashes left. */
async function finish(store: Store, w: World, said: Said): Promise<void> {
  const { domainId, files, clock } = w;
  const actor = { kind: 'system', name: 'bot' } as const;
  const ctx = createContext(
    { domainId, actor, channel: 'system', clock, log: createLog('silent'), files },
    store.db,
  );
  const gateway = createBareGateway('simulator');
  const bot = createBot({
    ctx,
    gateways: [gateway],
    listen: (heard) => hearChat(store, domainId, heard),
  });
  afterTheClaim(w);
  await bot.start();
  await bot.idle();
  await bot.stop();
  for (const { to, key } of gateway.said) note(said, to.externalId, key);
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
    .leftJoin(rooms, and(eq(rooms.domainId, outbox.domainId), eq(rooms.id, outbox.roomId)))
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

test('what was acknowledged survives kill -9, and nothing is doubled', {
  timeout: KILLS * 30_000,
}, async () => {
  await survives(database.kind === 'postgres' ? await server(database.url) : await folder(), KILLS);
});
