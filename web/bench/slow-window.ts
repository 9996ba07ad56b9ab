/** The real application in a real browser whose processor is slowed, as the rows of the bench look at it. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { type DemoServer, serveDemo } from '../../api/bench/demo-server.ts';
import type { Arena } from '../../api/bench/finding.ts';
import { onScratch, type Scratch } from '../../api/bench/scratch.ts';
import { webBuild } from '../../build/web.ts';
import { launchChromium } from './chromium.ts';

/** An office PC of ten years ago against this machine. */
export const SLOWED = 4;
const WINDOW = { width: 1440, height: 900 };

export interface Stage {
  readonly scratch: Scratch;
  readonly demo: DemoServer;
  /** A window of a browser that was never here before, signed in for the office and slowed down, on no page yet. */
  open(): Promise<Page>;
}

async function openSlow(browser: Browser, { url, signedIn }: DemoServer): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW, locale: 'zh-CN' });
  await context.addCookies(
    signedIn.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url };
    }),
  );
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  return page;
}

/** Serves the demo year with the web client as it is built now, and lends a browser. */
export async function onStage<T>(arena: Arena, work: (stage: Stage) => Promise<T>): Promise<T> {
  const web = join(arena.folder, 'web');
  await build(webBuild(web));
  return onScratch(arena, async (scratch) => {
    const demo = await serveDemo(arena, scratch, web);
    const browser = await launchChromium();
    try {
      return await work({ scratch, demo, open: () => openSlow(browser, demo) });
    } finally {
      await browser.close();
      await demo.close();
    }
  });
}
