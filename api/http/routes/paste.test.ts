import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { showAssignment } from '../../services/tasks/show-assignment.ts';
import { openApp } from '../../testing/app.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const task = await addTask(w);
const own = await assign(w, task, 'village');
const other = await assign(w, task, 'otherVillage');
const t = await openApp(w);
afterAll(() => t.close());

const preview = z.object({ rows: z.array(z.record(z.string(), z.unknown())), choices: z.array(z.unknown()) });
const office = await t.as('office');
const read = async (text: string, unitId: number | null = null) =>
  preview.parse(await (await office.post('/api/paste/preview', { text, unitId })).json());
const stored = () => store.db.query.inbox.findMany({ where: (m, { eq }) => eq(m.domainId, w.domainId) });
const sender = w.person('liaison').name;

test('each message is understood for the unit it names, its sender’s, or the one chosen; nothing is stored', async () => {
  const text = `${sender} 0:01\n2.1-3 完成60%\n某某 0:02\n示例二村 2.1-3 已完成\n某某 0:03\n2.1-3 完成30% 13812345678\n某某 0:04\n请大家下午三点开会`;
  const { rows, choices } = await read(text, w.unit.otherVillage);
  expect(rows).toMatchObject([
    { name: sender, unitId: w.unit.village, assignmentId: own, percent: 60, done: false, doubt: null },
    { unitId: w.unit.otherVillage, assignmentId: other, percent: 100, done: true, doubt: null },
    { text: '2.1-3 完成30% 【手机号已隐去】', assignmentId: other, percent: 30, doubt: null },
    { doubt: 'noReport' },
  ]);
  expect(choices).toHaveLength(2);
  expect(await read('某某：2.1-3 完成30%')).toMatchObject({ rows: [{ unitId: null, doubt: 'noUnit' }] });
  expect(await stored()).toEqual([]);
});

test('what cannot be read is refused with the reason', async () => {
  const response = await office.post('/api/paste/preview', { text: '今天开会', unitId: null });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'noMessages' });
});

test('what is confirmed is recorded from when it was said, in the clerk’s name, and once', async () => {
  const { rows } = await read(`${sender} 0:01\n2.1-3 完成60%`);
  const first = await office.post('/api/paste', { rows });
  expect([first.status, await first.json()]).toEqual([200, { recorded: 1, repeated: 0 }]);
  const { records } = await showAssignment(w.system, own);
  expect(records).toMatchObject([{ percent: 60, channel: 'chat' }]);
  expect(await stored()).toMatchObject([{ gateway: 'paste', state: 'handled', text: '2.1-3 完成60%' }]);
  expect(await (await office.post('/api/paste', { rows })).json()).toEqual({ recorded: 0, repeated: 1 });
  expect((await showAssignment(w.system, own)).records).toHaveLength(1);
  expect(await read(`${sender} 0:01\n2.1-3 完成60%`)).toMatchObject({ rows: [{ doubt: 'repeated' }] });
});

test('one row that is refused leaves all unrecorded, and is named', async () => {
  const { rows } = await read('某某 0:05\n示例二村 2.1-3 已完成\n某某 0:06\n示例二村 2.1-3 完成50%');
  const before = await stored();
  const response = await office.post('/api/paste', { rows });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('第2行') });
  expect(await stored()).toEqual(before);
  expect((await showAssignment(w.system, other)).records).toEqual([]);
});
