import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const numberIn = (text: string): number => Number(/[\d.]+/.exec(text)?.[0] ?? Number.NaN);

test('a report typed in the chat is confirmed, verified by the office, and moves the leader’s overview without a reload', async () => {
  const leader = await product.signIn('街道主要领导');
  await leader.goto(`${product.base}/`);
  const toVerify = leader.locator('dl > div').filter({ hasText: '待核验' }).locator('dd').first();
  await toVerify.waitFor();
  const before = numberIn((await toVerify.textContent()) ?? '');
  await leader.evaluate(() => Object.assign(window, { notReloaded: true }));
  await product.picture(leader, 'loop-1-before');

  const liaison = await product.signIn('示例一村联络员');
  await liaison.goto(`${product.base}/chat`);
  const said = liaison.getByRole('region', { name: '示例一村工作群' }).getByRole('textbox');
  await said.fill('2.1-3 已完成');
  await said.press('Enter');
  await liaison
    .getByText(/已记录｜2\.1-3/)
    .first()
    .waitFor({ timeout: 5000 });
  await product.picture(liaison, 'loop-2-chat');

  await expect
    .poll(async () => numberIn((await toVerify.textContent()) ?? ''), { timeout: 5000 })
    .toBe(before + 1);
  await product.picture(leader, 'loop-3-reported');

  const office = await product.signIn('未保办工作人员1号');
  await office.goto(`${product.base}/verify`);
  await office.getByRole('button', { name: /示例一村.*2\.1-3/s }).click();
  await office.getByText('2.1-3 已完成').first().waitFor();
  await product.picture(office, 'loop-4-verify');
  await office.keyboard.press('v');
  await expect
    .poll(async () => numberIn((await toVerify.textContent()) ?? ''), { timeout: 5000 })
    .toBe(before);
  await product.picture(leader, 'loop-5-verified');

  expect(await leader.evaluate(() => 'notReloaded' in window)).toBe(true);
});
