import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { publishScheme } from '../../services/ranking/publish-scheme.ts';
import { openApp } from '../../testing/app.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
const assignmentId = await assign(w, await addTask(w), 'village');
afterAll(() => t.close());
beforeAll(() => publishScheme(w.system, BUILTIN_SCHEME));

interface Overview {
  version: number;
  figures: { key: string; value: number | null }[];
  rankings: { group: string; rows: unknown[] }[];
  overdue: { total: number };
}
const figure = (page: Overview, key: string) => page.figures.find((each) => each.key === key)?.value;

test('the overview moves with a report, and is not sent twice to one who has it', async () => {
  const leader = await t.as('leader');
  const first = await leader.get('/api/overview');
  const before = (await first.json()) as Overview;
  expect(figure(before, 'overdue')).toBe(1);
  expect(before.rankings.map(({ group, rows }) => [group, rows.length])).toEqual([
    ['village', 2],
    ['department', 2],
  ]);
  const tag = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await leader.get('/api/overview', tag)).status).toBe(304);

  await (await t.as('liaison')).post(`/api/tasks/${assignmentId}/reports`, { done: true });
  const second = await leader.get('/api/overview', tag);
  expect(second.status).toBe(200);
  const after = (await second.json()) as Overview;
  expect(after.version).toBeGreaterThan(before.version);
  expect([figure(after, 'overdue'), figure(after, 'toVerify')]).toEqual([0, 1]);
});

describe('the ranking', () => {
  test('is of one group and one day, the same for whoever asks', async () => {
    const asked = '/api/ranking?group=village&day=2026-06-30';
    const [office, liaison] = [await t.as('office'), await t.as('liaison')];
    const ranking = (await (await office.get(asked)).json()) as {
      rows: { name: string; lines: unknown[] }[];
    };
    expect(ranking).toMatchObject({
      group: 'village',
      day: '2026-06-30',
      scheme: { year: 2026, version: 1 },
    });
    expect(ranking.rows.map((row) => row.name).toSorted()).toEqual(['示例一村', '示例二村'].toSorted());
    expect(ranking.rows[0]?.lines.length).toBeGreaterThan(0);
    expect(await (await liaison.get(asked)).json()).toEqual(ranking);
  });

  test('is today’s where no day is named, and of no day that has not come', async () => {
    const office = await t.as('office');
    expect(await (await office.get('/api/ranking?group=department')).json()).toMatchObject({
      day: '2026-07-01',
    });
    const future = await office.get('/api/ranking?group=village&day=2026-07-02');
    expect(future.status).toBe(422);
    expect(await future.json()).toMatchObject({ faults: [{ path: 'day', message: '这一天还没有到' }] });
  });
});
