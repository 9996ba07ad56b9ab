/** A bulletin from its draft to the room: worded by the office, signed by a leader, issued, downloaded, read in chat. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a bulletin is drafted, worded, signed, issued, downloaded, and stands in the room', async () => {
  const office = await product.signIn('未保办工作人员1号');
  await office.goto(`${product.base}/bulletins`);
  await office.getByText('示例街道督办〔2026〕5号').waitFor();
  await product.picture(office, 'bulletins-1-list');

  await press(office, '起草通报');
  await office.getByRole('dialog').getByRole('textbox').fill('2026-06');
  await office.getByRole('dialog').getByRole('button', { name: '起草通报' }).click();
  await office.getByText(/截至6月25日，今年以来到期任务共/).waitFor();
  await product.picture(office, 'bulletins-2-draft');

  await press(office, '修改文字');
  const first = office.getByRole('textbox', { name: '一、总体情况' }).first();
  await first.click();
  await office.keyboard.press('Control+Home');
  await office.keyboard.type('据统计，');
  await product.picture(office, 'bulletins-3-editor');
  await press(office, '保存文字');
  await office.getByText(/据统计，截至6月25日/).waitFor();
  await press(office, '报签');
  await office
    .getByText(/待签发/)
    .first()
    .waitFor();
  const address = office.url();

  const leader = await product.signIn('街道主要领导');
  await leader.goto(address);
  await press(leader, '签发');
  await leader
    .getByText(/已签发，待印发/)
    .first()
    .waitFor();

  await office.reload();
  await press(office, '印发并推送到工作群');
  await office.getByText('示例街道督办〔2026〕6号').first().waitFor();
  await office
    .getByText(/已推送到工作群/)
    .first()
    .waitFor();
  await product.picture(office, 'bulletins-4-issued');

  const arriving = office.waitForEvent('download');
  await office.getByRole('link', { name: '下载 Word' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/示例街道督办〔2026〕6号.*\.docx$/);
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');

  const liaison = await product.signIn('示例一村联络员', { width: 390, height: 844 });
  await liaison.goto(`${product.base}/chat`);
  await liaison
    .getByText(/【示例街道督办〔2026〕6号】/)
    .first()
    .waitFor({ timeout: 20_000 });
  await liaison.goto(address);
  await liaison.getByText('示例街道督办〔2026〕6号').first().waitFor();
  await product.picture(liaison, 'bulletins-5-phone');
});
