import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { people } from '../../../db/schema/units.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { addPerson } from './add-person.ts';
import { createAuth } from './auth.ts';
import { findActor, findActorOfUser } from './find-actor.ts';
import { recordPasswordChange } from './sign-in-records.ts';

const store = await openTestStore();
const auth = createAuth(store.db, 'a secret of more than thirty-two characters', 'http://localhost:3000');
const asCookies = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

const addOffice = (w: World, username: string) =>
  addPerson(w.as('admin'), {
    unit: w.unit.department,
    name: '未保办工作人员',
    role: 'office',
    duty: 'staff',
    username,
  });

describe('a person added with a username', () => {
  test('signs in with the first password, which must be changed', async () => {
    const w = await world(store);
    const { id, password } = await addOffice(w, `office.${w.domainId}`);
    const session = await auth.signIn(`OFFICE.${w.domainId}`, password ?? '');
    const known = await findActorOfUser(w.system, session?.userId ?? '');
    expect(known).toMatchObject({
      domainId: w.domainId,
      actor: { id, role: 'office', unitId: w.unit.department },
      mustChangePassword: true,
    });
    const again = await auth.sessionOf(asCookies(session?.cookies ?? []));
    expect(again?.userId).toBe(session?.userId);
  });

  test('is not let in by a wrong password, an unknown name or a name that cannot be', async () => {
    const w = await world(store);
    const { password } = await addOffice(w, `wrong.${w.domainId}`);
    expect(await auth.signIn(`wrong.${w.domainId}`, `${password}x`)).toBeNull();
    expect(await auth.signIn('nobody.at.all', 'Abcdefg-12')).toBeNull();
    expect(await auth.signIn('不是用户名', 'Abcdefg-12')).toBeNull();
  });

  test('chooses a password of their own, which ends the other sessions', async () => {
    const w = await world(store);
    const username = `own.${w.domainId}`;
    const { id, password } = await addOffice(w, username);
    const first = await auth.signIn(username, password ?? '');
    const second = await auth.signIn(username, password ?? '');
    const headers = asCookies(first?.cookies ?? []);
    expect(await auth.changePassword(headers, 'Wrong-one-1', 'Chosen-2026-x')).toBeNull();
    const changed = await auth.changePassword(headers, password ?? '', 'Chosen-2026-x');
    expect(await auth.sessionOf(asCookies(changed ?? []))).not.toBeNull();
    expect(await auth.sessionOf(asCookies(second?.cookies ?? []))).toBeNull();
    const known = await findActor(w.system, id);
    if (known === null) throw new Error('nobody');
    await recordPasswordChange(w.system.as(known.actor));
    expect((await findActor(w.system, id))?.mustChangePassword).toBe(false);
  });

  test('is known no more once inactive, and the session is worth nothing after sign-out', async () => {
    const w = await world(store);
    const { id, password } = await addOffice(w, `out.${w.domainId}`);
    const session = await auth.signIn(`out.${w.domainId}`, password ?? '');
    const headers = asCookies(session?.cookies ?? []);
    await auth.signOut(headers);
    expect(await auth.sessionOf(headers)).toBeNull();
    await store.db.update(people).set({ active: false }).where(eq(people.id, id));
    expect(await findActor(w.system, id)).toBeNull();
  });
});

describe('adding a person', () => {
  test('is refused where the username is taken, and nothing is left behind', async () => {
    const w = await world(store);
    await addOffice(w, `taken${w.domainId}`);
    const before = await store.db.$count(people, eq(people.domainId, w.domainId));
    await expect(addOffice(w, `TAKEN${w.domainId}`)).rejects.toMatchObject({ code: 'usernameTaken' });
    expect(await store.db.$count(people, eq(people.domainId, w.domainId))).toBe(before);
  });

  test('is refused for a weak password, a bad username and an empty name, each named', async () => {
    const w = await world(store);
    const person = { unit: w.unit.village, name: ' ', role: 'liaison', duty: 'liaison' } as const;
    await expect(
      addPerson(w.system, { ...person, username: '联络员', password: 'short' }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ path: 'name' }, { path: 'username' }, { path: 'password' }],
    });
  });

  test('is refused into a unit of another sub-district, and to all but the admin', async () => {
    const [w, other] = [await world(store), await world(store)];
    const person = { unit: other.unit.village, name: '某人', role: 'liaison', duty: 'liaison' } as const;
    await expect(addPerson(w.system, person)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(addPerson(w.as('office'), { ...person, unit: w.unit.village })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('needs no username for one who only speaks by chat', async () => {
    const w = await world(store);
    const added = await addPerson(w.system, {
      unit: w.unit.village,
      name: '村联络员',
      role: 'liaison',
      duty: 'liaison',
    });
    expect(added.password).toBeNull();
    expect((await findActor(w.system, added.id))?.mustChangePassword).toBe(false);
  });
});

test('a person reaches the own unit and all below it', async () => {
  const w = await world(store);
  const leader = await findActor(w.system, w.person('leader').id);
  expect(leader?.actor.unitIds).toEqual(new Set(Object.values(w.unit)));
  const liaison = await findActor(w.system, w.person('liaison').id);
  expect(liaison?.actor.unitIds).toEqual(new Set([w.unit.village]));
});
