/** A whole year's assessment through the real app: two markers, an objection, the freeze, and reopening. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { reportedValues } from '../../../db/schema/assessment.ts';
import { calendarDays } from '../../../db/schema/system.ts';
import { people } from '../../../db/schema/units.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { day } from '../../domain/time/day.ts';
import {
  annualPage,
  cellPage,
  noticePage,
  selfPage,
  signingPage,
  workbenchPage,
} from '../../http/answers/annual.ts';
import { overviewPage, rankingPage } from '../../http/answers/overview.ts';
import { lineBasis, unitScore } from '../../http/answers/scores.ts';
import { type Caller, openApp, type TestApp } from '../../testing/app.ts';
import { PNG } from '../../testing/files.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, type WorldUnit, world } from '../../testing/world.ts';
import { publishScheme } from '../ranking/publish-scheme.ts';
import { giveMark } from './mark.ts';
import { openAnnual, openYearPast } from './open-annual.ts';
import { showWorkbench } from './show-workbench.ts';

const store = await openTestStore();
const VILLAGES = ['village', 'otherVillage'] as const;
const DEPARTMENTS = ['department', 'otherDepartment'] as const;

let w: World;
let t: TestApp;
let base: string;
let chair: Caller;
let marker: Caller;
let leader: Caller;
const liaison: Partial<Record<WorldUnit, Caller>> = {};
afterAll(() => t.close());

const read = async <S extends z.ZodType>(schema: S, caller: Caller, path: string): Promise<z.output<S>> => {
  const response = await caller.get(path);
  expect(response.status, path).toBe(200);
  return schema.parse(await response.json());
};
const stand = (caller = chair) => read(annualPage, caller, base);
const post = async (caller: Caller, path: string, body: unknown, status = 200) => {
  const response = await caller.post(`${base}${path}`, body);
  const answer = z.record(z.string(), z.unknown()).parse(await response.json());
  expect(response.status, `${path}: ${JSON.stringify(answer)}`).toBe(status);
  return answer;
};
const of = (unit: WorldUnit): Caller => {
  const caller = liaison[unit];
  if (caller === undefined) throw new Error(`nobody is of ${unit}`);
  return caller;
};
const upload = async (caller: Caller, unit: WorldUnit, indicator: string, use: string) => {
  const form = new FormData();
  form.set('unit', String(w.unit[unit]));
  form.set('indicator', indicator);
  form.set('use', use);
  form.set('file', new File([PNG], '佐证.png'));
  return z.object({ id: z.int() }).parse(await post(caller, '/files', form)).id;
};

const entered = (village: boolean) => {
  const filled = village
    ? { V4: 0.95, V5: 0.9, V6: true, V7: true, V8: 9, V13: 0, V14: 1, V15: 0.9 }
    : { D4: 4, D5: 1, D6: true, D7: 0.95, D12: 0.9, D13: 4 };
  return Object.fromEntries(Object.entries(filled).map(([code, value]) => [code, { value: { value } }]));
};

beforeAll(async () => {
  w = await world(store, { now: '2026-01-05T09:00:00+08:00' });
  await publishScheme(w.system, BUILTIN_SCHEME);
  const { domainId } = w;
  await store.db.insert(calendarDays).values({ domainId, day: day('2027-01-01'), kind: 'rest' });
  await store.db
    .update(people)
    .set({ duty: 'head' })
    .where(and(eq(people.domainId, domainId), eq(people.id, w.person('committee').id)));
  t = await openApp(w);
  chair = await t.as('committee', 'street');
  marker = await t.as('committee', 'otherDepartment');
  leader = await t.as('leader');
  for (const unit of [...VILLAGES, ...DEPARTMENTS]) liaison[unit] = await t.as('liaison', unit);
});

test('a year is opened after its end, once; by hand before it only as a rehearsal', async () => {
  const early = await chair.post('/api/annual', { year: 2026, kind: 'year' });
  expect(await early.json()).toMatchObject({ code: 'yearRuns', detail: '2026年还没有结束，只能先做试评' });
  w.clock.set('2027-01-01T09:00:00+08:00');
  expect(await openYearPast(w.system, w.clock())).toEqual({ opened: 1 });
  expect(await openYearPast(w.system, w.clock())).toEqual({ opened: 0 });
  const list = z
    .object({ annuals: z.array(z.object({ id: z.int(), name: z.string() })) })
    .parse(await (await chair.get('/api/annual')).json());
  expect(list.annuals).toHaveLength(1);
  base = `/api/annual/${list.annuals[0]?.id}`;
  const shown = await stand();
  expect(shown).toMatchObject({ name: '2026年度考核', step: 'self', selfUntil: '2027-01-22' });
  expect(shown.cutoffAt).toBe('2026-12-31T16:00:00.000Z');
  expect(shown.lacks[0]?.text).toBe('没有提交自评：示例一村、示例二村、公共服务办、司法所');
});

test('自评: a draft is kept, missing lines are named, a value waits for the committee and may be returned', async () => {
  const unitId = w.unit.village;
  const lines = { ...entered(true), V4: { note: '台账在案' } };
  const saved = await post(of('village'), '/draft', { unitId, version: 0, lines });
  expect(saved).toEqual({ version: 1 });
  expect((await post(of('village'), '/draft', { unitId, version: 0, lines }, 409)).code).toBe('changedSince');
  const refused = await post(of('village'), '/submission', { unitId }, 422);
  expect(refused.faults).toEqual([{ path: 'lines.V4', message: '请填写“特殊未成年人建档率”' }]);
  await post(of('otherVillage'), '/draft', { unitId, version: 1, lines }, 403);

  for (const unit of [...VILLAGES, ...DEPARTMENTS]) {
    const own = { unitId: w.unit[unit], version: unit === 'village' ? 1 : 0 };
    await post(of(unit), '/draft', { ...own, lines: entered(unit.toLowerCase().includes('village')) });
    if (unit === 'village') await upload(of(unit), unit, 'V4', 'claim');
    await post(of(unit), '/submission', { unitId: w.unit[unit] });
  }
  expect((await stand()).lacks.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^填报值等待考评组审核：示例一村“特殊未成年人建档率”、.*等28项$/),
  ]);
  await post(chair, '/step', { from: 'self' }, 409);

  const self = await read(selfPage, chair, `${base}/self?unit=${unitId}`);
  const claim = self.lines.find(({ indicator }) => indicator === 'V4');
  expect(claim).toMatchObject({ claim: { value: '95%', state: 'waiting' }, files: [{ name: '佐证.png' }] });
  await post(chair, '/verdicts', { claimId: claim?.claim?.id, verdict: 'returned' }, 422);
  await post(chair, '/verdicts', { claimId: claim?.claim?.id, verdict: 'returned', reason: '请附台账' });
  expect((await stand(of('village'))).units).toMatchObject([{ name: '示例一村', returned: 1 }]);
  await post(of('village'), '/draft', { unitId, version: 2, lines: { V4: { value: { value: 0.9 } } } });
  await post(of('village'), '/submission', { unitId });

  for (const unit of [...VILLAGES, ...DEPARTMENTS]) {
    const page = await read(selfPage, chair, `${base}/self?unit=${w.unit[unit]}`);
    for (const line of page.lines.filter(({ claim: each }) => each?.state === 'waiting')) {
      await post(chair, '/verdicts', { claimId: line.claim?.id, verdict: 'confirmed' });
    }
  }
  expect((await stand()).lacks).toEqual([]);
});

test('考评: marks are given apart, unseen by the other until all are in, and then can be changed no more', async () => {
  await post(chair, '/step', { from: 'self' });
  await post(chair, '/step', { from: 'self' }, 409);
  const mark = (unit: WorldUnit, indicator: string, given: number) => ({
    unitId: w.unit[unit],
    indicator,
    mark: given,
  });
  await post(chair, '/marks', mark('village', 'V9', 120), 422);
  await post(chair, '/marks', mark('village', 'V4', 90), 422);
  expect((await post(marker, '/marks', mark('otherDepartment', 'D8', 90), 409)).code).toBe('ownUnit');
  await post(leader, '/marks', mark('village', 'V9', 90), 403);
  for (const unit of VILLAGES) await post(chair, '/marks', mark(unit, 'V9', 80));
  await post(chair, '/hand-in', {}, 409);
  for (const unit of DEPARTMENTS) await post(chair, '/marks', mark(unit, 'D8', 80));
  await post(chair, '/hand-in', {});
  expect((await post(chair, '/marks', mark('village', 'V9', 81), 409)).code).toBe('handedIn');

  await post(marker, '/marks', mark('village', 'V9', 60));
  await post(marker, '/marks', mark('village', 'V9', 90));
  const cell = `${base}/cell?unit=${w.unit.village}&indicator=V9`;
  expect((await read(cellPage, marker, cell)).marks).toMatchObject([{ mark: 90, mine: true }]);
  const bench = await read(workbenchPage, marker, `${base}/workbench?group=village`);
  const lines = bench.rows.flatMap((row) => row.lines.filter(({ indicator }) => indicator === 'V9'));
  expect(lines.map(({ state, points }) => [state, points])).toEqual([
    ['missing', 0],
    ['missing', 0],
  ]);
  expect((await stand(leader)).lacks[0]?.text).toContain('（已评1/3）');
  await post(chair, '/step', { from: 'review' }, 409);
  await post(marker, '/open-marks', {}, 409);

  await post(marker, '/marks', mark('otherVillage', 'V9', 70));
  await post(marker, '/marks', mark('department', 'D8', 90));
  const handed = annualPage.parse(await post(marker, '/hand-in', {}));
  expect(handed).toMatchObject({ marksOpen: true, lacks: [] });
  expect((await read(cellPage, marker, cell)).marks.map(({ mark: given }) => given)).toEqual([80, 90]);
  const opened = await read(workbenchPage, leader, `${base}/workbench?group=village`);
  const [first] = opened.rows.filter(({ unitId }) => unitId === w.unit.village);
  expect(first?.lines.find(({ indicator }) => indicator === 'V9')?.points).toBe(5.1);
});

test('调整: a value is put in another’s place with a reason and a file, and only so', async () => {
  const line = { unitId: w.unit.village, indicator: 'V5', value: { value: 1 } };
  expect((await post(chair, '/overrides', { ...line, reason: '漏报一次' }, 409)).code).toBe('noBasis');
  const fileId = await upload(chair, 'village', 'V5', 'override');
  await post(chair, '/overrides', { ...line, fileId }, 422);
  const elsewhere = await upload(chair, 'otherVillage', 'V5', 'override');
  await post(chair, '/overrides', { ...line, reason: '漏报一次', fileId: elsewhere }, 404);
  await post(chair, '/overrides', { ...line, reason: '漏报一次', fileId });
  const path = `${base}/cell?unit=${w.unit.village}&indicator=V5`;
  expect(await read(cellPage, leader, path)).toMatchObject({
    line: { overridden: true, value: '100%', points: 8 },
    overrides: [{ value: '100%', reason: '漏报一次' }],
  });
  await post(chair, '/overrides', { ...line, value: null, reason: '核对后撤回' });
  expect(await read(cellPage, leader, path)).toMatchObject({ line: { overridden: false, value: '90%' } });
  await post(chair, '/overrides', { ...line, reason: '再次核对，漏报一次', fileId });
});

test('公示: five working days, open to all, each unit may object to its own lines', async () => {
  const list = `${base}/notice?group=village`;
  expect((await of('village').get(list)).status).toBe(409);
  await post(chair, '/step', { from: 'review' });
  const shown = await read(noticePage, of('village'), list);
  expect(shown).toMatchObject({ step: 'notice', noticeUntil: '2027-01-08', daysLeft: 5 });
  const mine = shown.rows.map((row) => [row.unitId, row.lines.some(({ mayObject }) => mayObject)]);
  expect(new Map(mine as [number, boolean][])).toEqual(
    new Map([
      [w.unit.village, true],
      [w.unit.otherVillage, false],
    ]),
  );
  const objection = { unitId: w.unit.otherVillage, indicator: 'V4', text: '漏算了两人' };
  await post(of('village'), '/objections', objection, 403);
  await post(chair, '/objections', objection, 403);
  await upload(of('otherVillage'), 'otherVillage', 'V4', 'objection');
  await post(of('otherVillage'), '/objections', objection);
  await post(of('otherVillage'), '/objections', objection, 409);
  await post(of('village'), '/objections', { ...objection, unitId: w.unit.village, indicator: 'V8' });
  expect((await post(chair, '/step', { from: 'notice' }, 409)).faults).toMatchObject([
    { message: '公示期还有5个工作日，1月8日结束' },
  ]);
  w.clock.set('2027-01-09T09:00:00+08:00');
  const late = { unitId: w.unit.village, indicator: 'V7', text: '迟了' };
  expect((await post(of('village'), '/objections', late, 409)).code).toBe('noticeOver');
  await post(chair, '/step', { from: 'notice' });
});

test('复核: each objection is answered with a reason; a change is recorded and seen', async () => {
  const { objections } = await read(noticePage, chair, `${base}/notice?group=village`);
  const [first, second] = objections;
  expect(objections).toHaveLength(2);
  const signing = await read(signingPage, leader, `${base}/signing`);
  const early = await post(leader, '/signature', { hash: signing.hash }, 409);
  expect(early.faults).toMatchObject([{ message: expect.stringContaining('异议没有答复') }]);
  const answer = { objectionId: first?.id, verdict: 'changed', reason: '核实漏算两人' };
  expect((await post(chair, '/answers', answer, 422)).code).toBe('valueMissing');
  await post(chair, '/answers', { ...answer, value: { value: 1 } });
  await post(chair, '/answers', { objectionId: second?.id, verdict: 'upheld', reason: '记录无误' });
  await post(chair, '/answers', { objectionId: second?.id, verdict: 'upheld', reason: '再答' }, 409);
  const after = await read(noticePage, of('otherVillage'), `${base}/notice?group=village`);
  expect(after.objections[0]).toMatchObject({ verdict: 'changed', value: '100%', reason: '核实漏算两人' });
});

test('定档: what a leader signed is frozen byte for byte, its hash is in the audit chain', async () => {
  const before = await read(signingPage, leader, `${base}/signing`);
  expect(before.changes).toHaveLength(2);
  await post(chair, '/signature', { hash: before.hash }, 403);
  await post(leader, '/signature', { hash: '0'.repeat(64) }, 409);
  await post(leader, '/signature', { hash: before.hash });
  const list = `${base}/notice?group=village`;
  const frozen = await (await of('village').get(list)).text();
  const bytes = new Uint8Array(await (await of('village').get(`${base}/result`)).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(before.hash);
  expect(bytes).toHaveLength(before.bytes);
  const audited = await store.db.query.audit.findFirst({
    where: (a, { and: both, eq: is }) => both(is(a.domainId, w.domainId), is(a.action, 'annual.sign')),
  });
  expect(audited?.detail).toMatchObject({ hash: before.hash });

  await store.db.insert(reportedValues).values({
    domainId: w.domainId,
    year: 2026,
    indicator: 'V8',
    unitId: w.unit.village,
    value: { value: 0 },
    at: w.clock(),
  });
  w.clock.set('2027-06-01T09:00:00+08:00');
  expect(await (await of('village').get(list)).text()).toBe(frozen);
  expect((await read(signingPage, leader, `${base}/signing`)).hash).toBe(before.hash);
  await post(
    chair,
    '/overrides',
    { unitId: w.unit.village, indicator: 'V5', value: null, reason: '改' },
    409,
  );
});

test('the ranking of the settled year, and what explains it, is what was signed', async () => {
  const at = '/api/ranking?group=village&day=2026-12-31';
  const rankingOf = (path: string) => read(rankingPage, of('village'), path);
  const shown = await rankingOf(at);
  expect(shown).toMatchObject({ mode: 'final', known: 'now', settled: { year: 2026, name: '2026年度考核' } });
  const notice = await read(noticePage, of('village'), `${base}/notice?group=village`);
  const figures = (rows: readonly { unitId: number; total: number | null; lines: readonly object[] }[]) =>
    rows.map(({ unitId, total, lines }) => ({
      unitId,
      total,
      lines: lines.map((line) => ('why' in line && 'points' in line ? [line.points, line.why] : null)),
    }));
  expect(figures(shown.rows)).toEqual(figures(notice.rows));
  expect(shown.rows.map(({ rank, grade }) => [rank, grade])).toEqual(
    notice.rows.map(({ rank, grade }) => [rank, grade]),
  );
  // The new year has no scheme yet: what was settled still stands.
  expect((await rankingOf('/api/ranking?group=village')).rows).toEqual(shown.rows);
  expect((await read(overviewPage, chair, '/api/overview')).rankings[0]).toMatchObject({
    settled: { year: 2026 },
    rows: shown.rows.map(({ unitId, total }) => ({ unitId, total })),
  });

  const unit = `/api/units/${w.unit.otherVillage}`;
  const score = await read(unitScore, of('otherVillage'), `${unit}/score?day=2026-12-31`);
  const own = shown.rows.find(({ unitId }) => unitId === w.unit.otherVillage);
  expect(score.score.total).toBe(own?.total);
  expect(score.score.lines.map(({ why }) => why)).toEqual(own?.lines.map(({ why }) => why));
  expect(score).toMatchObject({ mode: 'final', gains: [], settled: { year: 2026 } });
  const line = await read(lineBasis, of('otherVillage'), `${unit}/lines/V4?day=2026-12-31`);
  expect(line.signed).toEqual({ value: '100%', changedFor: '核实漏算两人' });

  // Days before, and the last one as it was known, are as they were.
  const then = await rankingOf(`${at}&known=then`);
  expect(then).toMatchObject({ mode: 'rolling', settled: null });
  expect(then.rows).not.toEqual(shown.rows);
  expect(await rankingOf('/api/ranking?group=village&day=2026-12-30')).toMatchObject({ settled: null });
  expect((await of('village').get('/api/ranking?group=village&day=2027-01-08')).status).toBe(404);
});

test('重开 takes two people and leaves a trace; the earlier signature is kept', async () => {
  await post(leader, '/reopening-decision', { granted: true }, 409);
  await post(leader, '/reopening', { reason: '发现重大误差' });
  await post(chair, '/reopening', { reason: '再来一次' }, 409);
  expect((await post(leader, '/reopening-decision', { granted: true }, 409)).code).toBe('samePerson');
  await post(leader, '/reopening-decision', { granted: false });
  expect((await stand()).step).toBe('settled');
  await post(chair, '/reopening', { reason: '发现重大误差' });
  await post(chair, '/reopening-decision', { granted: true }, 403);
  await post(leader, '/reopening-decision', { granted: true });
  const reopened = await stand(leader);
  expect(reopened).toMatchObject({ step: 'recheck', signed: null });
  expect(reopened.trace.slice(-5).map(({ kind }) => kind)).toEqual([
    'signed',
    'reopenAsked',
    'reopenRefused',
    'reopenAsked',
    'reopenGranted',
  ]);
  const live = '/api/ranking?group=village&day=2026-12-31';
  expect(await read(rankingPage, leader, live)).toMatchObject({ mode: 'rolling', settled: null });
  const again = await read(signingPage, leader, `${base}/signing`);
  expect(again.signatures).toHaveLength(1);
  expect(again.hash).not.toBe(again.signatures[0]?.hash);
  await post(leader, '/signature', { hash: again.hash });
  expect(await read(rankingPage, leader, live)).toMatchObject({ mode: 'final' });
  expect((await read(signingPage, leader, `${base}/signing`)).signatures).toHaveLength(2);
});

test('a rehearsal takes the figures as of its opening, and its notice may end early', async () => {
  const trial = await world(store, { now: '2026-06-25T09:00:00+08:00' });
  await publishScheme(trial.system, BUILTIN_SCHEME);
  const opened = await openAnnual(trial.as('committee'), { year: 2026, kind: 'trial' });
  const bench = await showWorkbench(trial.as('leader'), { id: opened, group: 'village' });
  const states = bench.rows[0]?.lines.map(({ indicator, state }) => `${indicator} ${state}`);
  expect(states).toContain('V4 missing');
  expect(states).toContain('V8 notDue');
  await expect(
    giveMark(trial.system, { annualId: opened, unitId: trial.unit.village, indicator: 'V9', mark: 1 }),
  ).rejects.toThrow('评分只能由考评员本人给出');
});
