/** Builds the web client where it is missing or older than its sources, so that `npm start` needs no step before it. */
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
/** What the client is made of: its own folder, and the rules and words that it shares with the server. */
const SOURCES = ['web/src', 'web/public', 'api/domain', 'db/vocabulary.ts', 'package-lock.json'].map((path) =>
  fileURLToPath(new URL(`../${path}`, import.meta.url)),
);

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestBelow(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(0, ...names.map((name) => changedAt(`${path}/${name}`)));
}

/** Resolves once `web/dist` is up to date. Gives whether it had to be built. Rejects where the build fails. */
export async function buildWebIfStale(): Promise<boolean> {
  const built = changedAt(`${root}dist/index.html`);
  if (built > Math.max(...SOURCES.map(newestBelow), changedAt(`${root}index.html`))) return false;
  // Loaded only when needed: the bundler is most of what a start would have to read.
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  return true;
}
