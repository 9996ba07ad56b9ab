import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { tasks } from '../../../db/schema/plans.ts';
import { day } from '../../domain/time/day.ts';
import { storeMessage } from '../../services/chat/store-message.ts';
import { reportProgress } from '../../services/progress/report-progress.ts';
import { verifyAssignment } from '../../services/progress/verify-assignment.ts';
import { showAssignment } from '../../services/tasks/show-assignment.ts';
import { openApp } from '../../testing/app.ts';
import { addTask, assign, type TestTask } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const task = await addTask(w);
const own = await assign(w, task, 'village');
const other = await assign(w, task, 'otherVillage');
const addTaskTo = async (first: TestTask, code: string, title: string): Promise<TestTask> => {
  const [further] = await store.db
    .insert(tasks)
    .values({
      ...{ domainId: w.domainId, planId: first.planId, itemId: first.itemId, code, title },
      ...{ measure: 'milestone', dueOn: day('2026-06-30'), givenTo: [], position: 2 },
    })
    .returning({ taskId: tasks.id });
  return { ...first, ...further };
};
const second = await assign(w, await addTaskTo(task, '2.1-4', '张贴海报'), 'village');
const t = await openApp(w);
afterAll(() => t.close());

const preview = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  choices: z.array(z.unknown()),
  units: z.array(z.object({ unitId: z.number() })).default([]),
});
const office = await t.as('office');
const read = async (text: string, unitId: number | null = null) =>
  preview.parse(await (await office.post('/api/paste/preview', { text, unitId })).json());
const stored = () => store.db.query.inbox.findMany({ where: (m, { eq }) => eq(m.domainId, w.domainId) });
const sender = w.person('liaison').name;

test('each message is understood for the unit it names, its sender’s, or the one chosen; nothing is stored', async () => {
  const text = `${sender} 0:01\n2.1-3 完成60%\n某某 0:02\n示例二村 2.1-3 已完成\n某某 0:03\n2.1-3 完成30% 13812345678\n某某 0:04\n请大家下午三点开会`;
  const { rows, choices, units } = await read(text, w.unit.otherVillage);
  expect(rows).toMatchObject([
    { name: sender, unitId: w.unit.village, assignmentId: own, percent: 60, done: false, doubt: null },
    { unitId: w.unit.otherVillage, assignmentId: other, percent: 100, done: true, doubt: null },
    { text: '2.1-3 完成30% 【手机号已隐去】', assignmentId: other, percent: 30, doubt: null },
    { doubt: 'noReport' },
  ]);
  expect(choices).toHaveLength(2);
  expect(units.map(({ unitId }) => unitId)).toEqual(
    Object.values(w.unit).filter((id) => id !== w.unit.street),
  );
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

test('a report of a task that is done and closed is said to be one, chatter about it is none', async () => {
  const closed = await assign(w, await addTaskTo(task, '2.1-5', '建立档案'), 'otherVillage');
  await reportProgress(w.as('liaison', 'otherVillage'), { assignmentId: closed, done: true });
  const { version } = (await showAssignment(w.system, closed)).assignment;
  await verifyAssignment(w.as('office'), { assignmentId: closed, version, decision: 'verify' });
  const { rows } = await read('某某 0:20\n示例二村 2.1-5 完成80%\n某某 0:21\n示例二村 2.1-5 请查收通知');
  expect(rows).toMatchObject([
    { unitId: w.unit.otherVillage, code: '2.1-5', percent: 80, assignmentId: null, doubt: 'closed' },
    { doubt: 'noReport' },
  ]);
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

test('a message is read again for the unit that the clerk chooses', async () => {
  const said = { name: '某某', at: '2026-06-30T23:30:00Z', text: '2.1-3 完成30%' };
  const answer = await office.post('/api/paste/message', { ...said, unitId: w.unit.village });
  expect(preview.parse(await answer.json())).toMatchObject({
    rows: [{ unitId: w.unit.village, assignmentId: own, percent: 30 }],
    choices: [{ unitId: w.unit.village }],
  });
});

test('what is to come or over 31 days old is said to be, and counts only from a time that may be', async () => {
  const text = '某某 2026/7/1 23:00\n示例一村 2.1-3 完成61%\n某某 2026/5/1 9:00\n示例一村 2.1-3 完成62%';
  const { rows } = await read(text);
  expect(rows).toMatchObject([{ doubt: 'future' }, { doubt: 'tooOld', at: '2026-05-01T01:00:00.000Z' }]);
  const old = rows[1];
  const refused = await office.post('/api/paste', { rows: [old] });
  expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'tooOld' }]);
  const corrected = { ...old, from: '2026-07-01T00:30:00.000Z' };
  const taken = await office.post('/api/paste', { rows: [corrected] });
  expect(await taken.json()).toEqual({ recorded: 1, repeated: 0 });
  expect((await showAssignment(w.system, own)).records.at(-1)).toMatchObject({
    ...{ percent: 62, at: '2026-07-01T00:30:00.000Z' },
  });
  expect((await read(text)).rows).toMatchObject([{ doubt: 'future' }, { doubt: 'repeated' }]);
});

test('what was left out of a message is added later; what the bot heard itself counts once', async () => {
  const heard = { externalId: 'w-1', name: '某某' };
  const text = '示例一村 2.1-3 完成70%，2.1-4 完成40%';
  await storeMessage(w.system, {
    ...{ gateway: 'wechaty', externalId: 'm-1', sentAt: new Date('2026-07-01T00:40:17Z'), text },
    ...{ contact: heard, room: null, mentioned: false, file: null },
  });
  const { rows } = await read(`某某 8:40\n${text}`);
  expect(rows).toMatchObject([{ code: '2.1-3' }, { code: '2.1-4', assignmentId: second }]);
  const before = (await stored()).length;
  await office.post('/api/paste', { rows: rows.slice(0, 1) });
  expect((await read(`某某 8:40\n${text}`)).rows).toMatchObject([{ doubt: 'repeated' }, { doubt: null }]);
  const both = await office.post('/api/paste', { rows });
  expect(await both.json()).toEqual({ recorded: 1, repeated: 1 });
  expect(await stored()).toHaveLength(before);
  expect((await showAssignment(w.system, second)).records).toMatchObject([{ percent: 40 }]);
});

test('a liaison enters for the own unit alone, from now on', async () => {
  const liaison = await t.as('liaison', 'otherVillage');
  const text = '某某 0:50\n示例二村 2.1-3 完成35%\n某某 0:51\n示例一村 2.1-3 完成90%';
  const answer = preview.parse(
    await (await liaison.post('/api/paste/preview', { text, unitId: null })).json(),
  );
  expect(answer).toMatchObject({
    rows: [{ doubt: null }, { unitId: null, doubt: 'notYours' }],
    units: [{ unitId: w.unit.otherVillage }],
  });
  await liaison.post('/api/paste', { rows: answer.rows.slice(0, 1) });
  expect((await showAssignment(w.system, other)).records).toMatchObject([
    { percent: 35, at: w.clock().toISOString() },
  ]);
  const foreign = await liaison.post('/api/paste', { rows: [{ ...answer.rows[0], assignmentId: own }] });
  expect(foreign.status).toBe(403);
});
