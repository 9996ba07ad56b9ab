import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { publishScheme } from '../../services/ranking/publish-scheme.ts';
import { openApp } from '../../testing/app.ts';
import { giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { cellsOf } from '../../testing/workbook.ts';
import { world } from '../../testing/world.ts';

const w = await world(await openTestStore());
const t = await openApp(w);
afterAll(() => t.close());
beforeAll(async () => {
  await giveSmallPlan(w);
  await publishScheme(w.system, BUILTIN_SCHEME);
});

const textsOf = async (answer: Response) => (await cellsOf(await answer.bytes())).map(({ text }) => text);

test('the ranking goes out as a score sheet under its own name', async () => {
  const answer = await (await t.as('leader')).get('/api/ranking/score-sheet.xlsx?group=village');
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
  expect(name).toContain('示例街道2026年度考核得分表（村(社)组）2026-07-01.xlsx');
  const texts = await textsOf(answer);
  expect(texts[0]).toContain('考核得分表');
  expect(texts).toEqual(expect.arrayContaining(['示例一村', '示例二村', 'V1', '名次', '等次']));
});

test('the responsibility list goes out as it is narrowed, and a liaison gets the own rows', async () => {
  const all = await textsOf(await (await t.as('office')).get('/api/tasks/list.xlsx?month=2026-06'));
  const own = await textsOf(await (await t.as('liaison')).get('/api/tasks/list.xlsx?month=2026-06'));
  expect(all).toEqual(expect.arrayContaining(['示例一村', '示例二村', '司法所']));
  expect(own).toContain('示例一村');
  expect(own).not.toContain('示例二村');
  expect(all.filter((text) => /^2026-0[1-57-9]/.test(text))).toEqual([]);
});

test('a day of a year without a scheme has no score sheet', async () => {
  const leader = await t.as('leader');
  expect((await leader.get('/api/ranking/score-sheet.xlsx?group=village&day=2025-03-01')).status).toBe(404);
  expect((await leader.get('/api/ranking/score-sheet.xlsx?group=village&day=2027-03-01')).status).toBe(422);
});
