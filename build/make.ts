/** Makes the parts that are named, where they have not been made: `node --import tsx build/make.ts server web`. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { build, type InlineConfig } from 'vite';
import { DIST, entryOf, folderOf, madeOf, type Part } from './made.js';
import { serverBuild } from './server.ts';
import { webBuild } from './web.ts';

const BUILDS: Readonly<Record<Part, (folder: string) => InlineConfig>> = {
  server: serverBuild,
  web: webBuild,
};

const PASSING = 'passing-';
/** How many older ones are left: a process that runs may still have to read from the one it was started from. */
const LEFT = 2;

/** What was begun so long ago has been given up. */
const GIVEN_UP_MS = 3_600_000;

/** What stands in `dist/` under names that begin so, the latest first. */
const standing = (prefix: string) =>
  readdirSync(DIST)
    .filter((name) => name.startsWith(prefix))
    .map((name) => `${DIST}/${name}`)
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at);

/** Takes away what was made before, but for the latest, and what was begun and given up. */
function clear(part: Part, latest: string): void {
  const older = standing(`${part}-`).filter(({ path }) => path !== latest);
  const givenUp = standing(PASSING).filter(({ at }) => Date.now() - at > GIVEN_UP_MS);
  for (const { path } of [...older.slice(LEFT), ...givenUp]) rmSync(path, { recursive: true, force: true });
}

/**
 * Makes a part under a passing name and puts it in its place whole; where two make it at once, the first stays. What was
 * changed while it was made is made again.
 */
async function make(part: Part): Promise<void> {
  const folder = folderOf(part);
  const passing = `${DIST}/${PASSING}${randomUUID()}`;
  mkdirSync(passing, { recursive: true });
  try {
    await build(BUILDS[part](passing));
    if (folderOf(part) !== folder) return await make(part);
    try {
      renameSync(passing, folder);
    } catch (error) {
      if (!existsSync(entryOf(part, folder))) throw error;
    }
    clear(part, folder);
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}

const isPart = (name: string): name is Part => Object.hasOwn(BUILDS, name);

try {
  for (const part of process.argv.slice(2).filter(isPart)) if (madeOf(part) === null) await make(part);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
