import { afterEach, describe, expect, test } from 'vitest';
import { session } from '../../db/schema/auth.ts';
import { startServer } from '../server.ts';
import { recordAudit } from '../services/audit/record-audit.ts';
import { openApp, type TestApp, URL_OF_TESTS } from '../testing/app.ts';
import { openTestStore } from '../testing/test-store.ts';
import { type World, world } from '../testing/world.ts';
import { follow, type Live, type News, openLive } from './live.ts';

const store = await openTestStore();
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

async function open(): Promise<{ w: World; t: TestApp }> {
  const w = await world(store);
  const t = await openApp(w);
  opened.push(t);
  return { w, t };
}

const change = (w: World) => w.system.transaction((tx) => recordAudit(tx, 'test', 'test'));

/** Reads a stream of events until one fits; gives all that was read. */
async function readUntil(response: Response, fits: (text: string) => boolean): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!fits(text)) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) break;
    text += chunk.value;
  }
  await reader?.cancel();
  return text;
}

describe('the live stream', () => {
  test('begins with a ping and tells of a change with its version', async () => {
    const { w, t } = await open();
    const response = await (await t.as('leader')).get('/api/live');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await change(w);
    const text = await readUntil(response, (read) => read.includes('"version":1'));
    expect(text).toMatch(/^event: ping\ndata: \n\n/);
    expect(text).toContain('event: change\ndata: {"topic":"change","version":1}\n\n');
  });

  test("tells nothing of another sub-district's", async () => {
    const { w, t } = await open();
    const other = await world(store);
    const response = await (await t.as('leader')).get('/api/live');
    for (let changes = 0; changes < 3; changes += 1) await change(other);
    await change(w);
    const text = await readUntil(response, (read) => read.includes('event: change'));
    expect(text.match(/event: change/g)).toHaveLength(1);
    expect(text).toContain('"version":1');
  });

  test('ends when the process stops', async () => {
    const { t } = await open();
    const response = await (await t.as('leader')).get('/api/live');
    const ended = readUntil(response, () => false);
    await t.close();
    expect(await ended).toContain('event: ping');
    const late = await (await t.as('leader')).get('/api/live');
    expect(await readUntil(late, () => false)).toBe('');
  });

  test('ends with the session', async () => {
    const { t } = await open();
    const leader = await t.as('leader');
    expect((await leader.get('/api/me')).status).toBe(200);
    await store.db.delete(session);
    const text = await readUntil(await leader.get('/api/live'), () => false);
    expect(text).toBe('');
  });

  test('leaves nobody listening when the browser goes away', async () => {
    const { t } = await open();
    const server = await startServer(t.app, { host: '127.0.0.1', port: 0, url: URL_OF_TESTS });
    opened.push(server);
    const signedIn = await t.as('leader');
    const cookie = signedIn.cookie;
    const left = new AbortController();
    const response = await fetch(`http://127.0.0.1:${server.port}/api/live`, {
      headers: { cookie },
      signal: left.signal,
    });
    expect(response.status).toBe(200);
    const before = t.live.listening();
    left.abort();
    await expect.poll(() => t.live.listening()).toBe(before - 1);
  });
});

describe('following the news', () => {
  test('gives one who is slow the last of each topic, not all', async () => {
    const w = await world(store);
    const live: Live = await openLive(store);
    opened.push(live);
    const leave = new AbortController();
    const news = follow(live, w.domainId, leave.signal);
    expect((await news.next()).value).toBe('ping');
    const heard = new Promise<void>((resolve) => live.hear(({ version }) => version === 20 && resolve()));
    for (let changes = 0; changes < 20; changes += 1) await change(w);
    await heard;
    const next = await news.next();
    expect(next.value).toMatchObject({ topic: 'change', version: 20 });
    leave.abort();
    expect((await news.next()).done).toBe(true);
  });

  test('hears what other processes change, and not what is no announcement', async () => {
    const w = await world(store);
    const live = await openLive(store);
    opened.push(live);
    const heard: News[] = [];
    live.hear((news) => heard.push(news));
    for (const payload of ['', 'rubbish', '{"domain":"x"}', '{"domain":1,"topic":"other"}']) {
      await store.db.execute(`select pg_notify('duban', '${payload}')`);
    }
    await change(w);
    await expect.poll(() => heard.length).toBe(1);
    expect(heard).toEqual([{ domain: w.domainId, topic: 'change', version: 1 }]);
  });
});
