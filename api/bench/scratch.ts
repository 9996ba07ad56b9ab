/** Databases that a row of the bench has for itself, and the bare drivers that floors are measured with. */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { openServer, runOnServer, type Store } from '../../db/open.ts';
import type { DomainId } from '../../db/vocabulary.ts';
import { type Clock, type Context, createContext } from '../context.ts';
import { createLog } from '../log.ts';
import { createFileStore } from '../services/files/file-store.ts';
import type { Arena } from './finding.ts';

export type Bare = postgres.Sql;

export interface Scratch {
  readonly url: string;
  readonly store: Store;
  /** postgres.js with nothing of ours around it. */
  readonly bare: Bare;
  /** As the product itself, in a sub-district of this database. */
  context(domainId: DomainId, clock?: Clock): Context;
}

const silent = () => undefined;

/** Lends a fresh, migrated PostgreSQL database and drops it afterwards. */
export async function onScratch<T>(
  { databaseUrl, folder }: Arena,
  work: (scratch: Scratch) => Promise<T>,
  connections = 10,
): Promise<T> {
  const name = `duban_bench_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(databaseUrl, `create database ${name}`);
  const url = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
  const store = await openServer(url, connections);
  const bare = postgres(url, { max: connections, onnotice: silent });
  const log = createLog('silent');
  const files = createFileStore(`${folder}/files`);
  const context: Scratch['context'] = (domainId, clock = () => new Date()) =>
    createContext(
      { domainId, actor: { kind: 'system', name: 'bench' }, channel: 'system', clock, log, files },
      store.db,
    );
  try {
    return await work({ url, store, bare, context });
  } finally {
    await bare.end({ timeout: 5 });
    await store.close();
    await runOnServer(databaseUrl, `drop database ${name} with (force)`);
  }
}
