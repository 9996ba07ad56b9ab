/** Requests per second and latency of two servers, loaded turn by turn. */
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import type { Hono } from 'hono';
import { median } from './finding.ts';

const CONNECTIONS = 20;
const WARM_SECONDS = 2;
const SECONDS = 4;
const ROUNDS = 3;

export interface Loaded {
  /** Requests answered in a second. */
  rate: number;
  /** Milliseconds within which 99 of 100 were answered. */
  p99: number;
}

/** Serves a bare app on a free port. */
export function serveBare(app: Hono): Promise<{ port: number; close: () => void }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ port, close: () => server.close() }),
    );
  });
}

async function load(url: string, headers: Record<string, string>, seconds: number): Promise<Loaded> {
  // The load comes from a thread of its own, so that it does not take the server's time.
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds, workers: 1 });
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were refusals, ${result.errors} failed`);
  }
  return { rate: result.requests.average, p99: result.latency.p99 };
}

/** Loads both turn by turn; the medians of each. */
export async function loadBoth(
  ours: { url: string; headers: Record<string, string> },
  floor: { url: string },
): Promise<{ ours: Loaded; floor: Loaded }> {
  const found = { ours: [] as Loaded[], floor: [] as Loaded[] };
  await load(ours.url, ours.headers, WARM_SECONDS);
  await load(floor.url, {}, WARM_SECONDS);
  for (let round = 0; round < ROUNDS; round++) {
    found.ours.push(await load(ours.url, ours.headers, SECONDS));
    found.floor.push(await load(floor.url, {}, SECONDS));
  }
  const middle = (all: readonly Loaded[]): Loaded => ({
    rate: median(all.map(({ rate }) => rate)),
    p99: median(all.map(({ p99 }) => p99)),
  });
  return { ours: middle(found.ours), floor: middle(found.floor) };
}
