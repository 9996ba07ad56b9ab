/** A rehearsal of the year's assessment from its opening to the signature, as the people of the demo do it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PNG } from '../../api/testing/files.ts';
import { settled } from '../bench/chromium.ts';
import { faults, overflow } from './axe.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let chair: Page;
let home: string;
beforeAll(async () => {
  product = await startProduct();
  chair = await product.signIn('考评员1号');
  home = `${product.base}/assessment/years`;
});
afterAll(() => product.close());

const PHONE = { width: 360, height: 800 };
const photo = { name: '佐证.png', mimeType: 'image/png', buffer: Buffer.from(PNG) };

/** Looks at a page: a picture is kept, axe finds nothing, and it is no wider than its window. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await product.picture(page, `annual-${name}`);
  expect(await faults(page), name).toEqual([]);
  expect(await overflow(page), name).toBe(0);
}

const json = async (page: Page, path: string) => (await page.request.get(`${product.base}${path}`)).json();
async function post(page: Page, path: string, data: unknown): Promise<void> {
  const response = await page.request.post(`${product.base}${path}`, {
    data,
    headers: { origin: product.base },
  });
  if (!response.ok()) throw new Error(`${path} was answered ${response.status()}: ${await response.text()}`);
}

interface Bench {
  rows: { unitId: number; lines: { indicator: string; mayMark: boolean }[] }[];
}
/** Marks everything that a member has to mark, the way the page would. */
async function markAll(page: Page, id: number, mark: number, groups: readonly string[]): Promise<void> {
  for (const group of groups) {
    const { rows } = (await json(page, `/api/annual/${id}/workbench?group=${group}`)) as Bench;
    for (const { unitId, lines } of rows) {
      for (const { indicator } of lines.filter(({ mayMark }) => mayMark)) {
        await post(page, `/api/annual/${id}/marks`, { unitId, indicator, mark });
      }
    }
  }
}

/** It goes the whole way on one product: longer than one page, shorter than five products. */
const ALLOWED_MS = 180_000;

test('the year’s steps, with two markers, an objection and the freeze', { timeout: ALLOWED_MS }, async () => {
  await chair.goto(home);
  await chair.getByRole('button', { name: /启动2026年度考核试评/ }).click();
  await chair.getByRole('button', { name: '确认启动' }).click();
  await chair.getByRole('link', { name: /2026年度考核试评/ }).click();
  await chair.getByText(/没有提交自评/).waitFor();
  await look(chair, '1-opened');
  const { annuals } = (await json(chair, '/api/annual')) as { annuals: { id: number }[] };
  const id = annuals[0]?.id ?? 0;
  const at = `${home}/2026-trial`;

  // 自评: one unit by phone, the others as the page would send it.
  const village = await product.signIn('示例一村联络员', PHONE);
  await village.goto(`${at}/self`);
  const events = village.locator('li').filter({ hasText: 'V8 宣传活动场次' });
  await events.getByRole('textbox').first().fill('九');
  await events.getByText('请填数字').waitFor();
  await events.getByRole('textbox').first().fill('9');
  await events.getByRole('textbox').nth(1).fill('上半年每月一场以上，台账在案');
  await look(village, '2-self-phone');
  await village.getByRole('button', { name: '提交自评' }).click();
  await events.getByText('待审核').waitFor();
  await look(village, '3-submitted-phone');
  const { units } = (await json(chair, `/api/annual/${id}`)) as {
    units: { unitId: number; name: string; submittedAt: string | null }[];
  };
  for (const { unitId, name } of units.filter(({ submittedAt }) => submittedAt === null)) {
    const liaison = await product.signIn(`${name}联络员`);
    await post(liaison, `/api/annual/${id}/submission`, { unitId });
    await liaison.context().close();
  }
  await chair.goto(`${at}/self`);
  await chair.getByRole('button', { name: '确认', exact: true }).click();
  await chair.getByText('已确认', { exact: true }).first().waitFor();
  await look(chair, '4-self-checked');
  await chair.goto(at);
  await chair.getByRole('button', { name: '转入考评' }).click();
  await chair.getByRole('button', { name: '确认转入考评' }).click();
  await chair.getByText(/还没有交卷/).waitFor();

  // 考评: one marks by keyboard, another elsewhere; neither sees the other's marks.
  const second = await product.signIn('考评员3号');
  await markAll(second, id, 84, ['village', 'department']);
  await post(second, `/api/annual/${id}/hand-in`, {});
  await markAll(chair, id, 90, ['department']);
  await chair.goto(`${at}/bench?group=village&indicator=V9`);
  await chair.locator('[data-place="0/0"]').focus();
  for (let n = 0; n < 12; n++) await chair.keyboard.type('95\n');
  await chair.getByText('我已评 21 / 21 项').waitFor();
  await chair.goto(`${at}/bench?group=village`);
  await chair.locator('[data-place="0/0"]').focus();
  for (let n = 0; n < 8; n++) await chair.keyboard.press('ArrowRight');
  await chair.keyboard.press('Enter');
  const panel = chair.getByRole('complementary', { name: '指标明细' });
  await panel.getByText('95', { exact: true }).waitFor();
  expect(await panel.getByText('84', { exact: true }).count()).toBe(0);
  await look(chair, '5-bench');
  await chair.getByRole('button', { name: '交卷' }).click();
  await chair.goto(at);
  await chair.getByRole('button', { name: '现在公开评分' }).click();
  await chair.getByRole('button', { name: '开始公示' }).waitFor();
  await look(chair, '6-marks-open');

  // 调整: with a reason and a file.
  await chair.goto(`${at}/bench?group=village`);
  await chair.getByRole('button', { name: /示例二村 特殊未成年人建档率/ }).click();
  await panel.getByRole('button', { name: '调整数值' }).click();
  await panel.getByLabel('调整后的数值').fill('100');
  await panel.getByLabel('调整理由').fill('核对台账，全部建档');
  await panel.locator('input[type=file]').last().setInputFiles(photo);
  await panel.getByText('依据：佐证.png').waitFor();
  await panel.getByRole('button', { name: '确认调整' }).click();
  await panel.getByText('调整记录').waitFor();
  await look(chair, '7-overridden');
  await chair.goto(at);
  await chair.getByRole('button', { name: '开始公示' }).click();
  await chair.getByRole('button', { name: '确认开始公示' }).click();
  await chair.getByRole('button', { name: '转入复核' }).waitFor();

  // 公示: a unit objects to a line.
  await village.goto(`${at}/notice`);
  await village.locator('ol li button').filter({ hasText: '示例一村' }).click();
  const line = village.locator('li li').filter({ hasText: '分级走访完成率' });
  await line.getByRole('button', { name: '对这一项提出异议' }).click();
  await line.getByRole('textbox').fill('六月有两次走访没有计入');
  await look(village, '8-notice-phone');
  await line.getByRole('button', { name: '提出异议', exact: true }).click();
  await village.getByRole('heading', { name: '异议（1）' }).waitFor();

  // 复核: it is answered with a change.
  await chair.getByRole('button', { name: '转入复核' }).click();
  await chair.getByRole('button', { name: '确认转入复核' }).click();
  await chair.getByText(/异议没有答复/).waitFor();
  await chair.goto(`${at}/notice`);
  await chair.getByRole('button', { name: '调整', exact: true }).click();
  await chair.getByLabel('调整后的数值').fill('100');
  await chair.getByLabel('复核理由').fill('走访记录核实，补计两次');
  await look(chair, '9-answer');
  await chair.getByRole('button', { name: '答复：调整' }).click();
  await chair.getByText('复核调整：走访记录核实，补计两次').waitFor();

  // 定档: a leader signs what is shown; it is frozen, and everybody sees its hash.
  const leader = await product.signIn('街道主要领导', { theme: 'dark' });
  await leader.goto(`${at}/sign`);
  await leader.getByRole('button', { name: '签署定档' }).waitFor();
  await look(leader, '10-sign-dark');
  await leader.getByRole('button', { name: '签署定档' }).click();
  await leader.getByRole('button', { name: '我已核对，签署' }).click();
  await leader.getByRole('heading', { name: '定档结果' }).waitFor();
  await look(leader, '11-signed-dark');
  const hash = (await leader.locator('code').first().textContent()) ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await village.goto(`${at}/notice`);
  await village.getByText(hash).waitFor();
  await chair.goto(at);
  await chair.getByText('签署定档', { exact: true }).waitFor();
  await look(chair, '12-settled');
});
