/** What is shown of the chat, where only a browser can tell: pictures in sight, and none that the looker may not see. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PNG } from '../../api/testing/files.ts';
import { settled } from '../bench/chromium.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test('the picture that answers 排名 is in sight to its end', async () => {
  const page = await product.signIn('示例一村联络员', { width: 390, height: 844 });
  await page.goto(`${product.base}/chat`);
  const log = page.getByRole('log').first();
  const field = page.getByRole('textbox').first();
  const pictures = log.locator('img');
  const below = () => log.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight);
  const loaded = () =>
    pictures.evaluateAll((all: HTMLImageElement[]) => all.filter((it) => it.naturalHeight > 0).length);
  await log.getByText('督办提醒').last().waitFor();
  const before = await loaded();
  await field.fill('排名');
  await field.press('Enter');
  await expect.poll(loaded, { timeout: 15_000 }).toBe(before + 1);
  await expect.poll(below).toBeLessThan(2);
  await product.picture(page, 'chat-ranking-phone');
});

test('a leader speaks as oneself, in the group that the departments share', async () => {
  const page = await product.signIn('街道主要领导');
  await page.goto(`${product.base}/chat`);
  await page.getByRole('heading', { name: '街道部门工作群' }).waitFor();
  expect(await page.getByLabel('以谁的身份说话').locator('option:checked').textContent()).toContain(
    '街道主要领导',
  );
});

test('on a phone the line of places shows where one is to its end', async () => {
  const page = await product.signIn('示例一村联络员', { width: 390, height: 844 });
  await page.goto(`${product.base}/chat`);
  const here = page.getByRole('navigation').getByRole('link', { name: '工作群' });
  await here.waitFor();
  const rightEdge = async () => {
    const box = await here.boundingBox();
    return box === null ? Number.POSITIVE_INFINITY : box.x + box.width;
  };
  // Browsers scroll by whole pixels.
  await expect.poll(rightEdge).toBeLessThan(391);
});

test('a picture sent after a report is in sight, and attached to it', async () => {
  const page = await product.signIn('示例三村联络员', { width: 390, height: 844 });
  await page.goto(`${product.base}/chat`);
  const log = page.getByRole('log').first();
  const field = page.getByRole('textbox').first();
  await field.fill('2.1-3 已完成');
  await field.press('Enter');
  await log.getByText('已记录｜2.1-3').last().waitFor();
  const before = await log.locator('img').count();
  const name = '走访现场.png';
  await page
    .getByLabel('发图片或文件')
    .first()
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(PNG) });
  await log.getByText('已附到｜2.1-3').last().waitFor();
  expect(await log.locator('img').count()).toBe(before + 1);
  await product.picture(page, 'chat-evidence-phone');
});

test('an admin sees what a unit said, and is offered neither its evidence nor its tasks', async () => {
  const page = await product.signIn('系统管理员');
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(response.url());
  });
  await page.goto(`${product.base}/units/2`);
  await settled(page);
  const timeline = page.getByRole('region', { name: '单位动态' });
  const attached = timeline.getByText('附证明材料').first();
  await attached.scrollIntoViewIfNeeded();
  await timeline.getByText('现场照片.png').first().waitFor();
  expect(await timeline.locator('img').count()).toBe(0);
  expect(await timeline.locator('a[href^="/tasks/"]').count()).toBe(0);
  expect(refused).toEqual([]);
  await product.picture(page, 'unit-timeline-admin');
});
