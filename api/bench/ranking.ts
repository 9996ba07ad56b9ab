import { Hono } from 'hono';
import { serveDemo } from './demo-server.ts';
import { against, type Row } from './finding.ts';
import { loadBoth, serveBare } from './http-load.ts';
import { onScratch } from './scratch.ts';

/** `GET /api/ranking` against a bare route that sends the same bytes. */
export const ranking: Row = (arena) =>
  onScratch(arena, async (scratch) => {
    const demo = await serveDemo(arena, scratch);
    const url = `${demo.url}/api/ranking?group=village`;
    const body = await (await fetch(url, { headers: demo.signedIn })).text();
    const bare = await serveBare(
      new Hono().get('/', (c) => c.body(body, 200, { 'content-type': 'application/json' })),
    );
    const { ours, floor } = await loadBoth(
      { url, headers: demo.signedIn },
      { url: `http://127.0.0.1:${bare.port}/` },
    );
    bare.close();
    await demo.close();
    const what = 'GET /api/ranking, 20 connections';
    return [
      against(what, 'req/s', ours.rate, floor.rate, { atLeast: 0.6 }),
      against(`${what}, p99`, 'ms', ours.p99, floor.p99, { atMost: 3 }),
    ];
  });
