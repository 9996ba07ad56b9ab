import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, inject } from 'vitest';
import { openMemory, openServer, runOnServer, type Store } from '../../db/open.ts';
import { databaseAt, type TestDatabase } from './global-setup.ts';

async function clone({ url, template }: Extract<TestDatabase, { kind: 'postgres' }>): Promise<Store> {
  const name = `duban_test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(url, `create database ${name} template ${template}`);
  const store = await openServer(databaseAt(url, name), 5);
  return {
    ...store,
    close: async () => {
      await store.close();
      await runOnServer(url, `drop database ${name} with (force)`);
    },
  };
}

/**
 * A migrated, empty database for a test file: `const store = await openTestStore()` once at its top. Closed
 * after the file's tests; one that is opened inside a test, that test must close. Tests share it and keep apart by sub-district (`world.ts`).
 */
export async function openTestStore(): Promise<Store> {
  const database = inject('testDatabase');
  const store =
    database.kind === 'postgres'
      ? await clone(database)
      : await openMemory(new Blob([await readFile(database.dump)]));
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= store.close();
    return closed;
  };
  afterAll(close);
  return { ...store, close };
}
