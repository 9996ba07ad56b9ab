import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type Server, startServer } from './server.ts';
import { openApp, URL_OF_TESTS } from './testing/app.ts';
import { openTestStore } from './testing/test-store.ts';
import { world } from './testing/world.ts';

const store = await openTestStore();
const t = await openApp(await world(store));
const web = join(inject('testFolder'), 'web');
mkdirSync(join(web, 'assets'), { recursive: true });
writeFileSync(join(web, 'index.html'), '<!doctype html><title>督办</title>');
writeFileSync(join(web, 'assets', 'app-abc123.js'), 'export {};');
writeFileSync(join(web, '..', 'secret'), 'top secret');
writeFileSync(join(web, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
const place = { host: '127.0.0.1', port: 0, url: URL_OF_TESTS, web };
const server = await startServer(t.app, place);
const at = `http://127.0.0.1:${server.port}`;
afterAll(async () => {
  await t.close();
  await server.close();
});

describe('the web client', () => {
  test('is one page for every address that is none of a file or the API', async () => {
    for (const path of ['/', '/tasks', '/tasks/12', '/m/some.token-with-dots', '/apiary']) {
      const response = await fetch(`${at}${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('督办');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  test('has files that browsers keep for good where their name says the content', async () => {
    const script = await fetch(`${at}/assets/app-abc123.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${at}/icon.svg`)).headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${at}/assets/gone-def456.js`)).status).toBe(404);
  });

  test('gives nothing from outside its folder', async () => {
    for (const path of ['/../secret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret', '/..%5csecret']) {
      const response = await fetch(`${at}${path}`);
      expect(await response.text()).not.toContain('top secret');
    }
  });

  test('takes no writes, and an unknown address of the API is a problem, not the page', async () => {
    expect((await fetch(`${at}/tasks`, { method: 'POST' })).status).toBe(404);
    const response = await fetch(`${at}/api/nothing`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('problem+json');
  });
});

describe('the server', () => {
  test('answers an oversized upload with a problem, however it is sent', async () => {
    const office = await t.as('office');
    const whole = new FormData();
    whole.set('file', new File([new Uint8Array(22 * 1024 * 1024)], 'big.png'));
    const headers = { cookie: office.cookie };
    const known = await fetch(`${at}/api/tasks/1/evidence`, { method: 'POST', body: whole, headers });
    expect(known.status).toBe(413);
    expect(await known.json()).toMatchObject({ code: 'tooLarge' });

    const status = await new Promise<number | undefined>((resolve, reject) => {
      const unknown = request(`${at}/api/tasks/1/reports`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      unknown.on('error', reject);
      unknown.setHeader('content-type', 'application/json');
      unknown.write('"'.padEnd(64 * 1024, 'x'));
      unknown.end('x'.repeat(64 * 1024));
    });
    expect(status).toBe(413);
  });

  test('says so where its port is taken', async () => {
    await expect(startServer(t.app, { ...place, port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  test('drains: what is being answered is answered, open streams end, and then it is gone', async () => {
    const own = await openApp(await world(store));
    const second: Server = await startServer(own.app, place);
    const leader = await own.as('leader');
    const headers = { cookie: leader.cookie };
    const stream = await fetch(`http://127.0.0.1:${second.port}/api/live`, { headers });
    const body = stream.text();
    const asked = fetch(`http://127.0.0.1:${second.port}/api/units`, { headers });
    expect((await asked).status).toBe(200);
    await own.close();
    await second.close();
    expect(await body).toContain('event: ping');
    await expect(fetch(`http://127.0.0.1:${second.port}/api/health`)).rejects.toThrow();
  });
});
