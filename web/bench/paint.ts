import type { Locator, Page } from 'playwright-core';
import { absolute, type Finding, median, type Row } from '../../api/bench/finding.ts';
import { chromiumMissing } from './chromium.ts';
import { onStage, SLOWED, type Stage } from './slow-window.ts';
import { paintedAt, press, watch } from './watch.ts';

const ROUNDS = 5;
const PAINTED_MS = 1500;
const ANSWERED_MS = 100;

interface Use {
  what: string;
  path: string;
  /** What is pressed once the page is there. */
  target: (page: Page) => Locator;
}

const USES: readonly Use[] = [
  {
    what: 'the ranking, the other group',
    path: '/ranking',
    target: (page) => page.locator('main fieldset button[aria-pressed="false"]').first(),
  },
  {
    what: 'the ranking, a line opened',
    path: '/ranking',
    target: (page) => page.locator('main tbody td button').nth(20),
  },
  {
    what: 'the tasks, those of one light',
    path: '/tasks',
    target: (page) => page.locator('main fieldset[aria-label] button[aria-pressed="false"]').nth(3),
  },
  {
    what: 'one’s own menu',
    path: '/',
    target: (page) => page.locator('header button[aria-haspopup="menu"]'),
  },
];

/** In a window that was never here, so many times: what `look` finds there; the median. */
async function inNewWindows({ open }: Stage, look: (page: Page) => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await open();
    await watch(page);
    found.push(await look(page));
    await page.context().close();
  }
  return median(found);
}

/** A first visit on a slow machine: when the overview and the ranking are painted, and how soon a press is answered. */
export const paint: Row = async (arena) => {
  const missing = chromiumMissing();
  if (missing !== null) return [{ what: 'largest contentful paint and interaction', unmeasured: missing }];
  return onStage(arena, async (stage) => {
    const { url } = stage.demo;
    const findings: Finding[] = [];
    for (const [what, path] of [
      ['the overview', '/'],
      ['the ranking', '/ranking'],
    ] as const) {
      const at = await inNewWindows(stage, (page) => paintedAt(page, url + path));
      findings.push(
        absolute(`largest contentful paint of ${what}, slowed ${SLOWED} times`, 'ms', at, {
          atMost: PAINTED_MS,
        }),
      );
    }
    for (const { what, path, target } of USES) {
      const spent = await inNewWindows(stage, async (page) => {
        await paintedAt(page, url + path);
        return press(page, target(page));
      });
      findings.push(
        absolute(`interaction: ${what}, slowed ${SLOWED} times`, 'ms', spent, { atMost: ANSWERED_MS }),
      );
    }
    return findings;
  });
};
