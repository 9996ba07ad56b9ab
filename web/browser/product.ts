/** The product as a newcomer has it: a process of its own on a folder with the demo year, and a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from '../bench/chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, 'pictures');
const STARTS_WITHIN_MS = 120_000;

export interface DemoPerson {
  id: number;
  name: string;
  role: string;
}

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

export interface Product {
  base: string;
  people: readonly DemoPerson[];
  /** A window of the browser in which that person is signed in. */
  signIn(name: string, look?: Look): Promise<Page>;
  /** A window in which nobody is. */
  open(look?: Look): Promise<Page>;
  /** Keeps a picture of the window under `pictures/`, for looking at. */
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answering(base: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    const ok = await fetch(`${base}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await pause(200);
  }
  throw new Error('the product did not answer');
}

async function newPage(browser: Browser, look: Look): Promise<[BrowserContext, Page]> {
  const { width = 1440, height = 900, theme = 'light' } = look;
  const phone = width < 500;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: 'zh-CN',
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  });
  // What is waited for in vain fails by name, before the test's own time is over.
  context.setDefaultTimeout(15_000);
  return [context, await context.newPage()];
}

/** A process of the product on a folder. */
export interface Running {
  base: string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts the product with the demo year on a folder; resolves once it answers. */
export async function run(folder: string): Promise<Running> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DUBAN_DEMO: '1', DUBAN_DATA: folder, PORT: String(port), LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'duban.ts', 'start'], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  await answering(base, child);
  return {
    base,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts the product on a copy of the demo year that was made for this run, and the browser. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-browser-'));
  await cp(inject('demoYear'), folder, { recursive: true });
  const { base, stop } = await run(folder);
  const browser = await launchChromium();
  const { people } = (await (await fetch(`${base}/api/demo/people`)).json()) as { people: DemoPerson[] };
  await mkdir(PICTURES, { recursive: true });
  return {
    base,
    people,
    open: async (look = {}) => (await newPage(browser, look))[1],
    signIn: async (name, look = {}) => {
      const person = people.find((each) => each.name === name);
      if (person === undefined) throw new Error(`the demo has no ${name}`);
      const [context, page] = await newPage(browser, look);
      const answer = await context.request.post(`${base}/api/demo/sign-in`, {
        data: { personId: person.id },
        headers: { origin: base },
      });
      if (!answer.ok()) throw new Error(`sign-in was answered ${answer.status()}`);
      return page;
    },
    picture: async (page, name) => {
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    close: async () => {
      await browser.close();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
