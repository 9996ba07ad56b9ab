import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { rooms, roomUnits } from '../../../db/schema/chat.ts';
import { checkItems, checkLists } from '../../../db/schema/check-lists.ts';
import { inspectionEvents, inspectionFindings } from '../../../db/schema/inspection.ts';
import { units } from '../../../db/schema/units.ts';
import { day } from '../../domain/time/day.ts';
import { createCalendar } from '../../domain/time/working-days.ts';
import { found } from '../../errors.ts';
import { inspectionDetail, inspectionList } from '../../http/answers/inspections.ts';
import { type Caller, openApp } from '../../testing/app.ts';
import { giveCheckList, giveInspection } from '../../testing/check-list.ts';
import { PNG } from '../../testing/files.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type WorldUnit, world } from '../../testing/world.ts';
import { beginCheckList, publishCheckList, saveCheckList } from './edit-check-list.ts';
import { planInspection } from './plan-inspection.ts';
import { recordFindings } from './record-findings.ts';
import { remindOfProblems } from './remind-problems.ts';

const store = await openTestStore();

const w = await world(store);
const t = await openApp(w);
const listId = await giveCheckList(w, 10);
const callers = {
  committee: await t.as('committee', 'street'),
  other: await t.as('office'),
  unit: await t.as('liaison', 'village'),
};
afterAll(() => t.close());

const read = async (response: Response) => inspectionDetail.parse(await response.json());
const statusOf = async (response: Promise<Response>) => {
  const { status } = await response;
  return status;
};
const file = () => {
  const form = new FormData();
  form.set('file', new File([PNG], '照片.png'));
  return form;
};
const planned = (of: WorldUnit = 'village') => ({
  unitId: w.unit[of],
  listId,
  heldOn: '2026-07-01',
  inspectors: [w.person('committee', 'street').id],
});
const answer = (caller: Caller, id: number, answers: object[]) =>
  caller.post(`/api/inspections/${id}/findings`, { answers });
const met = (item: number, replaces: number | null = null) => ({ item, verdict: 'met', replaces });
const unmet = (item: number, replaces: number | null = null) => ({
  ...{ item, verdict: 'unmet', replaces },
  ...{ note: '记录缺签字，联系人 13800138000', rectifyBy: '2026-07-10' },
});

test('an inspection from its planning to the last problem put right', async () => {
  w.clock.set('2026-07-01T09:00:00+08:00');
  const { committee, unit, other } = callers;
  const begun = await read(await committee.post('/api/inspections', planned()));
  const { id } = begun.inspection;
  const path = `/api/inspections/${id}`;
  expect(begun).toMatchObject({
    tally: { unanswered: [1, 2, 3], points: { reached: 0, of: 0 } },
    // Ten working days on.
    suggestedRectifyBy: '2026-07-15',
    can: { record: true, complete: true },
  });
  // Nobody but the inspectors writes, and the unit is not told before it is done.
  expect(await statusOf(answer(other, id, [met(1)]))).toBe(409);
  expect(await statusOf(unit.get(path))).toBe(404);
  await answer(committee, id, [met(1)]);
  expect((await committee.post(`${path}/items/2/evidence`, file())).status).toBe(200);
  const early = await committee.post(`${path}/completion`, { version: 1 });
  expect(await early.json()).toMatchObject({
    status: 409,
    code: 'unanswered',
    detail: expect.stringContaining('第2、3项'),
  });
  const bare = await answer(committee, id, [{ item: 2, verdict: 'unmet', replaces: null }]);
  expect(await bare.json()).toMatchObject({
    status: 422,
    faults: [{ path: 'answers[0].note' }, { path: 'answers[0].rectifyBy' }],
  });
  await answer(committee, id, [unmet(2), { item: 3, verdict: 'notApplicable', replaces: null }]);
  const done = await read(await committee.post(`${path}/completion`, { version: 1 }));
  expect(done).toMatchObject({
    inspection: { state: 'completed' },
    tally: { met: 1, unmet: 1, notApplicable: 1, points: { reached: 10, of: 20 } },
    problems: [{ item: 2, state: 'open', dueOn: '2026-07-10', overdue: false }],
  });
  const [problem] = done.problems;
  expect(problem?.text).not.toContain('13800138000');
  const ofProblem = `/api/inspection-problems/${problem?.id}`;

  w.clock.set('2026-07-14T09:00:00+08:00');
  const late = inspectionList.parse(await (await unit.get('/api/inspections?state=unsettled')).json());
  expect(late.inspections[0]?.problems).toMatchObject([{ overdue: true, workingDaysLate: 2 }]);
  const seen = await read(await unit.get(path));
  expect(seen.problems[0]?.can).toEqual({ report: true, review: false });
  const photo = seen.items[1]?.evidence[0]?.id;
  expect((await unit.get(`/api/inspection-evidence/${photo}`)).status).toBe(200);
  expect(await statusOf(committee.post(`${ofProblem}/review`, { decision: 'accept', version: 1 }))).toBe(409);
  await unit.post(`${ofProblem}/evidence`, file());
  await unit.post(`${ofProblem}/rectification`, { note: '已补签' });
  const back = { decision: 'return', reason: '少一页', rectifyBy: '2026-07-20', version: 2 };
  const returned = await read(await committee.post(`${ofProblem}/review`, back));
  expect(returned.problems[0]).toMatchObject({ state: 'returned', dueOn: '2026-07-20', overdue: false });
  // The one who looked before it was returned decides on nothing any more.
  expect(await statusOf(committee.post(`${ofProblem}/review`, { decision: 'accept', version: 2 }))).toBe(409);
  await unit.post(`${ofProblem}/rectification`, { note: '已补齐' });
  const end = await read(await committee.post(`${ofProblem}/review`, { decision: 'accept', version: 4 }));
  expect(end.problems[0]).toMatchObject({ state: 'rectified' });
  expect(end.problems[0]?.evidence).toHaveLength(1);
  expect(end.problems[0]?.events.map(({ kind }) => kind)).toEqual([
    ...['raised', 'reported', 'returned', 'reported', 'accepted'],
  ]);
  expect(await statusOf(unit.post(`${ofProblem}/rectification`, { note: '再报' }))).toBe(409);
});

test('two who answer one item at the same time: one is told, and other items do not hinder each other', async () => {
  w.clock.set('2026-07-01T09:00:00+08:00');
  const inspectors = [w.person('committee', 'street').id, w.person('office').id];
  const { committee, other } = callers;
  const { inspection } = await read(await committee.post('/api/inspections', { ...planned(), inspectors }));
  const same = [answer(committee, inspection.id, [met(1)]), answer(other, inspection.id, [unmet(1)])];
  const apart = [answer(committee, inspection.id, [met(2)]), answer(other, inspection.id, [met(3)])];
  const statuses = (some: readonly Response[]) => some.map(({ status }) => status).toSorted();
  expect(statuses(await Promise.all(same))).toEqual([200, 409]);
  expect(statuses(await Promise.all(apart))).toEqual([200, 200]);
  const { items } = await read(await committee.get(`/api/inspections/${inspection.id}`));
  expect(items.map(({ findings }) => findings.length)).toEqual([1, 1, 1]);
  const both = [1, 2].map(() =>
    committee.post(`/api/inspections/${inspection.id}/completion`, { version: 1 }),
  );
  expect(statuses(await Promise.all(both))).toEqual([200, 409]);
});

test('no inspection of a unit that is no more, by its own people, of no item, or before its day', async () => {
  w.clock.set('2026-07-01T09:00:00+08:00');
  const { committee } = callers;
  const own = { ...planned('department'), inspectors: [w.person('office').id] };
  expect(await (await committee.post('/api/inspections', own)).json()).toMatchObject({ status: 422 });
  const liaison = { ...planned(), inspectors: [w.person('liaison').id] };
  expect(await statusOf(committee.post('/api/inspections', liaison))).toBe(422);
  const empty = await read(await committee.post('/api/inspections', planned('otherVillage')));
  const { id } = empty.inspection;
  await answer(
    committee,
    id,
    [1, 2, 3].map((item) => ({ item, verdict: 'notApplicable', replaces: null })),
  );
  const path = `/api/inspections/${id}`;
  const nothing = await committee.post(`${path}/completion`, { version: 1 });
  expect(await nothing.json()).toMatchObject({ status: 409, code: 'nothingApplies' });
  const later = { heldOn: '2026-07-02', inspectors: planned().inspectors, version: 1 };
  await committee.post(`${path}/change`, later);
  const early = await committee.post(`${path}/completion`, { version: 2 });
  expect(await early.json()).toMatchObject({ status: 409, code: 'notYet' });
  const gone = await world(store);
  const theirs = { listId: await giveCheckList(gone), heldOn: day('2026-07-01'), unitId: gone.unit.village };
  const by = [gone.person('committee', 'street').id];
  const before = await planInspection(gone.as('committee'), { ...theirs, inspectors: by });
  await store.db
    .update(units)
    .set({ retiredAt: gone.clock() })
    .where(and(eq(units.domainId, gone.domainId), eq(units.id, gone.unit.village)));
  const retired = { kind: 'conflict', code: 'unitRetired' };
  await expect(planInspection(gone.as('committee'), { ...theirs, inspectors: by })).rejects.toMatchObject(
    retired,
  );
  const answers = [{ item: 1, verdict: 'met' as const, replaces: null }];
  await expect(recordFindings(gone.as('committee'), { inspectionId: before, answers })).rejects.toMatchObject(
    retired,
  );
});

test('a published list changes no more; its next version takes its place, and what was inspected by it stays', async () => {
  const fresh = await world(store);
  const ctx = fresh.as('committee');
  const id = await giveCheckList(fresh);
  await expect(
    saveCheckList(ctx, { id, revision: 2, body: { title: '改', group: null, items: [] } }),
  ).rejects.toMatchObject({ kind: 'conflict' });
  const ofList = and(eq(checkItems.domainId, fresh.domainId), eq(checkItems.listId, id));
  await expect(store.db.update(checkItems).set({ text: '改' }).where(ofList)).rejects.toThrow();
  await expect(store.db.delete(checkLists).where(eq(checkLists.domainId, fresh.domainId))).rejects.toThrow();
  const next = await beginCheckList(ctx, { from: id });
  await expect(beginCheckList(ctx, { from: id })).rejects.toMatchObject({ code: 'draftThere' });
  const items = [{ text: '台账齐全', section: null, weight: 5 }];
  const uneven = [...items, { text: '台账齐全', section: null, weight: null }];
  await saveCheckList(ctx, { id: next, revision: 1, body: { title: '新清单', group: null, items: uneven } });
  await expect(publishCheckList(ctx, { id: next, revision: 2 })).rejects.toMatchObject({
    faults: [{ path: 'items[1].text' }, { path: 'items[1].weight' }],
  });
  await saveCheckList(ctx, { id: next, revision: 2, body: { title: '新清单', group: null, items } });
  await expect(publishCheckList(ctx, { id: next, revision: 2 })).rejects.toMatchObject({ code: 'overtaken' });
  await publishCheckList(ctx, { id: next, revision: 3 });
  const by = [fresh.person('committee', 'street').id];
  const plan = { unitId: fresh.unit.village, heldOn: day('2026-07-01'), inspectors: by };
  await expect(planInspection(ctx, { ...plan, listId: id })).rejects.toMatchObject({ code: 'listNotInUse' });
  await planInspection(ctx, { ...plan, listId: next });
});

test('what is not put right is recalled on its days, each once, all of a unit in one message', async () => {
  const late = await world(store, { now: '2026-07-01T09:00:00+08:00' });
  const { domainId, clock } = late;
  const room = {
    domainId,
    gateway: 'simulator',
    externalId: 'r1',
    topic: '工作群',
    boundAt: clock(),
  } as const;
  const [added] = await store.db.insert(rooms).values(room).returning({ id: rooms.id });
  await store.db
    .insert(roomUnits)
    .values({ domainId, roomId: found(added, '工作群').id, unitId: late.unit.village });
  const listId = await giveCheckList(late);
  await giveInspection(late, listId, 'village');
  await giveInspection(late, listId, 'village');
  const recalled: string[] = [];
  for (let date = 1; date <= 24; date++) {
    const today = day(`2026-07-${String(date).padStart(2, '0')}`);
    const once = () => late.system.transaction((tx) => remindOfProblems(tx, createCalendar(), today));
    if ((await once()) > 0) recalled.push(today);
    expect(await once()).toBe(0);
  }
  // Due on Wednesday 8; one, three and eight working days late on 9, 13 and 20.
  expect(recalled).toEqual(['2026-07-07', '2026-07-08', '2026-07-09', '2026-07-13', '2026-07-20']);
});

test('history is not rewritten', async () => {
  for (const table of [inspectionFindings, inspectionEvents]) {
    await expect(store.db.delete(table).where(eq(table.domainId, w.domainId))).rejects.toThrow();
  }
});
