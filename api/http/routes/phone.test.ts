import { afterAll, describe, expect, test } from 'vitest';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import { makePhoneLink, revokePhoneLinks } from '../../services/people/phone-link.ts';
import { openApp, SECRET } from '../../testing/app.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { PNG } from '../../testing/files.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
const task = await addTask(w);
const assignmentId = await assign(w, task, 'village');
afterAll(() => t.close());

const linkFor = (id: AssignmentId, secret = SECRET): string =>
  makePhoneLink(
    secret,
    { domainId: w.domainId, personId: w.person('liaison').id, assignmentId: id },
    w.clock(),
  );

describe('the phone page behind a link', () => {
  test('shows the assignment, takes a report and a photo, and needs no session', async () => {
    const at = `/api/m/${linkFor(assignmentId)}`;
    const shown = await t.nobody.get(at);
    expect(await shown.json()).toMatchObject({
      assignment: { id: assignmentId, state: 'open' },
      person: { unit: '示例一村' },
    });
    const reported = await t.nobody.post(`${at}/reports`, { percent: 80 });
    expect(await reported.json()).toMatchObject({
      assignment: { percent: 80 },
      records: [{ kind: 'reported', channel: 'phone', person: { role: 'liaison' } }],
    });
    const form = new FormData();
    form.set('file', new File([PNG], '现场.png'));
    const attached = await t.nobody.post(`${at}/evidence`, form);
    expect(await attached.json()).toMatchObject({ records: [{}, { evidence: [{ name: '现场.png' }] }] });
  });

  test('is never a session: it sets no cookie and opens nothing else', async () => {
    const response = await t.nobody.get(`/api/m/${linkFor(assignmentId)}`);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await t.nobody.get(`/api/tasks/${assignmentId}`)).status).toBe(401);
  });

  test.each(['x', 'a-b-c-d-e', '1-1-1-1-'.padEnd(60, 'A'), '%00', '督办'])(
    'is a 401 problem for the wrong token %s',
    async (token) => {
      for (const response of [
        await t.nobody.get(`/api/m/${encodeURIComponent(token)}`),
        await t.nobody.post(`/api/m/${encodeURIComponent(token)}/reports`, { percent: 10 }),
      ]) {
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ code: 'linkInvalid' });
      }
    },
  );

  test('is a 401 problem for a forged, an old and a revoked token', async () => {
    expect((await t.nobody.get(`/api/m/${linkFor(assignmentId, `${SECRET}!`)}`)).status).toBe(401);
    const link = linkFor(assignmentId);
    w.clock.advance(7 * 24 * 60);
    expect(await (await t.nobody.get(`/api/m/${link}`)).json()).toMatchObject({ code: 'linkExpired' });
    const later = linkFor(assignmentId);
    await revokePhoneLinks(w.as('liaison'), w.person('liaison').id);
    expect(await (await t.nobody.get(`/api/m/${later}`)).json()).toMatchObject({ code: 'linkRevoked' });
    w.clock.advance(1);
  });

  test("does not reach another unit's assignment", async () => {
    const other = await assign(w, task, 'otherVillage');
    expect((await t.nobody.get(`/api/m/${linkFor(other)}`)).status).toBe(403);
    expect((await t.nobody.post(`/api/m/${linkFor(other)}/reports`, { percent: 1 })).status).toBe(403);
  });
});
