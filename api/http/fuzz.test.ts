/** Throws rubbish at every route of the app: whatever comes in, nothing breaks (no 500) and nothing hangs. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { makePhoneLink } from '../services/people/phone-link.ts';
import { from, openApp, SECRET } from '../testing/app.ts';
import { addTask, assign } from '../testing/assignment.ts';
import { openTestStore } from '../testing/test-store.ts';
import { world } from '../testing/world.ts';

const w = await world(await openTestStore());
const t = await openApp(w, {
  demo: true,
  chat: { rooms: async () => [], say: async () => undefined },
  limits: { address: 1e9, reads: 1e9, writes: 1e9, unknown: 1e9 },
});
afterAll(() => t.close());
const assignmentId = await assign(w, await addTask(w), 'village');
const grant = { domainId: w.domainId, personId: w.person('liaison').id, assignmentId };
const token = makePhoneLink(SECRET, grant, w.clock());
const { cookie } = await t.as('office');

/** The names of what a route takes, so that the rubbish gets to where it is looked at. */
const inputs = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.object({ in: z.string(), name: z.string() })).default([]),
        requestBody: z
          .object({
            content: z.record(
              z.string(),
              z.object({ schema: z.object({ properties: z.record(z.string(), z.unknown()).default({}) }) }),
            ),
          })
          .optional(),
      }),
    ),
  ),
});
const { paths } = inputs.parse(await (await t.nobody.get('/api/openapi.json')).json());
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
    method: method.toUpperCase(),
    path,
    query: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
    fields: Object.keys(requestBody?.content['application/json']?.schema.properties ?? {}),
  })),
);
/** A stream has no end to wait for, and signing out would end the session that the rest is asked with. */
const asked = routes.filter(({ path }) => !['/api/live', '/api/auth/sign-out'].includes(path));

/** Rubbish, and what is nearly right: the far ends of numbers, days that are none, cursors to nowhere. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant('a\0b'),
  fc.constantFrom('', '0', '-1', '1', '1e999', '9007199254740993', "'; --", '%_\\', '督办', '台账', '四(二)'),
  fc.constantFrom('2026-02-30', '0000-01-01', '9999-12-31', '2026-07-01', '2026-13', '0000-00', '2026-06'),
  fc.constantFrom('999999999999999.1', '1.999999999999999', '2026-06-30.1', '9999-99-99.1', '2026-06-30.'),
  fc.constantFrom('village', 'department', 'red', 'done', 'verify', 'return'),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1, 100, assignmentId, 2 ** 53, 1e308));
const value = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.array(number, { maxLength: 3 }));
const row = fc.oneof(fc.constant(String(assignmentId)), text, number.map(String));
const some = <T>(names: readonly string[], of: fc.Arbitrary<T>) =>
  names.length === 0
    ? fc.constant({})
    : fc.dictionary(fc.constantFrom(...names), of, { minKeys: 1, maxKeys: 3 });

test.each(asked)('$method $path survives rubbish', async ({ method, path, query, fields }) => {
  const body = fc.oneof({ weight: 3, arbitrary: some(fields, value) }, fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(row, some(query, text), body, fc.boolean(), async (id, search, sent, isOpen) => {
      const filled = path
        .replace('{token}', isOpen ? token : encodeURIComponent(id))
        .replace(/\{\w+\}/, encodeURIComponent(id));
      const url = `http://localhost:3000${filled}?${new URLSearchParams(search)}`;
      const headers = { cookie, host: 'localhost:3000', 'content-type': 'application/json' };
      const init = { method, headers, ...(method === 'POST' && { body: JSON.stringify(sent) }) };
      const response = await t.app.request(url, init, from('127.0.0.1'));
      const answer = await response.text();
      expect(response.status, `${url} ${JSON.stringify(sent)}: ${answer}`).toBeLessThan(500);
      if (response.status >= 400) expect(JSON.parse(answer)).toMatchObject({ status: response.status });
    }),
    { numRuns: 100 },
  );
});

test('the session held to the end: the rubbish was thrown by one who may', async () => {
  const response = await t.app.request('/api/me', { headers: { cookie } });
  expect(response.status).toBe(200);
});
