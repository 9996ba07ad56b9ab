import { afterEach, describe, expect, test } from 'vitest';
import type { ChatWindow } from '../services/chat/chat-window.ts';
import { openApp, type TestApp } from '../testing/app.ts';
import { addTask, assign } from '../testing/assignment.ts';
import { openTestStore } from '../testing/test-store.ts';
import { type World, world } from '../testing/world.ts';
import type { House } from './doors.ts';

const store = await openTestStore();
const opened: TestApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

async function open(extra: Partial<House> = {}): Promise<{ w: World; t: TestApp }> {
  const w = await world(store);
  const t = await openApp(w, extra);
  opened.push(t);
  return { w, t };
}

/** A chat window that breaks with an error, to see what becomes of errors that nobody foresaw. */
const broken = (error: Error): ChatWindow => ({
  rooms: () => Promise.reject(error),
  say: () => Promise.reject(error),
});

describe('what is refused is a problem', () => {
  test('with faults by path, in Chinese, where the input is wrong', async () => {
    const { t } = await open();
    const office = await t.as('office');
    const response = await office.post('/api/tasks/1/reports', { percent: 140, until: '2026-02-30' });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as { faults: { path: string; message: string }[] };
    expect(problem).toMatchObject({ code: 'invalid', title: '内容有误', detail: '填写的内容有误' });
    expect(problem.faults.map((fault) => fault.path)).toEqual(['percent', 'until']);
    for (const fault of problem.faults) expect(fault.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    ['/api/tasks/abc', 422],
    ['/api/tasks/0', 422],
    ['/api/tasks/99999999999999999999', 422],
    ['/api/tasks/4711', 404],
    ['/api/tasks?limit=1000', 422],
    ['/api/tasks?light=pink', 422],
    ['/api/tasks?month=2026-13', 422],
    ['/api/tasks?after=rubbish', 422],
    ['/api/ranking?group=town', 422],
    ['/api/ranking?group=village&day=2026-02-30', 422],
    ['/api/nothing', 404],
    ['/api/evidence/1', 404],
  ])('%s is %i, in Chinese', async (path, status) => {
    const { t } = await open();
    const response = await (await t.as('office')).get(path);
    expect(response.status).toBe(status);
    const problem = (await response.json()) as { detail: string; status: number; id: string };
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('for the one character that the database keeps in no text', async () => {
    const { w, t } = await open();
    const office = await t.as('office');
    const assignment = await assign(w, await addTask(w), 'village');
    for (const response of [
      await office.get('/api/tasks?q=a%00b'),
      await office.post(`/api/tasks/${assignment}/reports`, { note: 'a\0b' }),
    ]) {
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ faults: [{ message: '含有不能保存的字符' }] });
    }
  });

  test('where the body is not JSON', async () => {
    const { t } = await open();
    const office = await t.as('office');
    const form = new FormData();
    form.set('percent', '40');
    for (const send of [
      () => office.post('/api/tasks/1/reports', form),
      () => office.post('/api/tasks/1/reports'),
    ]) {
      const response = await send();
      expect(response.status).toBe(422);
    }
    const cookie = { 'content-type': 'application/json', host: 'localhost:3000' };
    const response = await t.app.request('/api/auth/sign-in/username', {
      method: 'POST',
      body: '{"username":',
      headers: cookie,
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'malformed' });
  });

  test('with an id to quote and nothing internal, where nobody foresaw it', async () => {
    const { t } = await open({ chat: broken(new Error('relation "secrets" does not exist')) });
    const response = await (await t.as('office')).get('/api/chat/rooms');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secrets');
    const problem = JSON.parse(text) as { id: string; detail: string };
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(problem.detail).toContain(problem.id);
  });

  test.each(['ECONNREFUSED', 'CONNECTION_CLOSED', '57P01', '08006'])(
    'of an unavailable database (%s) is 503 and says to try again',
    async (code) => {
      const gone = new Error('wrapped', { cause: Object.assign(new Error('gone'), { code }) });
      const { t } = await open({ chat: broken(gone) });
      const response = await (await t.as('office')).get('/api/chat/rooms');
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('60');
      expect(await response.json()).toMatchObject({ code: 'databaseGone' });
    },
  );

  test('when the database really goes away, and readiness says so', async () => {
    const own = await openTestStore();
    const t = await openApp(await world(own));
    const office = await t.as('office');
    expect((await t.nobody.get('/api/ready')).status).toBe(200);
    expect((await office.get('/api/units')).status).toBe(200);
    await t.close();
    await own.close();
    expect((await office.get('/api/units')).status).toBe(503);
    expect((await t.nobody.get('/api/ready')).status).toBe(503);
    expect((await t.nobody.get('/api/health')).status).toBe(200);
    expect(
      (await t.nobody.post('/api/auth/sign-in/username', { username: 'abc', password: 'x' })).status,
    ).toBe(503);
  });
});

describe('what is too much is refused', () => {
  test('a body over 100 KB, before it is read as anything', async () => {
    const { t } = await open();
    const office = await t.as('office');
    const response = await office.post('/api/tasks/1/reports', { note: '长'.repeat(40_000) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      code: 'tooLarge',
      detail: '提交的内容太大，不超过 100 KB',
    });
  });

  test('an upload over 21 MB, also one that does not say how long it is', async () => {
    const { t } = await open();
    const office = await t.as('office');
    const form = new FormData();
    form.set('file', new File([new Uint8Array(22 * 1024 * 1024)], 'big.png'));
    const response = await office.post('/api/tasks/1/evidence', form);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ detail: '文件太大，单个文件不超过 20 MB' });
  });

  test('requests of one person, more than so many a minute', async () => {
    const { w, t } = await open({ limits: { reads: 3, writes: 1 } });
    const office = await t.as('office');
    const leader = await t.as('leader');
    for (let ask = 0; ask < 3; ask += 1) expect((await office.get('/api/units')).status).toBe(200);
    const fourth = await office.get('/api/units');
    expect(fourth.status).toBe(429);
    expect(fourth.headers.get('retry-after')).toBe('60');
    expect((await leader.get('/api/units')).status).toBe(200);
    expect((await office.post('/api/me/binding-code')).status).toBe(200);
    expect((await office.post('/api/me/binding-code')).status).toBe(429);
    w.clock.advance(1);
    expect((await office.get('/api/units')).status).toBe(200);
  });

  test('requests from one address, known or not', async () => {
    const { t } = await open({ limits: { address: 5, unknown: 2 } });
    for (let ask = 0; ask < 2; ask += 1) expect((await t.nobody.get('/api/health')).status).toBe(200);
    expect((await t.nobody.get('/api/health')).status).toBe(429);
    for (let ask = 0; ask < 2; ask += 1) expect((await t.nobody.get('/api/me')).status).toBe(401);
    expect((await t.nobody.get('/api/me')).status).toBe(429);
  });
});

describe('a write from elsewhere is refused', () => {
  const write = (t: TestApp, headers: Record<string, string>) =>
    t.nobody.post('/api/auth/sign-in/username', { username: 'abc', password: 'x' }, headers);

  test.each<[Record<string, string>]>([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:4000' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
  ])('%o', async (headers) => {
    const { t } = await open();
    const response = await write(t, headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'crossOrigin' });
  });

  test.each<[Record<string, string>]>([
    [{}],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://duban.lan:8080', host: 'duban.lan:8080' }],
    [{ origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' }],
  ])('but not one of our own pages: %o', async (headers) => {
    const { t } = await open();
    expect((await write(t, headers)).status).toBe(401);
  });

  test('and reading from elsewhere shows nothing either: no answer says that others may', async () => {
    const { t } = await open();
    const response = await t.nobody.get('/api/health', { origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('every answer carries the headers that keep browsers careful', async () => {
  const { w, t } = await open();
  for (const path of ['/api/health', '/api/me', '/api/docs', '/nothing']) {
    const { headers } = await t.nobody.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  expect((await t.nobody.get('/api/me')).headers.get('cache-control')).toBe('no-store');
  const tls = await openApp(w, { url: 'https://duban.example.cn' });
  opened.push(tls);
  expect((await tls.nobody.get('/api/health')).headers.get('strict-transport-security')).toMatch(/max-age/);
});
