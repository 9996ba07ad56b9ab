/** The way in: which of bundle and sources it runs, and that they do the same. On a copy of the product. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const COPIED = ['api', 'bot', 'build', 'db', 'jobs', 'web', 'duban.ts', 'package.json', 'tsconfig.json'];

const copy = join(inject('testFolder'), 'copy');
const dist = join(copy, 'dist');
/** A data folder that is none: whoever would open it fails, and says where. */
const noFolder = join(inject('testFolder'), 'no-folder');

beforeAll(async () => {
  mkdirSync(copy);
  for (const path of COPIED) await cp(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(noFolder, '');
});

function begin(dataFolder: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, DUBAN_DATA: dataFolder };
  return spawn(process.execPath, args, { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(...args: string[]) {
  const child = begin(noFolder, ...args);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { stdout, stderr, status };
}

/** A start that gets as far as the product itself, which refuses what it is asked. */
const refusedStart = () => run('build/run.js', 'start', '--only', 'nothing');
const bundles = () => readdirSync(dist).sort();

describe('the way in', () => {
  test('runs a command from the sources where nothing has been made, and makes nothing for it', async () => {
    const { stdout, status } = await run('build/run.js', 'help');
    expect(stdout).toContain('npm run -s duban');
    expect(status).toBe(0);
    expect(readdirSync(copy)).not.toContain('dist');
  });

  test('starts from the sources, and says so, where the bundle cannot be made', async () => {
    writeFileSync(dist, 'a file where a folder would have to be');
    const { stderr, status } = await refusedStart();
    rmSync(dist);
    expect(stderr).toMatch(
      /^服务程序没有编译成功.*ENOTDIR.*\n直接从源码启动，会慢几秒\n--only 要是 http、jobs、bot 之一\n$/,
    );
    expect(status).toBe(2);
  });

  test('makes one bundle for two starts at once, whole, and leaves nothing else behind', async () => {
    const both = await Promise.all([refusedStart(), refusedStart()]);
    for (const { stderr, status } of both) {
      expect(stderr).toBe('--only 要是 http、jobs、bot 之一\n');
      expect(status).toBe(2);
    }
    expect(bundles()).toEqual([expect.stringMatching(/^server-[0-9a-f]{16}$/)]);
  });

  test('from the bundle an error names the same lines of the sources', async () => {
    const command = ['unit', 'add', '--kind', 'village', '--name', '示例一村'];
    const places = (stack: string) =>
      [...stack.matchAll(/(\w+(?:\/[\w-]+)*\.ts:\d+):\d+/g)].map(([, at]) => at);
    const bundled = await run('build/run.js', ...command);
    const sources = await run('--import', 'tsx', 'duban.ts', ...command);
    expect(bundled.stderr).toContain('EEXIST');
    expect(places(bundled.stderr)).toEqual(places(sources.stderr));
    expect(places(bundled.stderr)[0]).toMatch(/db\/folder-lock\.ts:\d+$/);
  });

  test('finds what it reads beside its sources: the built-in plan', async () => {
    const said = await run(
      'build/run.js',
      'chat',
      'understand',
      '--unit',
      '示例一村',
      '--today',
      '2026-06-24',
    );
    expect(said).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  test('runs changed sources at once, and starts from a bundle of them; the one before stays for who runs from it', async () => {
    const [before] = bundles();
    appendFileSync(join(copy, 'duban.ts'), "\nprint('changed');\n");
    expect((await run('build/run.js', 'help')).stdout).toMatch(/changed\n$/);
    expect(bundles()).toEqual([before]);
    expect((await refusedStart()).stdout).toBe('changed\n');
    expect(bundles()).toHaveLength(2);
    expect(bundles()).toContain(before);
  });

  test('asked to stop while the web client is being made, it gives that up and stops', async () => {
    const child = begin(join(inject('testFolder'), 'stopped'), 'build/run.js', 'start', '--only', 'http');
    const closed = once(child, 'close');
    const passing = () => readdirSync(dist).filter((name) => name.startsWith('passing-'));
    await vi.waitUntil(() => passing().length > 0 || child.exitCode !== null, { timeout: 60_000 });
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    expect(bundles().filter((name) => name.startsWith('web-'))).toEqual([]);
  });
});
