/** What holds for every source of the web app, read from the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const sources = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'));
const sheets = names.filter((name) => name.endsWith('.module.css'));

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

describe('the words', () => {
  it('all come from i18n: no other source holds Chinese text', () => {
    const CHINESE = /[\u4e00-\u9fff]/;
    const found = sources.filter(
      (name) => !name.startsWith('i18n/') && CHINESE.test(withoutComments(read(name))),
    );
    expect(found).toEqual([]);
  });
});

describe('the requests', () => {
  it('go to no other host', () => {
    const ADDRESS = /https?:\/\/(?!www\.w3\.org)[\w.]/;
    const found = [...sources, ...names.filter((name) => name.endsWith('.css'))].filter((name) =>
      ADDRESS.test(withoutComments(read(name))),
    );
    expect(found).toEqual([]);
  });
});

/** The classes that a sheet defines, and the classes of it that its sources name. */
function classesOf(sheet: string): { defined: Set<string>; used: Set<string> } {
  const rules = read(sheet)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\{[^{}]*\}/g, '{}');
  const defined = new Set([...rules.matchAll(/\.([a-zA-Z][\w]*)/g)].map(([, name = '']) => name));
  const importers = sources.filter((name) => {
    const file = sheet.split('/').pop() ?? '';
    return dirname(name) === dirname(sheet) && read(name).includes(`'./${file}'`);
  });
  const used = new Set(
    importers.flatMap((name) => [...read(name).matchAll(/\bcss\.(\w+)/g)].map(([, css = '']) => css)),
  );
  return { defined, used };
}

describe('the style sheets', () => {
  it.each(sheets)('%s has every class that is used, and none that is not', (sheet) => {
    const { defined, used } = classesOf(sheet);
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
    expect([...defined].filter((name) => !used.has(name))).toEqual([]);
  });
});
