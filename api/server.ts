/** The HTTP server: the app, and beside it the web client's files. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { App } from './http/app.ts';

const WEB = fileURLToPath(new URL('../web/dist', import.meta.url));
/** The bundler gives these names that change with their content. */
const HASHED = /[/\\]assets[/\\]/;
const DRAIN_MS = 10_000;

/** Serves the web client's files, and its one page for every address that is none of the API's. */
function withWeb(app: App, folder: string): void {
  if (!existsSync(`${folder}/index.html`)) return;
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  const root = relative(process.cwd(), folder);
  const files = serveStatic({
    root,
    onFound: (path, c) =>
      c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.get('*', (c, next) => (c.req.path.startsWith('/api/') || c.req.path === '/' ? next() : files(c, next)));
  app.get('*', (c, next) => {
    if (c.req.path.startsWith('/api/')) return next();
    c.header('cache-control', 'no-cache');
    return c.html(page);
  });
}

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

/** Starts to serve. Rejects where the port is taken. */
export function startServer(
  app: App,
  { host, port, web = WEB }: { host: string; port: number; web?: string },
): Promise<Server> {
  withWeb(app, web);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({ port: info.port, close: () => drain(server) }),
    );
    server.once('error', reject);
  });
}
