/** Holds the table of docs/architecture: which room may import which, one file for each vendor, no circles. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = dirname(fileURLToPath(import.meta.url));
const FOLDERS = ['db', 'api', 'bot', 'jobs', 'web', 'build'];

interface Import {
  /** A path from the root for a file of ours, a package's name otherwise. */
  target: string;
  ours: boolean;
  typeOnly: boolean;
}

interface File {
  path: string;
  text: string;
  imports: Import[];
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function resolve(from: string, specifier: string): Pick<Import, 'target' | 'ours'> {
  if (!specifier.startsWith('.')) return { target: specifier, ours: false };
  return { target: normalize(join(dirname(from), specifier)), ours: true };
}

function importsOf(path: string, text: string): Import[] {
  const written = [...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({
    ...resolve(path, specifier),
    typeOnly: type !== undefined,
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({
    ...resolve(path, specifier),
    typeOnly: false,
  }));
  return [...written, ...dynamic];
}

const SOURCE = /\.[jt]sx?$/;
const TEST = /\.test\.tsx?$|(^|\/)testing(\/|\.ts$)|^web\/browser\//;

function read(): File[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return [...inFolders, ...readdirSync(ROOT)]
    .filter((path) => SOURCE.test(path) && !path.includes('/dist/') && !path.includes('node_modules'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const all = read();
const sources = all.filter((file) => !TEST.test(file.path));

/** A room: what of ours it may import, what only the types of, and which packages it must not. */
interface Room {
  is: RegExp;
  may: RegExp;
  mayTypes?: RegExp;
  never?: RegExp;
}

const VOCABULARY = 'db/vocabulary';
const CORE = `${VOCABULARY}|api/(domain|services|documents)/|api/(context|errors)\\.ts`;
const STORAGE = /^(drizzle-orm|@electric-sql|postgres$)/;
const DOORS = /^(hono|@hono|wechaty|node-cron)/;

const ROOMS: Readonly<Record<string, Room>> = {
  db: { is: /^db\//, may: /^db\// },
  'api/domain': {
    is: /^api\/domain\//,
    may: /^(db\/vocabulary|api\/domain\/)/,
    never: /^(?!(big\.js|nzh|pinyin-pro|chinese-days|fuse\.js|zod)(\/|$))/,
  },
  'api/services': {
    is: /^api\/services\//,
    may: /^(db\/|api\/(domain|services|documents)\/|api\/(context|errors)\.ts)/,
    never: DOORS,
  },
  'api/documents': {
    is: /^api\/documents\//,
    may: /^(db\/vocabulary|api\/(domain|documents)\/|api\/errors\.ts)/,
    never: DOORS,
  },
  'api/http': {
    is: /^api\/http\//,
    may: new RegExp(`^(${CORE}|api/http/|db/triggers\\.ts|package\\.json)`),
    mayTypes: /^db\/open\.ts$/,
    never: STORAGE,
  },
  'the files of api': {
    is: /^api\/[^/]+$/,
    may: /^(api\/(?!bench\/)|db\/(open|vocabulary)\.ts)/,
    never: STORAGE,
  },
  bot: {
    is: /^bot\/(?!bench\/)/,
    may: new RegExp(`^(${CORE}|bot/(?!bench/)|db/triggers\\.ts)`),
    mayTypes: /^db\/open\.ts$/,
    never: new RegExp(`${STORAGE.source}|^(hono|@hono)`),
  },
  /** The bench measures the rooms from outside, and its floors are the bare packages. */
  'the bench': {
    is: /^(api|bot|web)\/bench\//,
    may: /^(db\/|api\/|bot\/|jobs\/|web\/bench\/|build\/web\.ts$)/,
  },
  jobs: {
    is: /^jobs\//,
    may: new RegExp(`^(${CORE}|jobs/)`),
    never: new RegExp(`${STORAGE.source}|^(hono|@hono|wechaty)`),
  },
  'web/src': {
    is: /^web\/src\//,
    may: /^(db\/vocabulary|api\/domain\/|web\/src\/)/,
    mayTypes: /^api\/(http\/|errors\.ts)/,
    never: new RegExp(`${STORAGE.source}|^(wechaty|node-cron|node:)`),
  },
  'the build of web': { is: /^web\/[^/]+$/, may: /^web\/[^/]+$/, never: STORAGE },
  build: { is: /^build\//, may: /^(build\/|duban\.ts$)/, never: STORAGE },
};

function breachesOf({ path, imports }: File, { may, mayTypes, never }: Room): string[] {
  return imports
    .filter(({ target, ours, typeOnly }) => {
      if (!ours) return !typeOnly && never?.test(target) === true;
      return !may.test(target) && !(typeOnly && mayTypes?.test(target) === true);
    })
    .map(({ target }) => `${path} imports ${target}`);
}

describe('who may import whom', () => {
  test.each(Object.entries(ROOMS))('%s keeps to its row', (_, room) => {
    const own = sources.filter(({ path }) => room.is.test(path));
    expect(own.flatMap((file) => breachesOf(file, room))).toEqual([]);
  });

  test('every file of ours has a room', () => {
    const rooms = Object.values(ROOMS);
    const homeless = sources.filter(
      ({ path }) => path.includes('/') && !rooms.some((room) => room.is.test(path)),
    );
    expect(homeless.map(({ path }) => path)).toEqual([]);
  });

  test('nothing but tests leans on the test ground', () => {
    const leaning = sources.filter(({ imports }) =>
      imports.some(({ target }) => /(^|\/)testing(\/|\.ts$)|^vitest/.test(target)),
    );
    expect(leaning.map(({ path }) => path)).toEqual(['vitest.config.ts']);
  });

  test('an import names its file with its ending', () => {
    const bare = all.flatMap(({ path, imports }) =>
      imports
        .filter(({ target, ours }) => ours && !/\.([jt]sx?|json|css|svg|md)$|\?/.test(target))
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(bare).toEqual([]);
  });
});

/** One vendor, one file: what a package is imported by, types apart. */
const VENDORS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(@electric-sql\/|postgres$|drizzle-orm\/(pglite|postgres-js))/, /^(db\/open\.ts$|api\/bench\/)/],
  [/^drizzle-kit/, /^drizzle\.config\.ts$/],
  [/^wechaty/, /^bot\/gateways\//],
  [/^node-cron/, /^jobs\/runner\.ts$/],
  [/^echarts/, /^(web\/src\/charts\/|api\/documents\/picture\.ts$)/],
  [/^sharp$/, /^api\/documents\/clean-picture\.ts$/],
  [/^@resvg/, /^api\/documents\/picture\.ts$/],
  [/^better-auth/, /^api\/services\/people\/better-auth\.ts$/],
  [/^pino$/, /^api\/log\.ts$/],
  [/^@hono\/node-server/, /^api\/(server\.ts$|bench\/)/],
  [/^autocannon/, /^api\/bench\//],
  [/^playwright-core/, /^web\/bench\//],
  [/^exceljs/, /^api\/documents\//],
  [/^file-type/, /^api\/services\/files\//],
];

test.each(VENDORS.map(([vendor, home]) => ({ vendor, home })))(
  '$vendor lives in $home',
  ({ vendor, home }) => {
    const strangers = sources.filter(
      ({ path, imports }) =>
        !home.test(path) &&
        imports.some(({ target, ours, typeOnly }) => !ours && !typeOnly && vendor.test(target)),
    );
    expect(strangers.map(({ path }) => path)).toEqual([]);
  },
);

test('the environment is read in one file', () => {
  const readers = sources.filter(({ text }) => /process\.env\b/.test(text));
  expect(readers.map(({ path }) => path)).toEqual(['api/config.ts']);
});

test('the domain knows no clock, no chance, no waiting and no outside world', () => {
  const OUTSIDE =
    /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bcrypto\b|\basync\b|\bawait\b|\bPromise\b|\bfetch\(|\bprocess\.|\bconsole\./;
  const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const worldly = sources.filter(
    ({ path, text }) => path.startsWith('api/domain/') && OUTSIDE.test(code(text)),
  );
  expect(worldly.map(({ path }) => path)).toEqual([]);
});

test('nothing goes by the zone of the machine: days are China dates wherever it stands', () => {
  const ZONED =
    /\.get(FullYear|Month|Date|Day|Hours|Minutes)\(|\.set(FullYear|Month|Date|Hours|Minutes)\(|\.toLocale(Date|Time)String\(|\.getTimezoneOffset\(|\.to(Date|Time)String\(/;
  const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(sources.filter(({ text }) => ZONED.test(code(text))).map(({ path }) => path)).toEqual([]);
});

/** A circle of imports that begins and ends at a file, if there is one. */
function circleFrom(
  path: string,
  graph: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): string[] | null {
  const walk = (at: string, way: readonly string[]): string[] | null => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return null;
    for (const next of graph.get(at) ?? []) {
      const circle = walk(next, [...way, at]);
      if (circle !== null) return circle;
    }
    done.add(at);
    return null;
  };
  return walk(path, []);
}

test('no import leads in a circle', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ ours }) => ours).map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const circles = [...graph.keys()].flatMap((path) => {
    const circle = circleFrom(path, graph, done);
    return circle === null ? [] : [circle.join(' → ')];
  });
  expect(circles).toEqual([]);
});
