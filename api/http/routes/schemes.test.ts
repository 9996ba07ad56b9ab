import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { publishScheme } from '../../services/ranking/publish-scheme.ts';
import { openApp } from '../../testing/app.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
afterAll(() => t.close());
beforeAll(() => publishScheme(w.system, BUILTIN_SCHEME));

interface Detail {
  id: number;
  version: number;
  state: string;
  revision: number;
  body: Scheme;
  changes: { kind: string; text: string }[];
  findings: { weight: string; path: string; message: string }[];
}
const json = async (sent: Promise<Response>) => (await (await sent).json()) as Detail;
const list = async (role: 'committee' | 'liaison') => {
  const answer = await (await t.as(role)).get('/api/schemes');
  const { schemes } = (await answer.json()) as { schemes: { id: number; year: number; state: string }[] };
  return schemes;
};
/** The scheme with another weight for one indicator. */
const weighing = (body: Scheme, code: string, weight: number): Scheme => ({
  ...body,
  indicators: body.indicators.map((each) => (each.code === code ? { ...each, weight } : each)),
});

test('a draft is copied, saved with its faults, put right, and published: the one before is superseded', async () => {
  const committee = await t.as('committee');
  const [published] = await list('committee');
  const draft = await json(committee.post('/api/schemes', { year: 2026, from: published?.id }));
  expect(draft).toMatchObject({ version: 2, state: 'draft', revision: 1, changes: [], findings: [] });
  expect((await list('liaison')).map(({ state }) => state)).toEqual(['published']);
  expect((await (await t.as('liaison')).get(`/api/schemes/${draft.id}`)).status).toBe(404);

  const path = `/api/schemes/${draft.id}`;
  const tilted = weighing(draft.body, 'V1', 25);
  const saved = await json(committee.post(`${path}/draft`, { revision: 1, body: tilted }));
  expect(saved.revision).toBe(2);
  expect(saved.findings).toMatchObject([{ weight: 'fault', message: expect.stringContaining('实际是 105') }]);
  const refused = await committee.post(`${path}/publication`, { revision: 2 });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: 'notPublishable',
    faults: [{ message: expect.any(String) }],
  });

  const body = weighing(tilted, 'V2', 15);
  const right = await json(committee.post(`${path}/draft`, { revision: 2, body }));
  expect(right.findings).toEqual([]);
  expect(right.changes.map(({ text }) => text)).toEqual([
    '办结率：权重由“20分”改为“25分”',
    '按时办结率：权重由“20分”改为“15分”',
  ]);
  expect(await json(committee.post(`${path}/publication`, { revision: 3 }))).toMatchObject({
    state: 'published',
  });
  expect((await list('liaison')).map(({ state }) => state)).toEqual(['published', 'superseded']);
  const ranking = (await (await committee.get('/api/ranking?group=village')).json()) as { scheme: object };
  expect(ranking.scheme).toEqual({ year: 2026, version: 2 });

  expect((await committee.post(`${path}/draft`, { revision: 3, body })).status).toBe(409);
  expect((await committee.post(`${path}/deletion`, { revision: 3 })).status).toBe(409);
});

test('two who change one draft: the second is told, and loses nothing', async () => {
  const committee = await t.as('committee');
  const draft = await json(committee.post('/api/schemes', { year: 2027, from: null }));
  expect(draft.body).toMatchObject({ year: 2027, asOf: '2027-12-31' });
  expect((await committee.post('/api/schemes', { year: 2027, from: null })).status).toBe(409);
  const path = `/api/schemes/${draft.id}`;
  const first = weighing(draft.body, 'V1', 19);
  await committee.post(`${path}/draft`, { revision: 1, body: first });
  const second = await committee.post(`${path}/draft`, { revision: 1, body: weighing(draft.body, 'V1', 18) });
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ code: 'overtaken' });
  expect((await json(committee.get(path))).body).toEqual(first);
  expect((await committee.post(`${path}/deletion`, { revision: 1 })).status).toBe(409);
  expect((await committee.post(`${path}/deletion`, { revision: 2 })).status).toBe(200);
  expect((await committee.get(path)).status).toBe(404);
});

test('what a draft is tried out on is there for those who edit', async () => {
  const committee = await t.as('committee');
  const [published] = await list('committee');
  const basis = await (await committee.get(`/api/schemes/${published?.id}/basis`)).json();
  expect(basis).toMatchObject({ day: '2026-07-01', collected: { 'task.completion': {} }, reported: {} });
  expect((await (await t.as('liaison')).get(`/api/schemes/${published?.id}/basis`)).status).toBe(403);
});
