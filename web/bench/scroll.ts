import type { Page } from 'playwright-core';
import { absolute, median, type Row } from '../../api/bench/finding.ts';
import { chromiumMissing, settled } from './chromium.ts';
import { watchFrames, wheel } from './frames.ts';
import { moreAssignments } from './more-assignments.ts';
import { onStage, SLOWED } from './slow-window.ts';

const ASSIGNMENTS = 20_000;
const STRETCHES = 5;
const GOAL = { atMost: 50 };
/** At most so many times is the end of the list gone to: each time 200 more are read. */
const PATIENCE = 300;

const rowsRead = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector('main table')?.getAttribute('aria-rowcount')));

/** Goes to the end of what was read, again and again, until all is read. */
async function readAll(page: Page, wanted: number): Promise<void> {
  for (let times = 0; (await rowsRead(page)) <= wanted; times++) {
    if (times > PATIENCE) throw new Error(`only ${await rowsRead(page)} rows of ${wanted} came`);
    await page.keyboard.press('End');
    await page.waitForTimeout(100);
  }
}

async function stretches(page: Page, way: 1 | -1): Promise<number> {
  const longest: number[] = [];
  for (let round = 0; round < STRETCHES; round++) longest.push(await wheel(page, way));
  return median(longest);
}

/** The responsibility list with 20 000 assignments under the wheel: while it is read on, and once all of it is there. */
export const scroll: Row = async (arena) => {
  const missing = chromiumMissing();
  if (missing !== null) return [{ what: 'scrolling through 20 000 assignments', unmeasured: missing }];
  return onStage(arena, async ({ scratch, demo, open }) => {
    const wanted = Math.round(ASSIGNMENTS * arena.scale);
    await moreAssignments(scratch.bare, demo.domainId, wanted);
    const page = await open();
    await page.goto(`${demo.url}/tasks`);
    await settled(page);
    await page.mouse.move(700, 600);
    await watchFrames(page);
    const onReading = await stretches(page, 1);
    await readAll(page, wanted);
    const onRead = await stretches(page, -1);
    const what = `tasks, ${wanted} assignments, slowed ${SLOWED} times: longest frame`;
    return [
      absolute(`${what} while they are read on`, 'ms', onReading, GOAL),
      absolute(`${what} with all of them read`, 'ms', onRead, GOAL),
    ];
  });
};
