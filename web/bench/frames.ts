/** The frames of a page while it is scrolled, as the page itself sees them. All times in milliseconds. */
import type { Page } from 'playwright-core';

interface Frames {
  last: number;
  longest: number;
  tick(now: number): void;
}

declare global {
  interface Window {
    seenFrames: Frames;
  }
}

/** One notch of a wheel, in px, and so many to a stretch, one to a frame: as fast as a hand turns it. */
const NOTCH = 120;
const NOTCHES = 120;
const FRAME_MS = 1000 / 60;

/** Begins to see the frames of the page that is open. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.seenFrames = {
      last: performance.now(),
      longest: 0,
      tick(now) {
        this.longest = Math.max(this.longest, now - this.last);
        this.last = now;
        requestAnimationFrame((next) => this.tick(next));
      },
    };
    requestAnimationFrame((now) => window.seenFrames.tick(now));
  });
}

/** Turns the wheel over the page, down or up; gives the longest frame of it. */
export async function wheel(page: Page, way: 1 | -1): Promise<number> {
  await page.evaluate(() => Object.assign(window.seenFrames, { longest: 0 }));
  for (let notch = 0; notch < NOTCHES; notch++) {
    await page.mouse.wheel(0, way * NOTCH);
    await page.waitForTimeout(FRAME_MS);
  }
  return page.evaluate(() => window.seenFrames.longest);
}
