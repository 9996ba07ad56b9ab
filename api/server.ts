/** The HTTP server: the app, and beside it the web client's files. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { App } from './http/app.ts';
import { headers } from './http/security.ts';

/** The bundler gives these names that change with their content. */
const HASHED = /[/\\]assets[/\\]/;
const READS = new Set(['GET', 'HEAD']);
const DRAIN_MS = 10_000;

/** The web client: its files, and its one page for every other address. */
function site(folder: string, url: string) {
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  return new Hono()
    .use(headers(url))
    .get('/', (c) => c.html(page, 200, { 'cache-control': 'no-cache' }))
    .use(
      serveStatic({
        root: relative(process.cwd(), folder),
        onFound: (path, c) =>
          c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
      }),
    )
    .get('/assets/*', (c) => c.notFound())
    .get('*', (c) => c.html(page, 200, { 'cache-control': 'no-cache' }));
}

/** Where the path of a full address begins. */
const pathAt = (url: string): number => url.indexOf('/', url.indexOf('://') + 3);

export interface Server {
  /** The port it listens on: the one asked for, or the one given where 0 was asked for. */
  port: number;
  /** Takes no new requests, lets the open ones end for up to 10 seconds, then cuts them off. */
  close(): Promise<void>;
}

function drain(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

export interface Place {
  host: string;
  port: number;
  /** The address people use: https makes browsers keep to it. */
  url: string;
  /** Where the built web client is; without one, only the API is served. */
  web?: string;
}

/** Starts to serve. Rejects where the port is taken. */
export function startServer(app: App, { host, port, url, web }: Place): Promise<Server> {
  const pages = web === undefined ? null : site(web, url);
  const isPage = (request: Request): boolean =>
    READS.has(request.method) && !request.url.startsWith('/api/', pathAt(request.url));
  const fetch: App['fetch'] = (request, env) =>
    pages !== null && isPage(request) ? pages.fetch(request, env) : app.fetch(request, env);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) =>
      resolve({ port: info.port, close: () => drain(server) }),
    );
    server.once('error', reject);
  });
}
