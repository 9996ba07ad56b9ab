/** Coming back from a page to the one before: one is where one was, also in a list of which only a part is in the page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled } from '../bench/chromium.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const place = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Goes down a page, opens a task that stands there and comes back. Gives where one was and where one is. */
async function thereAndBack(page: Page, down: number): Promise<{ was: number; is: () => Promise<number> }> {
  await page.evaluate((y) => window.scrollTo(0, y), down);
  await expect.poll(() => place(page)).toBe(down);
  const inView = page.locator('main a[href^="/tasks/"]').locator('visible=true');
  const at = await inView.evaluateAll((links) =>
    links.findIndex((link) => link.getBoundingClientRect().top > window.innerHeight / 3),
  );
  await inView.nth(at).click();
  await page.waitForURL(/\/tasks\/\d+$/);
  await settled(page);
  await page.goBack();
  await settled(page);
  return { was: down, is: () => place(page) };
}

test('from a task to the overview', async () => {
  const leader = await product.signIn('街道主要领导');
  await leader.goto(`${product.base}/`);
  await settled(leader);
  const { was, is } = await thereAndBack(leader, 600);
  await expect.poll(is).toBe(was);
});

test('from a task to the middle of a long list, which had been read to there', async () => {
  const office = await product.signIn('未保办工作人员1号');
  await office.goto(`${product.base}/tasks`);
  await settled(office);
  const height = () => office.evaluate(() => document.documentElement.scrollHeight);
  await office.keyboard.press('End');
  await expect.poll(height).toBeGreaterThan(8000);
  const { was, is } = await thereAndBack(office, 6000);
  await expect.poll(is).toBe(was);
  await expect.poll(() => office.getByRole('row').count()).toBeGreaterThan(20);
});

test('a long list in groups says how many lines it has, the headings among them', async () => {
  const office = await product.signIn('未保办工作人员1号');
  await office.goto(`${product.base}/tasks?group=unit`);
  await settled(office);
  await office.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const last = office.locator('main tr[aria-rowindex]').last();
  await expect
    .poll(() => last.getAttribute('aria-rowindex'))
    .toBe(await office.getByRole('table').getAttribute('aria-rowcount'));
});
