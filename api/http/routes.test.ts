/** Walks the app's own list of routes: none is undescribed, none is open by mistake. */
import { afterAll, describe, expect, test } from 'vitest';
import type { EvidenceId, Role } from '../../db/vocabulary.ts';
import { ROLES } from '../../db/vocabulary.ts';
import { type Action, may, PERMISSIONS, scopeOf } from '../domain/permissions.ts';
import { BUILTIN_SCHEME } from '../domain/score/builtin.ts';
import { day } from '../domain/time/day.ts';
import { uploadEvidence } from '../services/progress/upload-evidence.ts';
import { draftOrders } from '../services/supervision/draft-orders.ts';
import { showAssignment } from '../services/tasks/show-assignment.ts';
import { openApp } from '../testing/app.ts';
import { addTask, assign } from '../testing/assignment.ts';
import { giveCheckList, giveInspection } from '../testing/check-list.ts';
import { PNG } from '../testing/files.ts';
import { openTestStore } from '../testing/test-store.ts';
import { world } from '../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
afterAll(() => t.close());

/** What anyone may ask without signing in; a route is added here on purpose or not at all. */
const PUBLIC = [
  'GET /api/demo/people',
  'GET /api/docs',
  'GET /api/docs/start.js',
  'GET /api/docs/{file}',
  'GET /api/health',
  'GET /api/m/{token}',
  'GET /api/openapi.json',
  'GET /api/ready',
  'POST /api/auth/sign-in/username',
  'POST /api/demo/sign-in',
  'POST /api/m/{token}/evidence',
  'POST /api/m/{token}/reports',
];

const routes = [
  ...new Set(
    t.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
].map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));

const permissionOf = (route: string): string | undefined => {
  const [method = '', path = ''] = route.split(' ');
  return t.document.paths[path]?.[method.toLowerCase()]?.['x-permission'];
};
const isAction = (name: string | undefined): name is Action => name !== undefined && name in PERMISSIONS;
const guarded = routes.flatMap((route) => {
  const action = permissionOf(route);
  return isAction(action) ? [{ route, action }] : [];
});

test('every route is in the document, with a row of the permissions table', () => {
  expect(routes.length).toBeGreaterThan(30);
  for (const route of routes) {
    const permission = permissionOf(route);
    expect(isAction(permission) || permission === 'public', `${route}: ${permission}`).toBe(true);
  }
});

test('the document describes no route that is not there', () => {
  const described = Object.entries(t.document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual(routes.toSorted());
});

test('the public routes are these and no others', () => {
  expect(routes.filter((route) => permissionOf(route) === 'public').toSorted()).toEqual(PUBLIC);
});

test.each(guarded)('$route is a 401 problem for one who is not signed in', async ({ route }) => {
  const [method, path = ''] = route.split(' ');
  const asked = path.replaceAll(/\{\w+\}/g, '1');
  const response = method === 'GET' ? await t.nobody.get(asked) : await t.nobody.post(asked);
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 401, code: 'signedOut', detail: '请先登录' });
});

/** A body that the route accepts, so that what is refused is refused for who asks. */
const file = () => {
  const form = new FormData();
  form.set('file', new File([PNG], '照片.png'));
  return form;
};
const BODIES: Readonly<Record<string, () => unknown>> = {
  'POST /api/tasks/{id}/reports': () => ({ percent: 40 }),
  'POST /api/tasks/{id}/evidence': file,
  'POST /api/tasks/{id}/verification': () => ({ decision: 'verify', version: 1 }),
  'POST /api/tasks/{id}/extension': () => ({ until: '2026-08-31', reason: '等待采购' }),
  'POST /api/tasks/{id}/extension-decision': () => ({ granted: false, version: 1 }),
  'POST /api/tasks/{id}/undo': () => ({ recordId: 1 }),
  'POST /api/calendar': () => ({ year: 2026, changes: [{ day: '2026-07-10', word: 'rest', was: null }] }),
  'POST /api/schemes': () => ({ year: 2026, from: null }),
  'POST /api/schemes/{id}/draft': () => ({ revision: 1, body: BUILTIN_SCHEME }),
  'POST /api/schemes/{id}/publication': () => ({ revision: 1 }),
  'POST /api/schemes/{id}/deletion': () => ({ revision: 1 }),
  'POST /api/channels/messages/{id}': () => ({ how: 'drop' }),
  'POST /api/jobs/{job}/switch': () => ({ paused: true }),
  'POST /api/assessment/values/check': file,
  'POST /api/assessment/values': () => ({
    entries: [{ unitId: w.unit.village, indicator: 'V6', written: '是', replaces: null }],
  }),
  'POST /api/orders': () => ({
    ...{ unitId: w.unit.village, assignmentIds: [], subject: '哨点值守', reason: '抽查未到岗' },
    answerBy: '2026-07-20',
  }),
  'POST /api/orders/{id}/draft': () => ({ demand: '请整改', version: 1 }),
  'POST /api/orders/{id}/serving': () => ({ demand: '请整改', answerBy: '2026-07-20', version: 1 }),
  'POST /api/orders/{id}/evidence': file,
  'POST /api/orders/{id}/answer': () => ({ note: '已整改' }),
  'POST /api/orders/{id}/decision': () => ({ decision: 'close', version: 1 }),
  'POST /api/wordings/{id}': () => ({ synonyms: ['台账 更新'] }),
  'POST /api/wordings/{id}/decision': () => ({ wording: '登记簿', accepted: true }),
  'POST /api/bulletins': () => ({ kind: 'monthly', period: '2026-06' }),
  'POST /api/bulletins/{id}/wording': () => ({ version: 1, edits: [{ section: 0, block: 0, pieces: [] }] }),
  'POST /api/bulletins/{id}/renewal': () => ({ version: 1 }),
  'POST /api/bulletins/{id}/submission': () => ({ version: 1 }),
  'POST /api/bulletins/{id}/signature': () => ({ version: 1 }),
  'POST /api/bulletins/{id}/return': () => ({ version: 1, reason: '请补充' }),
  'POST /api/bulletins/{id}/issue': () => ({ version: 1 }),
  'POST /api/bulletins/{id}/push': () => ({ version: 1 }),
  'POST /api/bulletins/{id}/withdrawal': () => ({ version: 1, reason: '数据有误' }),
  'POST /api/inspections': () => ({
    ...{ unitId: w.unit.village, listId, heldOn: '2026-07-01', inspectors: [w.person('committee').id] },
  }),
  'POST /api/inspections/{id}/change': () => ({
    ...{ heldOn: '2026-07-01', inspectors: [w.person('committee').id], version: 1 },
  }),
  'POST /api/inspections/{id}/cancellation': () => ({ reason: '改期', version: 1 }),
  'POST /api/inspections/{id}/completion': () => ({ version: 1 }),
  'POST /api/inspections/{id}/items/{item}/evidence': file,
  'POST /api/inspection-lists': () => ({ from: 'blank' }),
  'POST /api/inspection-lists/{id}/publication': () => ({ revision: 1 }),
  'POST /api/inspection-lists/{id}/deletion': () => ({ revision: 1 }),
  'POST /api/inspection-problems/{id}/rectification': () => ({ note: '已整改' }),
  'POST /api/inspection-problems/{id}/evidence': file,
  'POST /api/inspection-problems/{id}/review': () => ({ decision: 'accept', version: 1 }),
  'POST /api/practices': () => ({ title: '亮灯巡访', body: '每周巡访' }),
  'POST /api/paste/preview': () => ({ text: '某某：2.1-3 完成30%', unitId: w.unit.village }),
  'POST /api/paste/message': () => ({
    ...{ name: '某某', at: '2026-07-01T00:30:00Z', text: '2.1-3 完成30%', unitId: w.unit.village },
  }),
  'POST /api/rooms/{id}/binding': () => ({ unitIds: [w.unit.village] }),
  'POST /api/rooms/{id}/stand-in': () => ({ forRoom: null }),
  'POST /api/rooms/contacts/{id}/bot': () => ({ isBot: true }),
  'POST /api/rooms/binding-code': () => ({ unitIds: [w.unit.village] }),
};
/** Routes whose number in the path is a row of a unit's. */
const isOfUnit = (route: string) =>
  /^\w+ \/api\/((tasks|evidence|orders|inspections|inspection-problems|inspection-evidence)\/\{id\}|units\/\{id\}\/(lines|timeline))/.test(
    route,
  );

const task = await addTask(w);
const own = await assign(w, task, 'village');
const other = await assign(w, task, 'otherVillage');
const evidenceOf = async (assignmentId: typeof own): Promise<EvidenceId | undefined> => {
  await uploadEvidence(w.system, { assignmentId, name: '照片', bytes: PNG });
  return (await showAssignment(w.system, assignmentId)).records.at(-1)?.evidence[0]?.id;
};
const [ownOrder, otherOrder] = await w.system.transaction((tx) =>
  draftOrders(
    tx,
    (
      [
        ['village', own],
        ['otherVillage', other],
      ] as const
    ).map(([of, assignmentId]) => ({
      ...{ unitId: w.unit[of], assignmentId, dueOn: day('2026-06-30'), workingDaysLate: 7 },
    })),
  ),
);
const orders = { own: ownOrder, other: otherOrder };
const listId = await giveCheckList(w);
const inspected = {
  own: await giveInspection(w, listId, 'village'),
  other: await giveInspection(w, listId, 'otherVillage'),
};
const evidence = { own: await evidenceOf(own), other: await evidenceOf(other) };
const callers = new Map<Role, Awaited<ReturnType<typeof t.as>>>();
for (const role of ROLES) callers.set(role, await t.as(role));

/** The number in a path: of an assignment, a piece of evidence or a unit, one's own or another's. */
function idFor(template: string, whose: 'own' | 'other') {
  if (template.includes('/orders/{id}')) return orders[whose];
  if (template.includes('/inspections/{id}')) return inspected[whose].inspection.id;
  if (template.includes('/inspection-problems/{id}')) return inspected[whose].problems[0]?.id;
  if (template.includes('/inspection-evidence/{id}')) return inspected[whose].items[0]?.evidence[0]?.id;
  if (template.includes('/inspection-lists/{id}')) return listId;
  if (template.includes('/evidence/{id}')) return evidence[whose];
  if (template.includes('/units/{id}')) return whose === 'own' ? w.unit.village : w.unit.otherVillage;
  return whose === 'own' ? own : other;
}

async function statusFor(role: Role, route: string, whose: 'own' | 'other'): Promise<number> {
  const [method, template = ''] = route.split(' ');
  const id = idFor(template, whose);
  const path = template.replace('{id}', String(id));
  const caller = callers.get(role);
  if (caller === undefined) throw new Error(`nobody is ${role}`);
  const response =
    method === 'GET' ? await caller.get(path) : await caller.post(path, BODIES[route]?.() ?? {});
  await response.body?.cancel();
  return response.status;
}

describe.each(ROLES)('as %s', (role) => {
  // Signing out would end the session that the other routes are asked with.
  const asked = guarded.filter(({ route }) => !route.endsWith('/sign-out'));

  test.each(asked)('$route is open or not as the table says', async ({ route, action }) => {
    const status = await statusFor(role, route, 'own');
    if (scopeOf(role, action) === null) expect(status).toBe(403);
    else expect([401, 403, 500]).not.toContain(status);
  });

  test.each(asked.filter(({ route }) => isOfUnit(route)))(
    "$route of another unit's is open or not as the table says",
    async ({ route, action }) => {
      const status = await statusFor(role, route, 'other');
      if (may(w.person(role), action, w.unit.otherVillage)) expect([401, 403, 500]).not.toContain(status);
      else expect(status).toBe(403);
    },
  );
});

test("another sub-district's rows are not there, whoever asks", async () => {
  const elsewhere = await world(store);
  const theirs = await assign(elsewhere, await addTask(elsewhere), 'village');
  const office = await t.as('office');
  expect((await office.get(`/api/tasks/${theirs}`)).status).toBe(404);
  expect((await office.post(`/api/tasks/${theirs}/reports`, { percent: 10 })).status).toBe(404);
});
