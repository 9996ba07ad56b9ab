/** What the browser itself says about a page while it is used. All times in milliseconds. */
import type { Locator, Page } from 'playwright-core';
import { settled } from './chromium.ts';

interface Watched {
  /** When the largest part of the page so far was painted, counted from the navigation. */
  painted: number;
  /** From each input to the end of the frame that answers it; what took less than 16 ms is not told. */
  inputs: number[];
  /** What kept the page from answering for more than 50 ms. */
  tasks: number[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** A pointer rests on what it will press; the browser tells of events some frames later. */
const REST_MS = 150;
const TOLD_MS = 250;

/** The shortest that the browser tells of. */
const EVENTS = { type: 'event', durationThreshold: 16 };

/** Watches every page that the window opens from now on. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript((events) => {
    const watched: Watched = { painted: 0, inputs: [], tasks: [] };
    window.watched = watched;
    new PerformanceObserver((list) => {
      watched.painted = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('interactionId' in entry && Number(entry.interactionId) > 0) watched.inputs.push(entry.duration);
      }
    }).observe(events);
    new PerformanceObserver((list) => {
      watched.tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  }, EVENTS);
}

/** Opens a page and waits until it is there; gives when its largest part was painted (LCP). */
export async function paintedAt(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await settled(page);
  await page.waitForTimeout(TOLD_MS);
  const at = await page.evaluate(() => window.watched.painted);
  if (at === 0) throw new Error(`the browser does not tell when ${url} was painted`);
  return at;
}

/**
 * Presses something with the mouse. Gives the longest that it kept one waiting: from the press to the next frame, or
 * where an answer came later, the longest task on the way to showing it.
 */
export async function press(page: Page, target: Locator): Promise<number> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not to be seen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(REST_MS);
  await page.evaluate(() => Object.assign(window.watched, { inputs: [], tasks: [] }));
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(TOLD_MS);
  await settled(page);
  await page.waitForTimeout(TOLD_MS);
  const { inputs, tasks } = await page.evaluate(() => window.watched);
  return Math.max(0, ...inputs, ...tasks);
}
