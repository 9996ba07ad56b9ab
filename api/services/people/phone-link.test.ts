import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssignmentId, DomainId, PersonId } from '../../../db/vocabulary.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { makePhoneLink, openPhoneLink, readPhoneLink, revokePhoneLinks } from './phone-link.ts';

const store = await openTestStore();
const secret = 'a secret of more than thirty-two characters';
const assignmentId = 12 as AssignmentId;
const linkOf = (w: World) =>
  makePhoneLink(secret, { domainId: w.domainId, personId: w.person('liaison').id, assignmentId }, w.clock());

describe('a phone link', () => {
  test('opens for its person and its assignment', async () => {
    const w = await world(store);
    const opened = await openPhoneLink(w.system, secret, linkOf(w));
    expect(opened.known.actor.id).toBe(w.person('liaison').id);
    expect(opened.assignmentId).toBe(assignmentId);
  });

  test('opens for 7 days and no longer', async () => {
    const w = await world(store);
    const link = linkOf(w);
    w.clock.advance(7 * 24 * 60 - 1);
    await openPhoneLink(w.system, secret, link);
    w.clock.advance(1);
    await expect(openPhoneLink(w.system, secret, link)).rejects.toMatchObject({ code: 'linkExpired' });
  });

  test('opens no more once revoked; one made later does', async () => {
    const w = await world(store);
    const link = linkOf(w);
    await revokePhoneLinks(w.as('admin'), w.person('liaison').id);
    await expect(openPhoneLink(w.system, secret, link)).rejects.toMatchObject({ code: 'linkRevoked' });
    w.clock.advance(1);
    await openPhoneLink(w.system, secret, linkOf(w));
    await expect(revokePhoneLinks(w.as('liaison'), w.person('admin').id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('of another sub-district or another secret does not open', async () => {
    const [w, other] = [await world(store), await world(store)];
    await expect(openPhoneLink(other.system, secret, linkOf(w))).rejects.toMatchObject({
      code: 'linkRevoked',
    });
    await expect(openPhoneLink(w.system, `${secret}x`, linkOf(w))).rejects.toMatchObject({
      code: 'linkInvalid',
    });
  });

  test('reads back what it was made of, and is not to be had by changing it anywhere', () => {
    const id = fc.integer({ min: 1, max: 2 ** 40 });
    const made = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        id,
        id,
        id,
        made,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (d, p, a, at, where, put) => {
          const grant = { domainId: d as DomainId, personId: p as PersonId, assignmentId: a as AssignmentId };
          const link = makePhoneLink(secret, grant, at);
          expect(readPhoneLink(secret, link, at)).toMatchObject(grant);
          const position = where % link.length;
          const changed = link.slice(0, position) + put + link.slice(position + 1);
          // The last letter carries two bits more than the signature has.
          if (changed === link || position === link.length - 1) return;
          expect(() => readPhoneLink(secret, changed, at)).toThrow('链接无效');
        },
      ),
    );
  });

  test('is refused whatever rubbish it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (rubbish) => {
        expect(() => readPhoneLink(secret, rubbish, new Date())).toThrow('链接无效');
      }),
    );
  });
});
