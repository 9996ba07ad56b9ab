import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The packages that go into the bundle, with all that they alone need: of many files, and read at every start. */
const BUNDLED = new Set([
  ...['zod', 'hono', '@hono/node-server', '@hono/standard-validator', 'hono-openapi'],
  ...['drizzle-orm', 'better-auth', 'chinese-days', 'nzh', 'big.js', 'fuse.js'],
]);

interface PackageFile {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/**
 * The packages that stay where they are installed: those of ours that are not bundled, since they bring binaries, read
 * files beside themselves or are seldom needed. Only what we name ourselves is sure to be found from the bundle.
 */
function leftOutside(): string[] {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(`${ROOT}package.json`, 'utf8'),
  ) as PackageFile;
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !BUNDLED.has(name));
}

/**
 * Files that the product reads beside its sources stay there: where a source asks where it is, it is told the place of
 * the source and not of the bundle, which is two folders below the root.
 */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  transform: {
    filter: { id: { exclude: /node_modules/ }, code: 'import.meta.url' },
    handler(code, id) {
      const place = JSON.stringify(`../../${relative(ROOT, id)}`);
      // Nothing moves to another line.
      return {
        code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
        map: null,
      };
    },
  },
};

/** How the server is made into a folder below `dist/`: our own sources and what they always need, in few files. */
export const serverBuild = (outDir: string): InlineConfig => ({
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [placesOfSources],
  ssr: { noExternal: true, external: leftOutside() },
  build: {
    ssr: `${ROOT}duban.ts`,
    target: 'node20',
    outDir,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js', sourcemapExcludeSources: true } },
  },
});
