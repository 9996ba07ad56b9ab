/** What a page owes whoever sits before it: words and focus that stay as news comes, and a heading where it is refused. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled } from '../bench/chromium.ts';
import { faults } from './axe.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let chat: Page;
beforeAll(async () => {
  product = await startProduct();
  chat = await product.signIn('示例二村联络员');
  await chat.goto(`${product.base}/chat`);
});
afterAll(() => product.close());

interface Row {
  id: number;
  code: string;
  state: string;
}
const rowsOf = async (page: Page, query: string): Promise<Row[]> => {
  const answer = await page.request.get(`${product.base}/api/tasks?limit=200&${query}`);
  return ((await answer.json()) as { rows: Row[] }).rows;
};

/** What came was drawn: two frames later. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** Something happens in the chat, and a page that listens has asked anew. */
async function newsFor(page: Page, asks: string, said: string): Promise<void> {
  const asked = page.waitForResponse((response) => response.url().includes(asks));
  const box = chat.getByRole('region', { name: '示例二村工作群' }).getByRole('textbox');
  await box.fill(said);
  await box.press('Enter');
  await (await asked).finished();
  await drawn(page);
}

const hasFocus = (element: Element): boolean => element === document.activeElement;

test('a reason that the office is writing stays when something else is submitted, and is of that submission alone', async () => {
  const office = await product.signIn('未保办工作人员1号');
  await office.goto(`${product.base}/verify`);
  await settled(office);
  const queue = office.getByRole('navigation', { name: '待核验队列' }).getByRole('button');
  await queue.nth(1).click();
  await office.keyboard.press('r');
  const reason = office.getByRole('textbox');
  await reason.fill('请补充现场照片');
  await newsFor(office, '/api/verify', '2.1-3 已完成');
  expect(await reason.inputValue()).toBe('请补充现场照片');
  expect(await reason.evaluate(hasFocus)).toBe(true);

  await queue.nth(2).click();
  await office.keyboard.press('r');
  expect(await reason.inputValue()).toBe('');
});

test('news leaves the focus where it is, and a window that closes gives it back', async () => {
  const leader = await product.signIn('街道主要领导');
  await leader.goto(`${product.base}/ranking`);
  await settled(leader);
  const heading = leader.getByRole('button', { name: /^按时办结率/ }).first();
  await heading.focus();
  await newsFor(leader, '/api/ranking', '2.4-5 完成80%');
  expect(await heading.evaluate(hasFocus)).toBe(true);

  const admin = await product.signIn('系统管理员');
  await admin.goto(`${product.base}/admin/calendar`);
  await admin.getByRole('button', { name: /^7月10日/ }).focus();
  await newsFor(admin, '/api/calendar', '2.4-5 完成80%');
  expect(await admin.getByRole('button', { name: /^7月10日/ }).evaluate(hasFocus)).toBe(true);

  const marker = await product.signIn('考评员1号');
  await marker.goto(`${product.base}/assessment/values`);
  await settled(marker);
  const cell = marker.getByRole('button', { name: /^示例一村 儿童之家覆盖/ });
  await cell.click();
  await newsFor(marker, '/api/assessment/values', '2.4-5 完成81%');
  await marker.keyboard.press('Escape');
  await marker.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => cell.evaluate(hasFocus)).toBe(true);
});

test('what was typed for one task does not stand in the form of another that is there at once', async () => {
  const liaison = await product.signIn('示例一村联络员');
  await liaison.goto(`${product.base}/tasks`);
  await settled(liaison);
  const [first, second] = (await rowsOf(liaison, 'state=active')).map(({ id }) => id);
  /** As a link in the page leads there. */
  const follow = async (id: number | undefined): Promise<void> => {
    await liaison.evaluate((to) => {
      const link = document.createElement('a');
      link.href = `/tasks/${to}`;
      document.querySelector('main')?.append(link);
      link.click();
    }, id);
    await liaison.waitForURL(`**/tasks/${id}`);
    await liaison.getByRole('button', { name: '还在推进' }).waitFor();
  };
  await follow(first);
  await follow(second);
  await liaison.getByRole('button', { name: '还在推进' }).click();
  await liaison.getByRole('textbox', { name: /说明/ }).fill('只说这一项');
  await liaison.goBack();
  await liaison.waitForURL(`**/tasks/${first}`);
  await liaison.getByRole('button', { name: '还在推进' }).waitFor();
  expect(await liaison.getByText('只说这一项').count()).toBe(0);
  expect(await liaison.getByRole('textbox', { name: /说明/ }).count()).toBe(0);
});

test('a page that is refused, or is not there, says so in its heading and in the name of its window', async () => {
  const office = await product.signIn('未保办工作人员1号');
  const liaison = await product.signIn('示例一村联络员', { width: 390, height: 844 });
  const other = (await rowsOf(office, 'state=active')).find(({ code }) => code.startsWith('1.1'))?.id;
  for (const [path, title] of [
    [`/tasks/${other}`, '无权查看'],
    ['/orders/1', '无权查看'],
    ['/admin', '管理'],
    ['/tasks/999999', '没有这个页面'],
    ['/units/999999', '没有这个页面'],
  ] as const) {
    await liaison.goto(product.base + path);
    await liaison.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await liaison.title()).toBe(`${title} · 督办`);
    expect(await faults(liaison), path).toEqual([]);
  }
});
