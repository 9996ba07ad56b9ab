import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test('the committee starts an order by hand on a matter of its own, and serves it', async () => {
  const committee = await product.signIn('考评员1号');
  await committee.goto(`${product.base}/orders`);
  await committee.getByRole('button', { name: '发起督办' }).click();
  const dialog = committee.getByRole('dialog');
  await dialog.getByLabel('督办单位').selectOption({ label: '示例九村' });
  await dialog.getByText('逾期任务，可多选').waitFor();
  await dialog.getByLabel('督办事项').fill('校园周边监测哨点值守');
  await dialog.getByRole('button', { name: '生成草稿' }).click();
  await dialog.getByText('请写明督办缘由').waitFor();
  await product.picture(committee, 'orders-6-start');
  await dialog.getByLabel('督办缘由').fill('经实地抽查，校园周边监测哨点未按要求值守。');
  await dialog.getByLabel('回复期限').fill('2026-07-03');
  await dialog.getByRole('button', { name: '生成草稿' }).click();
  await committee.getByRole('heading', { name: '督办缘由' }).waitFor();
  expect(await committee.getByLabel('回复期限').inputValue()).toBe('2026-07-03');
  await committee.getByRole('button', { name: '下发' }).click();
  await committee.getByText('待签收').first().waitFor();
  await product.picture(committee, 'orders-7-by-hand');
});

test('the committee serves a drafted order, the unit signs for it and answers, the committee closes it', async () => {
  const committee = await product.signIn('考评员1号');
  await committee.goto(`${product.base}/orders`);
  const draft = committee.getByRole('link', { name: /督办单草稿/ }).first();
  await draft.waitFor();
  await product.picture(committee, 'orders-1-list');
  const unit = /([^\s·]+) · /.exec((await draft.textContent()) ?? '')?.[1]?.replace('督办单草稿', '') ?? '';
  await draft.click();
  await committee.getByRole('button', { name: '下发' }).waitFor();
  await product.picture(committee, 'orders-2-draft');
  await committee.getByRole('button', { name: '下发' }).click();
  await committee.getByRole('heading', { level: 1, name: /示例街道督办单〔2026〕\d+号/ }).waitFor();

  const liaison = await product.signIn(`${unit}联络员`, { width: 390, height: 844 });
  await liaison.goto(committee.url());
  await liaison.getByRole('button', { name: '签收' }).click();
  await liaison.getByLabel('整改情况').fill('已整改到位');
  await product.picture(liaison, 'orders-3-phone');
  await liaison.getByRole('button', { name: '提交回复' }).click();
  await liaison.getByText('已回复，待核实').waitFor();

  await committee.getByText('已回复，待核实').waitFor({ timeout: 5000 });
  await product.picture(committee, 'orders-4-answered');
  await committee.getByRole('button', { name: '认可，办结' }).click();
  await committee.getByText('已办结').first().waitFor();
  const file = await committee.request.get(
    `${product.base}/api/orders/${committee.url().split('/').at(-1)}/document`,
  );
  expect(file.headers()['content-disposition']).toContain('.docx');
  await product.picture(committee, 'orders-5-closed');
});
