import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { session } from '../../db/schema/auth.ts';
import { people } from '../../db/schema/units.ts';
import { recordAudit } from '../services/audit/record-audit.ts';
import { addPerson } from '../services/people/add-person.ts';
import { from, openApp, type TestApp } from '../testing/app.ts';
import { openTestStore } from '../testing/test-store.ts';
import { type World, world } from '../testing/world.ts';
import type { House } from './doors.ts';

const store = await openTestStore();
const SIGN_IN = '/api/auth/sign-in/username';
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

/** A clerk of the office who can sign in, with the first password. */
async function addClerk(w: World): Promise<{ username: string; password: string }> {
  const username = `clerk.${w.domainId}`;
  const added = await addPerson(w.system, {
    unit: w.unit.department,
    name: '未保办工作人员',
    role: 'office',
    duty: 'staff',
    username,
  });
  return { username, password: added.password ?? '' };
}

/** The user that a person of the world signs in as. */
async function userOf(w: World, role: 'office' | 'leader'): Promise<string> {
  const [row] = await store.db
    .select()
    .from(people)
    .where(eq(people.id, w.person(role).id));
  return row?.userId ?? '';
}

const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code?: unknown }).code;

describe('signing in', () => {
  test('asks for a new password first, and then opens everything', async () => {
    const { w, t } = await open();
    const { username, password } = await addClerk(w);
    const signedIn = await t.nobody.post(SIGN_IN, { username, password });
    expect(signedIn.status).toBe(200);
    const clerk = t.with(signedIn.headers.getSetCookie());
    expect(await (await clerk.get('/api/me')).json()).toMatchObject({
      person: { role: 'office', unit: { name: '公共服务办' } },
      today: '2026-07-01',
      mustChangePassword: true,
    });
    const refused = await clerk.get('/api/units');
    expect(refused.status).toBe(403);
    expect(await codeOf(refused)).toBe('mustChangePassword');

    const passwords = { currentPassword: password, newPassword: 'Chosen-2026-x' };
    const changed = await clerk.post('/api/auth/change-password', passwords);
    expect(changed.status).toBe(200);
    const after = t.with(changed.headers.getSetCookie());
    expect((await after.get('/api/units')).status).toBe(200);
    expect((await clerk.get('/api/me')).status).toBe(401);
    expect((await t.nobody.post(SIGN_IN, { username, password })).status).toBe(401);
  });

  test('sets a cookie that scripts and other sites do not see, Secure behind TLS', async () => {
    const { w, t } = await open();
    const credentials = await addClerk(w);
    const cookies = (await t.nobody.post(SIGN_IN, credentials)).headers.getSetCookie().join();
    expect(cookies).toMatch(/HttpOnly/);
    expect(cookies).toMatch(/SameSite=Lax/);
    expect(cookies).not.toMatch(/Secure/);
    const tls = await openApp(w, { url: 'https://duban.example.cn' });
    opened.push(tls);
    const secure = (await tls.nobody.post(SIGN_IN, credentials)).headers.getSetCookie().join();
    expect(secure).toMatch(/__Secure-duban\.session_token=.*Secure/);
  });

  test('refuses a wrong password and an unknown name in the same words', async () => {
    const { w, t } = await open();
    const { username } = await addClerk(w);
    const answers = [];
    for (const name of [username, 'nobody.here', '张三']) {
      const response = await t.nobody.post(SIGN_IN, { username: name, password: 'Wrong-one-12' });
      const { id: _, ...problem } = (await response.json()) as Record<string, unknown>;
      answers.push(problem);
    }
    expect(answers[0]).toMatchObject({ status: 401, detail: '用户名或密码不对' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('is locked after five failures, also for the right password, for 15 minutes', async () => {
    const { w, t } = await open();
    const { username, password } = await addClerk(w);
    const elsewhere = { 'x-forwarded-for': `198.51.100.${w.domainId % 250}` };
    for (let failure = 0; failure < 5; failure += 1) {
      const response = await t.nobody.post(SIGN_IN, { username, password: 'Wrong-one-12' }, elsewhere);
      expect(response.status).toBe(401);
    }
    const locked = await t.nobody.post(SIGN_IN, { username, password });
    expect(locked.status).toBe(429);
    expect(locked.headers.get('retry-after')).not.toBeNull();
    expect(await codeOf(locked)).toBe('signInLocked');
    w.clock.advance(15);
    expect((await t.nobody.post(SIGN_IN, { username, password })).status).toBe(200);
  });

  test('cannot be done by signing up: there is no such route', async () => {
    const { t } = await open();
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/update-user']) {
      expect((await t.nobody.post(path, {})).status).toBe(404);
    }
  });
});

describe('a session', () => {
  test('ends with sign-out at once', async () => {
    const { t } = await open();
    const office = await t.as('office');
    expect((await office.get('/api/me')).status).toBe(200);
    expect((await office.post('/api/auth/sign-out')).status).toBe(200);
    expect((await office.get('/api/me')).status).toBe(401);
  });

  test('ends after 30 idle minutes, and after 8 hours in any case', async () => {
    const { w, t } = await open();
    const idle = await t.as('office');
    const long = await t.as('leader');
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await store.db
      .update(session)
      .set({ expiresAt: ago(1) })
      .where(eq(session.userId, await userOf(w, 'office')));
    await store.db
      .update(session)
      .set({ createdAt: ago(481) })
      .where(eq(session.userId, await userOf(w, 'leader')));
    expect((await idle.get('/api/me')).status).toBe(401);
    expect((await long.get('/api/me')).status).toBe(401);
  });

  test('goes on while it is used: the cookie comes anew', async () => {
    const { w, t } = await open();
    const office = await t.as('office');
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const own = eq(session.userId, await userOf(w, 'office'));
    await store.db
      .update(session)
      .set({ expiresAt: inMinutes(10) })
      .where(own);
    const response = await office.get('/api/me');
    expect(response.headers.getSetCookie().join()).toContain('duban.session_token=');
    const [row] = await store.db.select().from(session).where(own);
    expect(row?.expiresAt.getTime()).toBeGreaterThan(inMinutes(20).getTime());
  });

  test('is worth nothing once the person is taken away, as soon as that is known', async () => {
    const { w, t } = await open();
    const office = await t.as('office');
    expect((await office.get('/api/me')).status).toBe(200);
    await w.system.transaction(async (tx) => {
      await tx.db
        .update(people)
        .set({ active: false })
        .where(eq(people.id, w.person('office').id));
      await recordAudit(tx, 'person.remove', 'person');
    });
    await expect.poll(async () => (await office.get('/api/me')).status).toBe(401);
  });

  test('cannot be made up', async () => {
    const { t } = await open();
    for (const cookie of ['duban.session_token=abc', 'duban.session_token=abc.def', 'duban.session_token=']) {
      expect((await t.with([cookie]).get('/api/me')).status).toBe(401);
    }
  });
});

describe('one-click sign-in', () => {
  test('is there in demo mode and opens a session of the person', async () => {
    const { w, t } = await open({ demo: true });
    const listed = (await (await t.nobody.get('/api/demo/people')).json()) as { people: { id: number }[] };
    expect(listed.people).toHaveLength(9);
    const response = await t.nobody.post('/api/demo/sign-in', { personId: w.person('leader').id });
    const leader = t.with(response.headers.getSetCookie());
    expect(await (await leader.get('/api/me')).json()).toMatchObject({
      person: { role: 'leader' },
      demo: true,
    });
  });

  test('is not there otherwise', async () => {
    const { w, t } = await open();
    expect((await t.nobody.get('/api/demo/people')).status).toBe(404);
    const personId = w.person('leader').id;
    expect((await t.nobody.post('/api/demo/sign-in', { personId })).status).toBe(404);
  });

  test('is for the machine itself alone: not through a proxy, not under another name', async () => {
    const { t } = await open({ demo: true });
    for (const headers of [{ 'x-forwarded-for': '203.0.113.9' }, { host: 'evil.example' }]) {
      expect((await t.nobody.get('/api/demo/people', headers)).status).toBe(403);
    }
    const headers = { host: 'localhost:3000' };
    const statusFrom = async (address: string) =>
      (await t.app.request('/api/demo/people', { headers }, from(address))).status;
    expect(await statusFrom('203.0.113.9')).toBe(403);
    expect(await statusFrom('::ffff:127.0.0.1')).toBe(200);
    expect(await statusFrom('::1')).toBe(200);
  });
});
