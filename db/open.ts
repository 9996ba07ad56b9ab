/**
 * The one door to storage: `postgres://…` is PostgreSQL through postgres.js, otherwise a folder is PGlite.
 * Both give the same typed database. The only file that knows the drivers.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { type SQL, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { lockFolder } from './folder-lock.ts';
import * as schema from './schema/index.ts';
import { TRIGGERS } from './triggers.ts';

/** The database as the rest of the house knows it, a transaction of it included. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Store {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Database;
  /** Hears what is announced on a channel, from this process and others. Gives the way to stop hearing. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** For PGlite, the whole database as one file, to be opened again by `openMemory`. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number will do, so long as every process uses the same. */
const MIGRATION_LOCK = 4_720_815;

/** The rows of a hand-written query; the drivers differ in what they wrap them in. */
export async function rowsOf<T>(db: Database, query: SQL): Promise<T[]> {
  const result: unknown = await db.execute(query);
  if (Array.isArray(result)) return result as T[];
  return (result as { rows: T[] }).rows;
}

/** A mark of the schema: it changes when a migration or a trigger does. */
export function schemaMark(): string {
  return readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(`${MIGRATIONS}/${name}`, 'utf8'))
    .concat(TRIGGERS)
    .join('\n');
}

/** Asks what mark the database bears, and marks it; on a function, so that it needs no table. */
const MARKED = sql`select obj_description(to_regproc('duban_refuse')::oid, 'pg_proc') as mark`;
const markAs = (mark: string): string => `comment on function duban_refuse() is '${mark}';`;

/**
 * Applies migrations and triggers where the database has not got those of this schema yet. Not at every start: triggers
 * lock the tables that another process may be writing to, and one question is sooner answered than which migrations
 * are missing.
 */
async function bringUpToDate(
  db: Database,
  migrate: () => Promise<void>,
  run: (script: string) => Promise<unknown>,
): Promise<void> {
  const mark = createHash('sha256').update(schemaMark()).digest('hex');
  const [found] = await rowsOf<{ mark: string | null }>(db, MARKED);
  if (found?.mark === mark) return;
  await migrate();
  await run(`${TRIGGERS}\n${markAs(mark)}`);
}

async function pgliteStore(client: PGlite, release: () => Promise<void>): Promise<Store> {
  const db = drizzlePglite({ client, schema });
  const migrate = () => migratePglite(db, { migrationsFolder: MIGRATIONS });
  await bringUpToDate(db, migrate, (script) => client.exec(script));
  return {
    kind: 'pglite',
    db,
    listen: (channel, heard) => client.listen(channel, heard),
    dump: () => client.dumpDataDir('none'),
    close: async () => {
      await client.close();
      await release();
    },
  };
}

/** Opens the embedded database in a folder, made when absent. Throws `FolderInUse`. */
export async function openFolder(folder: string): Promise<Store> {
  const release = await lockFolder(folder);
  try {
    return await pgliteStore(await PGlite.create(`${folder}/db`), release);
  } catch (error) {
    await release();
    throw error;
  }
}

/** Opens a database that lives in memory only, from a dump where one is given: for tests and dry runs. */
export async function openMemory(dump?: Blob): Promise<Store> {
  const client = await PGlite.create(dump ? { loadDataDir: dump } : {});
  return pgliteStore(client, () => Promise.resolve());
}

/** Brings a PostgreSQL database up to date; several processes that start at once wait for one another. */
export async function migrateServer(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const db = drizzlePostgres({ client, schema });
    const migrate = () => migratePostgres(db, { migrationsFolder: MIGRATIONS });
    await bringUpToDate(db, migrate, (script) => client.unsafe(script));
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Runs one statement on a PostgreSQL server as it is, such as one that makes or drops a database. */
export async function runOnServer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}

type Client = postgres.Sql | postgres.TransactionSql;

/**
 * The same client with every statement prepared once for each connection: drizzle asks for none, and the server would
 * plan each question anew, which for lists and measures takes it longer than the answer.
 */
function preparing<C extends Client>(client: C): C {
  const within = (work: unknown): unknown =>
    typeof work === 'function' ? (inner: postgres.TransactionSql) => work(preparing(inner)) : work;
  return new Proxy(client, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (key === 'unsafe') {
        const ask: postgres.Sql['unsafe'] = (query, values, options) =>
          target.unsafe(query, values, { ...options, prepare: true });
        return ask;
      }
      if ((key === 'begin' || key === 'savepoint') && typeof own === 'function') {
        return (...given: unknown[]): unknown => Reflect.apply(own, target, given.map(within));
      }
      return own;
    },
  });
}

/** Opens a PostgreSQL database and brings it up to date. */
export async function openServer(url: string, connections = 10): Promise<Store> {
  await migrateServer(url);
  const client = postgres(url, { max: connections, onnotice: () => undefined });
  return {
    kind: 'postgres',
    db: drizzlePostgres({ client: preparing(client), schema }),
    listen: async (channel, heard) => {
      const heardOn = await client.listen(channel, heard);
      return () => heardOn.unlisten();
    },
    dump: () => Promise.reject(new Error('a PostgreSQL server is backed up with pg_dump')),
    close: () => client.end({ timeout: 5 }),
  };
}
