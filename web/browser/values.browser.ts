/** Reported values from the template: downloaded, filled in wrongly, mended, looked at, stored. */
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function template(page: Page): Promise<ExcelJS.Workbook> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载填报模板' }).click();
  const path = await (await coming).path();
  const book = new ExcelJS.Workbook();
  const bytes = await readFile(path);
  await book.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  return book;
}

async function upload(page: Page, book: ExcelJS.Workbook): Promise<void> {
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  await page.getByLabel('上传填好的模板').setInputFiles({ name: '填报表.xlsx', mimeType: MIME, buffer });
}

test('a filled template is checked by cell, shown, and stored only when confirmed', async () => {
  const page = await product.signIn('考评员1号');
  await page.goto(`${product.base}/assessment/values`);
  const book = await template(page);
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('the template has no sheet');
  sheet.getCell('C6').value = '九成多';
  sheet.getCell('C7').value = 0.731;
  await upload(page, book);
  await page.getByText('有1处需要改正').waitFor();
  await page.getByText('要填比率').waitFor();
  expect(await page.getByRole('button', { name: /确认保存/ }).count()).toBe(0);
  await product.picture(page, 'values-faults');

  sheet.getCell('C6').value = 0.914;
  await upload(page, book);
  await page.getByText('将改动2个值').waitFor();
  await product.picture(page, 'values-check');
  expect(await page.getByRole('button', { name: /示例.*73.1%/ }).count()).toBe(0);
  await page.getByRole('button', { name: '确认保存2个值' }).click();
  await page.getByText('已保存2个值').waitFor();
  await page.getByRole('button', { name: /示例.*73.1%/ }).waitFor();

  await page.getByRole('button', { name: /示例一村 儿童之家覆盖/ }).click();
  await page.getByLabel('填报值', { exact: true }).fill('是');
  await product.picture(page, 'values-by-hand');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '示例一村 儿童之家覆盖 是' }).waitFor();
});
