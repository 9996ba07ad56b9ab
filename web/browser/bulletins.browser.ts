/** A bulletin from the job that drafts it to the room: worded by the office, signed, issued, downloaded, read in chat. */
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

test('the monthly bulletin is drafted by the job, worded, signed, issued, downloaded, and stands in the room', async () => {
  const office = await product.signIn('未保办工作人员1号');
  await office.goto(`${product.base}/bulletins`);
  await office.getByText('示例街道督办〔2026〕5号').waitFor();
  await product.picture(office, 'bulletins-1-list');
  // May's was issued on 3 June: withdrawn, it makes room for the one that the job drafts anew.
  await office.getByRole('link', { name: /2026年5月/ }).click();
  await press(office, '撤回');
  await office.getByLabel('撤回的原因').fill('个别单位的数据有误');
  await press(office, '撤回');
  await office.getByText(/此通报已撤回，文号保留/).waitFor();
  await product.picture(office, 'bulletins-2-withdrawn');

  const admin = await product.signIn('系统管理员');
  await admin.goto(`${product.base}/admin/jobs`);
  const job = admin.getByRole('region', { name: '起草月度通报' });
  await job.getByRole('button', { name: '立即运行' }).click();
  await job
    .getByText(/通报草稿1/)
    .first()
    .waitFor();

  await office.goto(`${product.base}/bulletins`);
  await office.getByRole('listitem').filter({ hasText: '草稿' }).getByRole('link').click();
  await office.getByText(/截至5月31日，今年以来到期任务共/).waitFor();
  await product.picture(office, 'bulletins-2-draft');

  await press(office, '修改文字');
  const first = office.getByRole('textbox', { name: '一、总体情况' }).first();
  await first.click();
  await office.keyboard.press('Control+Home');
  await office.keyboard.type('据统计，');
  await product.picture(office, 'bulletins-3-editor');
  await press(office, '保存文字');
  await office.getByText(/据统计，截至5月31日/).waitFor();
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
