/**
 * What the product is made into before it runs: the web client, and the server as few files instead of seven
 * hundred. Each is kept in `dist/` in a folder that is named by a hash of all it is made of, so what is found there is
 * never stale, and is put there whole by one renaming. Plain JavaScript, because it runs before anything is loaded that
 * reads TypeScript.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {'server' | 'web'} Part */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A part that could not be made; the message says which and why, for the person at the command line. */
export class NotMade extends Error {
  /**
   * @param {Part} part
   * @param {string} why
   */
  constructor(part, why) {
    super(`${PARTS[part].called}没有编译成功（${DIST} 要可以写入，或者先运行 npm run build）：${why}`);
    this.name = 'NotMade';
  }
}

/** Where what is made is kept. */
export const DIST = `${ROOT}dist`;

/**
 * What each part is made of, beside what is installed: files, and folders with all that is in them and could go into a
 * program; the file it is opened by, and what people call it.
 * @type {Readonly<Record<Part, { from: readonly string[], entry: string, called: string }>>}
 */
const PARTS = {
  server: {
    from: ['api', 'bot', 'build', 'db', 'jobs', 'web/bench', 'duban.ts', 'package.json', 'tsconfig.json'],
    entry: 'duban.js',
    called: '服务程序',
  },
  web: {
    from: ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'api/domain', 'db/vocabulary.ts'],
    entry: 'index.html',
    called: '网页',
  },
};

/** What npm has installed, or where it has left no list of that, what it was to install. */
const INSTALLED = ['node_modules/.package-lock.json', 'package-lock.json'];
/** Read while the product runs, or never: they go into no program. */
const NO_PART = /\.test\.tsx?$|(^|\/)(cases|corpus|migrations|testing)\/|\.(md|txt|jsonl|sql|snap)$/;

/** @param {string} path */
function filesOf(path) {
  /** @type {string[]} */
  const found = [];
  for (const entry of readdirSync(`${ROOT}${path}`, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesOf(inner));
    else if (!NO_PART.test(inner)) found.push(inner);
  }
  return found;
}

/**
 * The files of ours that a part is made of, from the root of the repository, in one order.
 * @param {Part} part
 * @returns {string[]}
 */
export function sourcesOf(part) {
  const isFile = (/** @type {string} */ path) => /\.\w+$/.test(path);
  return PARTS[part].from.flatMap((path) => (isFile(path) ? [path] : filesOf(path))).sort();
}

/**
 * The folder that a part is kept in once it is made of what stands here now.
 * @param {Part} part
 */
export function folderOf(part) {
  const hash = createHash('sha256');
  const installed = INSTALLED.filter((path) => existsSync(`${ROOT}${path}`)).slice(0, 1);
  for (const path of [...sourcesOf(part), ...installed]) {
    const bytes = readFileSync(`${ROOT}${path}`);
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return `${DIST}/${part}-${hash.digest('hex').slice(0, 16)}`;
}

/**
 * What a part in a folder is opened by: a script, a page.
 * @param {Part} part
 * @param {string} folder
 */
export const entryOf = (part, folder) => `${folder}/${PARTS[part].entry}`;

/**
 * The folder of a part where it has been made of what stands here now; null where it has not.
 * @param {Part} part
 */
export function madeOf(part) {
  const folder = folderOf(part);
  return existsSync(entryOf(part, folder)) ? folder : null;
}

/**
 * The folder of a part, made where it has not been. It is made in a process of its own, which takes the memory of the
 * bundler with it. Rejects with `NotMade`, also where it is given up.
 * @param {Part} part
 * @param {AbortSignal} [givenUp]
 * @returns {Promise<string>}
 */
export function make(part, givenUp) {
  const made = madeOf(part);
  if (made !== null) return Promise.resolve(made);
  const maker = spawn(process.execPath, ['--import', 'tsx', 'build/make.ts', part], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(givenUp === undefined ? {} : { signal: givenUp }),
  });
  let said = '';
  maker.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    maker.once('error', ({ message }) => reject(new NotMade(part, message)));
    maker.once('close', () => {
      const done = madeOf(part);
      if (done === null) reject(new NotMade(part, said.trim()));
      else resolve(done);
    });
  });
}
