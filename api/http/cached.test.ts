import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { recordAudit } from '../services/audit/record-audit.ts';
import { openTestStore } from '../testing/test-store.ts';
import { type World, world } from '../testing/world.ts';
import { type Cached, createCached } from './cached.ts';
import { type Live, openLive } from './live.ts';

const store = await openTestStore();
const opened: Live[] = [];
afterEach(async () => {
  for (const live of opened.splice(0)) await live.close();
});

/** A route that says how often it was computed. */
async function open(fail = () => false) {
  const w = await world(store);
  const live = await openLive(store);
  opened.push(live);
  const { cached, forget } = createCached(live, w.clock, '1');
  let computed = 0;
  const app = new Hono().get('/:key', (c) =>
    cached(c, w.system, c.req.param('key'), async () => {
      computed += 1;
      if (fail()) throw new Error('broken');
      return { computed };
    }),
  );
  app.onError((_, c) => c.text('broken', 500));
  const ask = async (tag?: string, key = 'one') => {
    const response = await app.request(
      `/${key}`,
      tag === undefined ? {} : { headers: { 'if-none-match': tag } },
    );
    return { status: response.status, text: await response.text(), tag: response.headers.get('etag') ?? '' };
  };
  return { w, live, ask, forget, count: () => computed, cached: cached satisfies Cached };
}

const change = (w: World) => w.system.transaction((tx) => recordAudit(tx, 'test', 'test'));

describe('an answer kept for its version', () => {
  test('is computed once, and not sent again to one who has it', async () => {
    const { ask } = await open();
    const first = await ask();
    expect(first.text).toBe('{"computed":1}');
    expect(first.tag).toMatch(/^W\/"1-0-2026-07-01-one"$/);
    expect((await ask()).text).toBe('{"computed":1}');
    expect(await ask(first.tag)).toEqual({ status: 304, text: '', tag: first.tag });
    expect((await ask(undefined, 'two')).text).toBe('{"computed":2}');
  });

  test('is computed once for many who ask at the same time', async () => {
    const { ask, count } = await open();
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(count()).toBe(1);
  });

  test('is computed anew after a change, whoever made it', async () => {
    const { w, ask } = await open();
    const first = await ask();
    await change(w);
    await expect.poll(async () => (await ask(first.tag)).text).toBe('{"computed":2}');
    expect((await ask()).tag).toContain('-1-2026');
  });

  test('is not disturbed by a change in another sub-district', async () => {
    const { live, ask, count } = await open();
    await ask();
    const other = await world(store);
    const heard = new Promise<void>((resolve) =>
      live.hear((news) => news.domain === other.domainId && resolve()),
    );
    await change(other);
    await heard;
    await ask();
    expect(count()).toBe(1);
  });

  test('is never behind what the one who asks has just written', async () => {
    const { w, ask, forget } = await open();
    await ask();
    for (let written = 1; written <= 5; written += 1) {
      await change(w);
      forget(w.domainId);
      expect((await ask()).tag).toContain(`-${written}-2026`);
    }
  });

  test('is computed anew on the next day', async () => {
    const { w, ask } = await open();
    const first = await ask();
    w.clock.set('2026-07-02T00:00:00+08:00');
    expect((await ask(first.tag)).text).toBe('{"computed":2}');
  });

  test('is found out of date within seconds where the announcement is lost', async () => {
    const { w, live, ask } = await open();
    await ask();
    await live.close();
    await change(w);
    w.clock.advance(0.1);
    expect((await ask()).tag).toContain('-1-2026');
  });

  test('is not kept where it failed', async () => {
    let broken = true;
    const { ask } = await open(() => broken);
    expect((await ask()).status).toBe(500);
    broken = false;
    expect((await ask()).text).toBe('{"computed":2}');
  });
});
