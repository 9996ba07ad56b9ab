import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { sourcesOf } from './made.js';
import { serverBuild } from './server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

describe('a small product', async () => {
  const root = join(inject('testFolder'), 'made');
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'build'), { recursive: true });
  await cp(fileURLToPath(new URL('./made.js', import.meta.url)), join(root, 'build/made.js'));
  const made: typeof import('./made.js') = await import(pathToFileURL(join(root, 'build/made.js')).href);
  const server = () => basename(made.folderOf('server'));

  beforeEach(() => {
    for (const folder of ['api', 'bot', 'jobs', 'db', 'web', 'dist', 'node_modules']) {
      rmSync(join(root, folder), { recursive: true, force: true });
    }
    for (const path of ['api/a.ts', 'bot/b.ts', 'jobs/c.ts', 'db/d.ts', 'web/bench/e.ts', 'duban.ts'])
      put(path, 'export {};');
    for (const path of ['package.json', 'tsconfig.json', 'package-lock.json']) put(path, '{}');
  });

  test('is another when a source is changed, added, renamed or taken away, or when another package is installed', () => {
    const seen = [server()];
    const changes = [
      () => put('api/a.ts', 'export { };'),
      () => put('api/deep/er.ts', ''),
      () => put('api/words.json', '[1]'),
      () => put('api/words.json', '[2]'),
      () => rmSync(join(root, 'api/deep'), { recursive: true }),
      () => put('package-lock.json', '{"a": 1}'),
      () => put('node_modules/.package-lock.json', '{"a": 1, "b": 2}'),
    ];
    for (const change of changes) {
      change();
      seen.push(server());
    }
    expect(new Set(seen).size).toBe(changes.length + 1);
  });

  test('is the same when a file is only written anew, whatever its time, and when a test or a case is changed', () => {
    const before = server();
    put('api/a.ts', 'export {};');
    utimesSync(join(root, 'api/a.ts'), new Date(0), new Date(0));
    put('api/a.test.ts', 'test');
    put('bot/corpus/lines.jsonl', '{}');
    put('db/migrations/0001.sql', 'select 1');
    expect(server()).toBe(before);
  });

  test('is found once it is there, and not again after a change', () => {
    expect(made.madeOf('server')).toBeNull();
    put(`dist/${server()}/duban.js`, '');
    expect(made.madeOf('server')).toBe(made.folderOf('server'));
    put('duban.ts', 'changed');
    expect(made.madeOf('server')).toBeNull();
  });

  test('says why it cannot be made', async () => {
    await expect(made.make('server')).rejects.toThrow(/^服务程序没有编译成功[\s\S]*(make\.ts|tsx)/);
  });
});

test('all of ours that goes into the bundle is among what it is known by', async () => {
  const found = new Set<string>();
  const listing: Plugin = {
    name: 'listing',
    buildEnd() {
      for (const id of this.getModuleIds()) found.add(id);
    },
  };
  const { plugins = [], ...config } = serverBuild(join(inject('testFolder'), 'bundle'));
  await build({ ...config, plugins: [...plugins, listing], build: { ...config.build, write: false } });
  const ours = [...found]
    .filter((id) => id.startsWith(ROOT) && !id.includes('/node_modules/'))
    .map((id) => relative(ROOT, id));
  const known = new Set(sourcesOf('server'));
  expect(ours).toContain('api/house.ts');
  expect(ours.filter((path) => !known.has(path))).toEqual([]);
});
