import { hc } from 'hono/client';
import { afterAll, expect, expectTypeOf, test } from 'vitest';
import type { Light } from '../../db/vocabulary.ts';
import { openApp, URL_OF_TESTS } from '../testing/app.ts';
import { addTask, assign } from '../testing/assignment.ts';
import { openTestStore } from '../testing/test-store.ts';
import { world } from '../testing/world.ts';
import type { App } from './app.ts';

const w = await world(await openTestStore());
const t = await openApp(w);
afterAll(() => t.close());

test('the routes are the client’s contract: what goes in and comes out is typed by them', async () => {
  const assignmentId = await assign(w, await addTask(w), 'village');
  const { cookie } = await t.as('liaison');
  const { api } = hc<App>(URL_OF_TESTS, {
    headers: { cookie },
    fetch: (input: RequestInfo | URL, init?: RequestInit) => t.app.request(input, init),
  });

  const page = await (await api.tasks.$get({ query: { light: 'red', limit: '5' } })).json();
  expectTypeOf(page.rows[0]?.light).toEqualTypeOf<Light | undefined>();
  expectTypeOf(page.next).toEqualTypeOf<string | null>();
  expectTypeOf(page.rows[0]?.submittedAt).toEqualTypeOf<string | null | undefined>();
  expect(page.rows.map((row) => row.id)).toEqual([assignmentId]);

  const reported = await api.tasks[':id'].reports.$post({
    param: { id: String(assignmentId) },
    json: { percent: 50 },
  });
  expect((await reported.json()).assignment.percent).toBe(50);

  const ranking = await api.ranking.$get({ query: { group: 'village' } });
  expectTypeOf((await ranking.json()).rows).toExtend<{ total: number | null; lines: { why: string }[] }[]>();
});
