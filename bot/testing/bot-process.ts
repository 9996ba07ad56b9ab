/** Bot processes for tests: where they work, how they are started, and what they said before they were killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Context, createContext } from '../../api/context.ts';
import { createLog } from '../../api/log.ts';
import { hearChat } from '../../api/services/chat/hear-chat.ts';
import { waiting } from '../../api/services/chat/waiting-messages.ts';
import { databaseAt } from '../../api/testing/global-setup.ts';
import { giveSmallPlan } from '../../api/testing/small-plan.ts';
import { type World, world } from '../../api/testing/world.ts';
import { openFolder, openServer, runOnServer, type Store } from '../../db/open.ts';
import { contacts, outbox } from '../../db/schema/chat.ts';
import { createBot } from '../bot.ts';
import { createBareGateway } from './bare-gateway.ts';

const CHILD = fileURLToPath(new URL('./intake-child.ts', import.meta.url));
const NOW = '2026-07-01T09:00:00+08:00';
export const CONTACT = 'liaison';

/** A place that outlives the processes that open it. */
export interface Place {
  address: string;
  open(): Promise<Store>;
}

export async function folder(): Promise<Place> {
  const path = await mkdtemp(join(tmpdir(), 'duban-crash-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return { address: path, open: () => openFolder(path) };
}

export async function server(url: string): Promise<Place> {
  const name = `duban_crash_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(url, `create database ${name}`);
  onTestFinished(() => runOnServer(url, `drop database ${name} with (force)`));
  const address = databaseAt(url, name);
  return { address, open: () => openServer(address, 5) };
}

/** A village whose liaison is known to the chat. */
export async function furnish(store: Store): Promise<World> {
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

/** How far ahead of the machine's clock a process is that is to live in the world's time from now on. */
export const shiftOf = ({ clock }: World): number => clock().getTime() - Date.now();

/** Starts `intake-child.ts` on the place, with what it is to do; gives its lines too. */
export function startBot(
  { address }: Place,
  { domainId }: World,
  shift: number,
  ...task: readonly string[]
): { child: ChildProcess; lines: Interface } {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', CHILD, address, `${domainId}`, `${shift}`, ...task],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return { child, lines: createInterface({ input: child.stdout }) };
}

/** The keys of what was said, as the people of each place saw it. */
export type Said = Map<string, string[]>;
export const note = (said: Said, place: string, key: string): void =>
  void said.set(place, [...(said.get(place) ?? []), key]);

/**
 * Sets the world's clock to the death of a process that lived with that shift: what it claimed and died over is said
 * again by the next one, which need not wait.
 */
export const atTheDeath = (w: World, shift: number): void =>
  w.clock.advance((Date.now() + shift - w.clock().getTime()) / 60_000);

/** Far more than it takes to say what is left at the pace of one room. */
const MOST_MINUTES = 60;

const isWaiting = async (ctx: Context): Promise<boolean> => {
  const rows = await ctx.read((db) => db.select({ id: outbox.id }).from(outbox).where(waiting(ctx)).limit(1));
  return rows.length > 0;
};

/** Lets the bot finish what the crashes left, for as many minutes as a room's pace asks for. */
export async function finish(store: Store, w: World, said: Said): Promise<void> {
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
  await bot.start();
  await bot.idle();
  for (let n = 0; n < MOST_MINUTES && (await isWaiting(ctx)); n++) {
    clock.advance(1.1);
    await bot.tick();
    await bot.idle();
  }
  await bot.stop();
  for (const { to, key } of gateway.said) note(said, to.externalId, key);
}
