/**
 * Runs once before all tests: makes a database that is migrated and empty, for every test file to start from.
 * For PGlite a dump of it, kept between runs for as long as the schema stays the same; with
 * `TEST_DATABASE_URL`, a template database on that server, dropped at the end.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { migrateServer, openMemory, runOnServer, schemaMark } from '../../db/open.ts';
import { loadConfig } from '../config.ts';

export type TestDatabase =
  | { kind: 'pglite'; dump: string }
  | { kind: 'postgres'; url: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: TestDatabase;
    /** A folder for what tests write, taken away at the end. */
    testFolder: string;
  }
}

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/duban', import.meta.url));
const AN_HOUR = 3_600_000;

/** The same server's other database. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function keepDump(): Promise<string> {
  const mark = createHash('sha256').update(schemaMark()).digest('hex').slice(0, 16);
  const path = join(CACHE, `${mark}.tar`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE).map((name) => join(CACHE, name))) {
    if (Date.now() - statSync(old).mtimeMs > AN_HOUR) rmSync(old, { force: true });
  }
  const store = await openMemory();
  const dump = await store.dump();
  await store.close();
  const passing = `${path}.${randomUUID()}`;
  writeFileSync(passing, new Uint8Array(await dump.arrayBuffer()));
  renameSync(passing, path);
  return path;
}

async function makeTemplate(url: string): Promise<string> {
  const template = `duban_template_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(url, `create database ${template}`);
  await migrateServer(databaseAt(url, template));
  return template;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-'));
  project.provide('testFolder', folder);
  const url = loadConfig().testDatabaseUrl;
  if (url === undefined) {
    project.provide('testDatabase', { kind: 'pglite', dump: await keepDump() });
    return async () => rmSync(folder, { recursive: true });
  }
  const template = await makeTemplate(url);
  project.provide('testDatabase', { kind: 'postgres', url, template });
  return async () => {
    rmSync(folder, { recursive: true });
    await runOnServer(url, `drop database ${template} with (force)`);
  };
}
