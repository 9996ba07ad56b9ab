import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { reportProgress } from '../../services/progress/report-progress.ts';
import { publishScheme } from '../../services/ranking/publish-scheme.ts';
import { openApp } from '../../testing/app.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store, { now: '2026-06-01T09:00:00+08:00' });
const t = await openApp(w);
afterAll(() => t.close());

/** Due on 30 June; said to be done that day, but written down on 2 July. */
beforeAll(async () => {
  await publishScheme(w.system, BUILTIN_SCHEME);
  const task = await addTask(w);
  const assignmentId = await assign(w, task, 'village');
  await assign(w, task, 'otherVillage');
  w.clock.set('2026-07-02T09:00:00+08:00');
  const saidAt = new Date('2026-06-30T10:00:00+08:00');
  const liaison = w.as('liaison').as(w.person('liaison'), 'chat', () => saidAt);
  await reportProgress(liaison, { assignmentId, done: true, note: '已建成' });
});

interface Line {
  indicator: string;
  points: number;
  why: string;
}
interface Row {
  unitId: number;
  rank: number;
  lines: Line[];
}
const ask = async <T>(path: string): Promise<T> =>
  (await (await t.as('leader')).get(path)).json() as Promise<T>;
const lineOf = async (known: string, code: string) => {
  const { rows } = await ask<{ rows: Row[] }>(`/api/ranking?group=village&day=2026-06-30&known=${known}`);
  return rows
    .find(({ unitId }) => unitId === w.unit.village)
    ?.lines.find(({ indicator }) => indicator === code);
};

describe('a past day', () => {
  test('stays as it was shown, and can be asked for as it is known now', async () => {
    expect(await lineOf('then', 'V2')).toMatchObject({ points: 0 });
    expect(await lineOf('now', 'V2')).toMatchObject({ points: 20 });
    expect(await lineOf('now', 'V1')).toEqual(await lineOf('then', 'V1'));
  });

  test('tells what is different now, and because of what', async () => {
    const revision = await ask<{ units: unknown[]; late: unknown[] }>(
      '/api/ranking/revision?group=village&day=2026-06-30',
    );
    expect(revision).toMatchObject({
      schemes: { was: 1, is: 1 },
      units: [
        { name: '示例一村', lines: [{ indicator: 'V2', was: { points: 0 }, is: { points: 20 } }] },
        { name: '示例二村', rank: { was: 1, is: 2 }, lines: [] },
      ],
      late: [
        {
          unit: '示例一村',
          title: '2.1-3 更新台账',
          kind: 'submitted',
          recordedAt: '2026-07-02T01:00:00.000Z',
        },
      ],
    });
    const today = await ask<{ units: unknown[]; late: unknown[] }>('/api/ranking/revision?group=village');
    expect(today).toMatchObject({ units: [], late: [] });
  });
});

describe('a unit', () => {
  test('has its score explained, what it could gain, and why it is behind', async () => {
    const score = await ask<{ gap: { name: string; lines: { text: string }[] }; gains: { text: string }[] }>(
      `/api/units/${w.unit.otherVillage}/score`,
    );
    expect(score).toMatchObject({
      unit: { name: '示例二村', group: 'village' },
      ranked: 2,
      gap: { name: '示例一村' },
    });
    expect(score.gap.lines.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^按时办结率：折算后0\.00分，对方\d+\.\d\d分，差\d+\.\d\d分$/),
    ]);
    expect(score.gains.length).toBeGreaterThan(3);
    const ahead = await ask<{ gap: null }>(`/api/units/${w.unit.village}/score`);
    expect(ahead.gap).toBeNull();
    const against = await ask(`/api/units/${w.unit.village}/score?against=${w.unit.otherVillage}`);
    expect(against).toMatchObject({ gap: { name: '示例二村', lines: [] } });
  });

  test('has the records behind a line, down to what was said', async () => {
    const basis = await ask<{ records: { assignmentId: number }[] }>(`/api/units/${w.unit.village}/lines/V2`);
    expect(basis).toMatchObject({
      source: '按时办结率',
      records: [{ title: '2.1-3 更新台账（全年）', met: true, outcome: '6月30日报结，待核验，按时' }],
    });
    const then = await ask(`/api/units/${w.unit.village}/lines/V2?day=2026-06-30`);
    expect(then).toMatchObject({ records: [{ met: false, outcome: '应于6月30日前报结，未报结或已退回' }] });
    const timeline = await ask(`/api/units/${w.unit.village}/timeline`);
    expect(timeline).toMatchObject({
      next: null,
      rows: [{ line: 'recorded', records: [{ kind: 'submitted', code: '2.1-3', note: '已建成' }] }],
    });
    expect(await ask(`/api/units/${w.unit.village}/lines/V4`)).toMatchObject({ records: null, reported: [] });
  });

  test('shows the records to its own people and the committee alone', async () => {
    const path = `/api/units/${w.unit.otherVillage}/lines/V2`;
    expect((await (await t.as('liaison', 'village')).get(path)).status).toBe(403);
    expect((await (await t.as('committee')).get(path)).status).toBe(200);
    expect((await (await t.as('committee')).get(`/api/units/${w.unit.street}/score`)).status).toBe(404);
  });
});
