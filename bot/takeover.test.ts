/** Of several bot processes on one database one speaks; when it is killed another goes on (docs/gateways.md). */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { createContext } from '../api/context.ts';
import { createLog } from '../api/log.ts';
import { queueMessages } from '../api/services/chat/queue-message.ts';
import type { World } from '../api/testing/world.ts';
import type { Store } from '../db/open.ts';
import { contacts } from '../db/schema/chat.ts';
import {
  atTheDeath,
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

const PEOPLE = 4;
const MESSAGES = 40;
const WAIT = { timeout: 120_000 };

/** Queues answers to some people in turn, for some seconds. Gives what each is to hear, in order. */
async function write({ db }: Store, { domainId, clock, files }: World): Promise<Said> {
  const actor = { kind: 'system', name: 'test' } as const;
  const ctx = createContext(
    { domainId, actor, channel: 'system', clock, log: createLog('silent'), files },
    db,
  );
  const people = await db
    .insert(contacts)
    .values(
      Array.from({ length: PEOPLE }, (_, n) => ({
        domainId,
        gateway: 'simulator' as const,
        externalId: `p${n}`,
        name: `联络员${n}`,
      })),
    )
    .returning({ id: contacts.id, externalId: contacts.externalId });
  const written: Said = new Map();
  for (let n = 0; n < MESSAGES; n++) {
    for (const { id: contactId, externalId } of people) {
      const key = `${externalId}-${n}`;
      note(written, externalId, key);
      await ctx.transaction((tx) =>
        queueMessages(tx, [{ key, cause: 'reply', to: { contactId }, text: key }]),
      );
    }
    await pause(50);
  }
  return written;
}

/** Starts a process that may speak; resolves once it has started. `said` grows with what it says. */
async function speaker(place: Place, w: World, shift: number, said: Said) {
  const { child, lines } = startBot(place, w, shift, 'speak', randomUUID());
  const of = { child, spoken: 0, ready: false };
  lines.on('line', (line) => {
    const [word, to = '', key = ''] = line.split(' ');
    if (word === 'ready') of.ready = true;
    else {
      of.spoken += 1;
      note(said, to, key);
    }
  });
  await expect.poll(() => of.ready || child.exitCode !== null, WAIT).toBe(true);
  return of;
}

async function kill({ child }: Awaited<ReturnType<typeof speaker>>): Promise<void> {
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
}

/** Everybody heard all that was written, in its order; what was being said at a kill they may have heard twice. */
async function checkHeard(store: Store, w: World, said: Said, written: Said): Promise<void> {
  await finish(store, w, said);
  await store.close();
  for (const [to, keys] of written) {
    const heard = said.get(to) ?? [];
    expect(heard.filter((key, at) => key !== heard[at - 1])).toEqual(keys);
  }
}

/** On a server the second waits for its turn. */
async function onServer(place: Place): Promise<void> {
  const store = await place.open();
  const w = await furnish(store);
  const shift = shiftOf(w);
  const said: Said = new Map();
  const first = await speaker(place, w, shift, said);
  const second = await speaker(place, w, shift, said);
  const writing = write(store, w);
  await expect.poll(() => first.spoken, WAIT).toBeGreaterThan(PEOPLE);
  await pause(Math.random() * 100);
  expect(second.spoken).toBe(0);
  await kill(first);
  await expect.poll(() => second.spoken, WAIT).toBeGreaterThan(PEOPLE);
  const written = await writing;
  await kill(second);
  atTheDeath(w, shift);
  await checkHeard(store, w, said, written);
}

/** An embedded database lets no second process in while the first lives. */
async function inFolder(place: Place): Promise<void> {
  const before = await place.open();
  const w = await furnish(before);
  const written = await write(before, w);
  await before.close();
  const said: Said = new Map();
  const shift = shiftOf(w);
  const first = await speaker(place, w, shift, said);
  const second = await speaker(place, w, shift, said);
  expect(second.ready).toBe(false);
  await expect.poll(() => first.spoken, WAIT).toBeGreaterThan(PEOPLE);
  await kill(first);
  atTheDeath(w, shift);
  const later = shiftOf(w);
  const third = await speaker(place, w, later, said);
  await expect.poll(() => third.spoken, WAIT).toBeGreaterThan(PEOPLE);
  await kill(third);
  atTheDeath(w, later);
  await checkHeard(await place.open(), w, said, written);
}

test('of two processes one speaks; killed, another goes on, and nothing is lost', {
  timeout: 600_000,
}, async () => {
  const database = inject('testDatabase');
  await (database.kind === 'postgres' ? onServer(await server(database.url)) : inFolder(await folder()));
});
