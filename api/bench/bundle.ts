import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { webBuild } from '../../build/web.ts';
import { absolute, type Row } from './finding.ts';

const STATIC_IMPORT = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;

/** These scripts and all that they import before they run. */
function closure(assets: string, names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    const text = readFileSync(join(assets, name), 'utf8');
    closure(
      assets,
      [...text.matchAll(STATIC_IMPORT)].map(([, next = '']) => next),
      found,
    );
  }
  return found;
}

/** What the browser fetches for the overview, the first page of a leader: without its charts, and the charts. */
export const bundle: Row = async ({ folder }) => {
  await build(webBuild(folder));
  const assets = join(folder, 'assets');
  const all = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const named = (part: string): string[] => all.filter((name) => name.startsWith(`${part}-`));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const entry = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);
  const first = closure(assets, [...entry, ...named('overview')]);
  const charts = [...closure(assets, named('trend-chart'))].filter((name) => !first.has(name));
  const kib = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1024;
  return [
    absolute('web: JavaScript for the first view without charts, gzip', 'KiB', kib(first), { atMost: 70 }),
    absolute('web: charts, gzip', 'KiB', kib(charts), { atMost: 200 }),
  ];
};
