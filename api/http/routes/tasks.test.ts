import { afterAll, describe, expect, test } from 'vitest';
import { evidence, files } from '../../../db/schema/assignments.ts';
import { openApp } from '../../testing/app.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { PNG } from '../../testing/files.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
const task = await addTask(w);
const liaison = await t.as('liaison');
const office = await t.as('office');
afterAll(() => t.close());

interface Detail {
  assignment: { state: string; version: number; percent: number | null; dueOn: string };
  records: { id: number; kind: string; channel: string; undone: boolean; evidence: { id: number }[] }[];
  can: Record<string, boolean | number | null>;
}
const detailOf = async (response: Response): Promise<Detail> => {
  expect(response.status).toBe(200);
  return (await response.json()) as Detail;
};
const photo = (name = '照片.png') => {
  const form = new FormData();
  form.set('file', new File([PNG], name));
  return form;
};

test('a task goes its way: reported, submitted, returned, submitted, verified', async () => {
  const at = `/api/tasks/${await assign(w, task, 'village')}`;
  const reported = await detailOf(await liaison.post(`${at}/reports`, { percent: 60, note: '完成六成' }));
  expect(reported.assignment).toMatchObject({ state: 'active', percent: 60 });
  expect(reported.records[0]).toMatchObject({ kind: 'reported', channel: 'web' });

  const submitted = await detailOf(await liaison.post(`${at}/reports`, { done: true }));
  expect(submitted.assignment.state).toBe('submitted');
  const { version } = submitted.assignment;
  const queue = await (await office.get('/api/verify')).json();
  expect(queue).toMatchObject({ total: 1, rows: [{ assignment: { state: 'submitted' }, late: true }] });

  const verification = `${at}/verification`;
  const noReason = await office.post(verification, { decision: 'return', version });
  expect(noReason.status).toBe(422);
  const returned = await detailOf(
    await office.post(verification, { decision: 'return', reason: '请补照片', version }),
  );
  expect(returned.assignment.state).toBe('returned');

  const again = await detailOf(await liaison.post(`${at}/reports`, { done: true }));
  const stale = await office.post(verification, { decision: 'verify', version });
  expect(stale.status).toBe(409);
  expect(await stale.json()).toMatchObject({ status: 409, title: '内容已变化' });
  const done = await detailOf(
    await office.post(verification, { decision: 'verify', version: again.assignment.version }),
  );
  expect(done.assignment.state).toBe('done');
  expect((await liaison.post(`${at}/reports`, { percent: 10 })).status).toBe(409);
});

test('an extension is asked for and granted, and the due day moves', async () => {
  const at = `/api/tasks/${await assign(w, task, 'otherVillage')}`;
  const other = await t.as('liaison', 'otherVillage');
  const asked = await detailOf(
    await other.post(`${at}/extension`, { until: '2026-08-31', reason: '等待采购' }),
  );
  expect(asked.can).toMatchObject({ decideExtension: false });
  const granted = await detailOf(
    await office.post(`${at}/extension-decision`, { granted: true, version: asked.assignment.version }),
  );
  expect(granted.assignment.dueOn).toBe('2026-08-31');
});

test('a report is taken back by who made it', async () => {
  const at = `/api/tasks/${await assign(w, task, 'department')}`;
  const own = await t.as('liaison', 'department');
  const reported = await detailOf(await own.post(`${at}/reports`, { percent: 60 }));
  expect(reported.can.undo).toBe(reported.records[0]?.id);
  const undone = await detailOf(await own.post(`${at}/undo`, { recordId: reported.can.undo }));
  expect(undone.assignment).toMatchObject({ percent: null });
  expect(undone.records[0]?.undone).toBe(true);
});

describe('evidence', () => {
  test('is attached, and given back as it was, sandboxed', async () => {
    const assignment = await assign(w, task, 'otherDepartment');
    const own = await t.as('liaison', 'otherDepartment');
    const detail = await detailOf(
      await own.post(`/api/tasks/${assignment}/evidence`, photo('现场 照片.png')),
    );
    const id = detail.records.at(-1)?.evidence[0]?.id;
    const response = await own.get(`/api/evidence/${id}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('现场 照片.png')}`,
    );
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect((await liaison.get(`/api/evidence/${id}`)).status).toBe(403);
  });

  test('is refused by content, whatever its name says, and nothing is stored by half', async () => {
    const elsewhere = await world(store);
    const assignment = await assign(elsewhere, await addTask(elsewhere), 'village');
    const own = await openApp(elsewhere);
    const form = new FormData();
    form.set('file', new File(['<script>alert(1)</script>'], 'photo.png'));
    const refused = await (await own.as('liaison')).post(`/api/tasks/${assignment}/evidence`, form);
    expect(refused.status).toBe(422);
    const stranger = await own.as('liaison', 'otherVillage');
    expect((await stranger.post(`/api/tasks/${assignment}/evidence`, photo())).status).toBe(403);
    expect((await stranger.post('/api/tasks/4711/evidence', photo())).status).toBe(404);
    const noFile = await (await own.as('liaison')).post(`/api/tasks/${assignment}/evidence`, new FormData());
    expect(noFile.status).toBe(422);
    expect(await noFile.json()).toMatchObject({ faults: [{ path: 'file' }] });
    const stored = await store.db.query.files.findMany({
      where: (row, { eq }) => eq(row.domainId, elsewhere.domainId),
    });
    expect(stored).toEqual([]);
    expect(await store.db.$count(evidence)).toBe(await store.db.$count(files));
    await own.close();
  });
});

test('the list is filtered and paged, and a liaison sees the own units alone', async () => {
  const own = await world(store);
  const app = await openApp(own);
  const given = await addTask(own);
  for (const unit of ['village', 'otherVillage', 'department', 'otherDepartment'] as const) {
    await assign(own, given, unit);
  }
  interface Page {
    rows: { unit: { id: number } }[];
    next: string | null;
    counts: Record<string, number>;
  }
  const ask = async (role: 'liaison' | 'office', query: string): Promise<Page> =>
    (await (await (await app.as(role)).get(`/api/tasks?${query}`)).json()) as Page;
  const mine = await ask('liaison', '');
  expect(mine.rows.map((row) => row.unit.id)).toEqual([own.unit.village]);
  expect(mine.counts).toEqual({ blue: 0, green: 0, yellow: 0, red: 1 });
  const first = await ask('office', 'limit=3&light=red');
  const second = await ask('office', `limit=3&light=red&after=${first.next}`);
  expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 1, null]);
  expect(
    (await ask('office', `unit=${own.unit.department}&q=${encodeURIComponent('台账')}`)).rows,
  ).toHaveLength(1);
  expect((await ask('office', 'month=2026-05')).rows).toHaveLength(0);
  await app.close();
});
