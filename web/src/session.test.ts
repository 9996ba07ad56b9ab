import { describe, expect, it } from 'vitest';
import type { Action } from '../../api/domain/permissions.ts';
import { PERMISSIONS, scopeOf } from '../../api/domain/permissions.ts';
import { ROLES, type Role } from '../../db/vocabulary.ts';
import { placesOf, safeNext, startOf } from './session.ts';

const canOf = (role: Role): Action[] =>
  (Object.keys(PERMISSIONS) as Action[]).filter((action) => scopeOf(role, action) !== null);

const personOf = (role: Role, demo: boolean) => ({ person: { role }, can: canOf(role), demo });

describe('navigation', () => {
  it('offers a liaison the own tasks, the ranking, the assessment and the bulletins, no overview', () => {
    const places = placesOf({ can: canOf('liaison'), demo: false });
    expect(places.map(({ key }) => key)).toEqual([
      ...['tasks', 'ranking', 'orders', 'inspections', 'assessment', 'bulletins'],
    ]);
  });

  it('offers the queue only to who verifies', () => {
    for (const role of ROLES) {
      const keys = placesOf({ can: canOf(role), demo: false }).map(({ key }) => key);
      expect(keys.includes('verify')).toBe(role === 'office');
    }
  });

  it('offers the administration to who may do something there', () => {
    const offered = ROLES.filter((role) =>
      placesOf({ can: canOf(role), demo: false }).some(({ key }) => key === 'admin'),
    );
    expect(offered).toEqual(['office', 'admin']);
  });

  it('offers the chat in the demo alone', () => {
    const keys = (demo: boolean) => placesOf({ can: canOf('admin'), demo }).map(({ key }) => key);
    expect(keys(true)).toContain('chat');
    expect(keys(false)).not.toContain('chat');
  });

  it('starts every role where its work is, in the demo', () => {
    expect(ROLES.map((role) => startOf(personOf(role, true)))).toEqual(['/tasks', '/', '/', '/', '/admin']);
  });

  it('starts every role on a page that it may see', () => {
    for (const role of ROLES) {
      for (const demo of [true, false]) {
        const who = personOf(role, demo);
        expect(placesOf(who).map(({ href }) => href)).toContain(startOf(who));
      }
    }
  });
});

describe('the page to go on to after signing in', () => {
  it('is kept where it is our own', () => {
    expect(safeNext('/tasks?light=red')).toBe('/tasks?light=red');
  });

  it.each(['https://example.org', '//example.org', '/\\example.org', '', undefined, ['/x'], '/sign-in'])(
    'is refused where it is %j',
    (next) => {
      expect(safeNext(next)).toBeNull();
    },
  );
});
