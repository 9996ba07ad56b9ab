import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test('the admin changes a day of the calendar, and takes it back', async () => {
  const page = await product.signIn('系统管理员');
  await page.goto(`${product.base}/admin`);
  await page.getByRole('button', { name: /^7月10日\(周五\)，上班/ }).click();
  await page.getByRole('button', { name: '改为休息' }).click();
  const changed = page.getByRole('button', { name: /^7月10日\(周五\)，放假，管理员调整/ });
  await changed.waitFor();
  await product.picture(page, 'admin-calendar-changed');
  await page.getByRole('button', { name: '撤销' }).click();
  await changed.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '下一年' }).click();
  await page.getByText(/2027年的放假安排系统里还没有/).waitFor();
  await page.getByRole('button', { name: '粘贴放假安排' }).click();
  await page.getByRole('textbox').fill('一、元旦：1月1日（周五）至3日（周日）放假，共3天。');
  await page.getByText('将调整1天：').waitFor();
  await product.picture(page, 'admin-calendar-paste');
  await page.getByRole('button', { name: '按此调整' }).click();
  await page.getByText(/已调整1天/).waitFor();
  await product.picture(page, 'admin-calendar-2027');
  expect(await page.getByRole('button', { name: /^1月1日\(周五\)，放假，管理员调整/ }).count()).toBe(1);
});

test('the admin runs a job by hand and sees it end, pauses another and resumes it', async () => {
  const page = await product.signIn('系统管理员');
  await page.goto(`${product.base}/admin/jobs`);
  const sweep = page.getByRole('region', { name: '清理过期数据，核对审计链' });
  await sweep.getByRole('button', { name: '立即运行' }).click();
  await sweep.getByText(/最近\d次运行/).click();
  await sweep.getByText('手动（系统管理员）').waitFor();
  await sweep.getByRole('cell', { name: '已完成' }).first().waitFor({ timeout: 10_000 });
  const reminders = page.getByRole('region', { name: /^工作日提醒/ });
  await reminders.getByRole('button', { name: '暂停' }).click();
  await reminders.getByText(/起暂停（系统管理员）/).waitFor();
  await product.picture(page, 'admin-jobs-paused');
  await reminders.getByRole('button', { name: '恢复' }).click();
  await reminders.getByText(/下次/).waitFor();
});
