import { afterAll, expect, test } from 'vitest';
import { openApp } from '../testing/app.ts';
import { openTestStore } from '../testing/test-store.ts';
import { world } from '../testing/world.ts';

const t = await openApp(await world(await openTestStore()));
afterAll(() => t.close());

test('every reference in the document leads somewhere', async () => {
  const text = await (await t.nobody.get('/api/openapi.json')).text();
  const document = JSON.parse(text) as Record<string, unknown>;
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of new Set(references)) {
    const target = reference
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(target, reference).toBeDefined();
  }
});

test('the page and all it loads come from here', async () => {
  const page = await (await t.nobody.get('/api/docs')).text();
  const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
  expect(loaded).toHaveLength(4);
  for (const address of loaded) {
    expect(address).toMatch(/^\/api\/docs\//);
    const response = await t.nobody.get(address);
    expect(response.status).toBe(200);
    const bytes = new TextDecoder().decode(await response.arrayBuffer());
    if (address.endsWith('.css')) expect(bytes).not.toMatch(/url\(["']?https?:/);
  }
  expect(page).not.toMatch(/<script>|<style>| on\w+=/);
});

test('nothing else is given from where the page is kept', async () => {
  for (const name of ['package.json', 'index.html', '..%2fpackage.json', '__proto__', 'constructor']) {
    expect((await t.nobody.get(`/api/docs/${name}`)).status).toBe(404);
  }
});
