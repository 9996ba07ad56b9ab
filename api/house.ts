/**
 * The house as a process finds it: the database open and up to date, the first data in it, the clock of its
 * sub-district. What the front door builds everything else upon.
 */
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Database, openFolder, openMemory, openServer, type Store } from '../db/open.ts';
import type { DomainId } from '../db/vocabulary.ts';
import { type Config, clockOf } from './config.ts';
import { type Clock, type Context, createContext } from './context.ts';
import { readPlanJson } from './domain/plan/plan-file.ts';
import { demoClock } from './services/demo/demo-clock.ts';
import { createFileStore, type FileStore } from './services/files/file-store.ts';
import { subdistrictOf } from './services/units/found-subdistrict.ts';
import type { Builtin } from './services/units/open-office.ts';

export interface OpenHouse {
  store: Store;
  files: FileStore;
  log: Logger;
  clock: Clock;
  domainId: DomainId;
  /** The first admin's sign-in, where the house was opened for the first time and for real. */
  firstAdmin: { username: string; password: string } | null;
  /** A context in which the product itself acts; `name` stands in the audit. */
  context(name: string): Context;
  close(): Promise<void>;
}

const builtinFile = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../db/builtin/${name}`, import.meta.url), 'utf8'));

/** The plan that the product ships with, confirmed, and the everyday words for its tasks. */
export function builtin(): Builtin {
  const read = readPlanJson(builtinFile('plan.json'));
  if (!read.ok)
    throw new Error(`the built-in plan is faulty: ${read.faults.map((fault) => fault.path).join(', ')}`);
  return { plan: read.plan, synonyms: builtinFile('synonyms.json') as Builtin['synonyms'] };
}

/** PostgreSQL where an address is given, else the folder; `inMemory` for what is to leave no trace. */
function openStore(config: Config, inMemory: boolean): Promise<Store> {
  if (inMemory) return openMemory();
  return config.databaseUrl === undefined ? openFolder(config.dataFolder) : openServer(config.databaseUrl);
}

/**
 * Opens the house. Where the database is empty it is given its first data: the demo year, or for real use the plan,
 * the scheme and an admin. Throws `FolderInUse` where another process has the data folder.
 */
export async function openHouse(config: Config, log: Logger, { inMemory = false } = {}): Promise<OpenHouse> {
  const store = await openStore(config, inMemory);
  try {
    return await furnished(store, config, log);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function furnished(store: Store, config: Config, log: Logger): Promise<OpenHouse> {
  const files = createFileStore(`${config.dataFolder}/files`);
  const machine = clockOf(config);
  const contextsOn =
    (db: Database) =>
    (domainId: DomainId, clock: Clock = machine, name = 'duban'): Context =>
      createContext({ domainId, actor: { kind: 'system', name }, channel: 'system', clock, log, files }, db);

  let firstAdmin: OpenHouse['firstAdmin'] = null;
  const domainId = await subdistrictOf(store.db, async (db) => {
    if (config.demo) {
      const { loadDemo } = await import('./services/demo/load-demo.ts');
      return loadDemo(db, contextsOn(db), builtin(), machine());
    }
    const { openOffice } = await import('./services/units/open-office.ts');
    const { domainId: founded, ...admin } = await openOffice(db, contextsOn(db), builtin());
    firstAdmin = admin;
    return founded;
  });
  const contextOf = contextsOn(store.db);
  const clock = (await demoClock(contextOf(domainId))) ?? machine;
  return {
    store,
    files,
    log,
    clock,
    domainId,
    firstAdmin,
    context: (name) => contextOf(domainId, clock, name),
    close: () => store.close(),
  };
}
