import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './axe.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test('the committee edits a draft, sees the ranking that it would give, and publishes it', async () => {
  const committee = await product.signIn('考评员1号');
  await committee.goto(`${product.base}/assessment/schemes`);
  await committee.getByText('施行中').waitFor();
  await product.picture(committee, 'schemes-1-list');
  await committee.getByRole('button', { name: '起草新方案' }).click();
  const trial = committee.getByRole('region', { name: '试算排名' });
  const row = trial.getByRole('row').nth(1);
  await row.waitFor();
  const before = await trial.getByRole('table').innerText();

  await committee.getByLabel('办结率 权重', { exact: true }).fill('60');
  await committee.getByText(/超出40分/).waitFor();
  expect(await committee.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
  await product.picture(committee, 'schemes-2-too-much');
  expect(await faults(committee)).toEqual([]);
  await committee.getByLabel('按时办结率 权重', { exact: true }).fill('0');
  await committee.getByLabel('按期报送率 权重', { exact: true }).fill('0');
  await committee.getByLabel('特殊未成年人建档率 权重', { exact: true }).fill('0');
  await committee.getByLabel('儿童之家覆盖 权重', { exact: true }).fill('6');
  await committee.getByText('正好100分').waitFor();
  expect(await trial.getByRole('table').innerText()).not.toBe(before);
  expect(await trial.getByRole('img', { name: /上升|下降/ }).count()).toBeGreaterThan(0);
  await committee.getByText('办结率：权重由“20分”改为“60分”', { exact: true }).waitFor();
  await committee.getByRole('button', { name: /V3 按期报送率/ }).click();
  await committee.getByLabel('计分方法').selectOption('bands');
  await committee.getByLabel('第1行 界线值').fill('1.5');
  await committee.getByLabel('第1行 界线值').press('Tab');
  await committee.getByText('取值在0到1之间，达不到1.5').first().waitFor();
  await product.picture(committee, 'schemes-3-trial');
  expect(await faults(committee)).toEqual([]);
  await committee.getByLabel('第1行 界线值').fill('1');
  await committee.getByLabel('第1行 界线值').press('Tab');

  await committee.getByRole('button', { name: '发布', exact: true }).click();
  await committee.getByLabel('请输入确认词').fill('发布');
  await committee.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await committee.getByText('施行中').waitFor();
  await committee.getByText('与第1版相比').waitFor();
  await product.picture(committee, 'schemes-4-published');
  expect(await faults(committee)).toEqual([]);

  await committee.goto(`${product.base}/ranking`);
  await committee.getByText(/第2版/).waitFor();
});

test('a leader opens a score, the records behind a line, and what was said in the chat', async () => {
  const leader = await product.signIn('街道主要领导');
  await leader.goto(`${product.base}/ranking`);
  await leader.getByRole('link', { name: '单位详情' }).click();
  await leader.getByRole('heading', { name: '得分构成' }).waitFor();
  await leader.getByRole('heading', { name: '单位动态' }).waitFor();
  await leader.locator('li blockquote').first().waitFor();
  await product.picture(leader, 'unit-1');
  expect(await faults(leader)).toEqual([]);
  await leader.getByRole('combobox', { name: '与谁比较' }).selectOption({ index: 3 });
  await expect.poll(() => new URL(leader.url()).searchParams.get('against')).not.toBeNull();

  await leader.getByLabel('“办结率”的依据').click();
  await leader.getByText(/计入\d+项，其中\d+项符合/).waitFor();
  const said = leader.getByRole('region', { name: '得分构成' }).locator('blockquote').first();
  const records = leader.getByRole('region', { name: '得分构成' }).locator('summary', { hasText: /^符合/ });
  for (let n = 0; n < 8 && (await said.count()) === 0; n++) {
    await records.nth(n).click();
    await leader.getByText('办理过程').nth(n).waitFor();
  }
  await said.waitFor();
  await said.scrollIntoViewIfNeeded();
  await product.picture(leader, 'unit-2-chat');
  expect(await faults(leader)).toEqual([]);

  await leader.goto(`${product.base}/ranking?day=2026-05-31&known=now`);
  await leader.getByText(/现在看与当时看的差别/).waitFor();
  await product.picture(leader, 'ranking-known-now');
  expect(await faults(leader)).toEqual([]);
});

test('both fit a phone, in the dark too', async () => {
  const phone = { width: 390, height: 844, theme: 'dark' as const };
  const leader = await product.signIn('街道主要领导', phone);
  await leader.goto(`${product.base}/ranking`);
  const unit = await leader.getByRole('link', { name: '单位详情' }).getAttribute('href');
  const committee = await product.signIn('考评员1号', phone);
  await committee.goto(`${product.base}/assessment/schemes`);
  await committee.getByRole('button', { name: '起草新方案' }).click();
  await committee.getByRole('region', { name: '试算排名' }).getByRole('row').nth(1).waitFor();
  await committee.getByRole('button', { name: /V5/ }).click();
  await leader.goto(`${product.base}${unit}`);
  await leader.getByRole('heading', { name: '单位动态' }).waitFor();
  for (const [page, name] of [
    [committee, 'schemes-phone-dark'],
    [leader, 'unit-phone-dark'],
  ] as const) {
    await product.picture(page, name);
    expect(await faults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  }
});
