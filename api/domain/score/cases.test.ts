import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScoreInput } from './read.ts';
import { score } from './score.ts';

const HERE = new URL('./cases/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, HERE), 'utf8'));

test.each(readdirSync(HERE))('the worked example %s comes out to the cent', (name) => {
  const input = readScoreInput(json(`${name}/scheme.json`), json(`${name}/data.json`));
  if (!input.ok) throw new Error(input.faults.join('\n'));
  const { results } = score(input.scheme, input.data);
  const withoutWhy = results.map((result) => ({
    ...result,
    lines: result.lines.map(({ why, ...line }) => line),
  }));
  expect({ results: withoutWhy }).toEqual(json(`${name}/expected.json`));
  expect(results.flatMap(({ lines }) => lines).every(({ why }) => why !== '')).toBe(true);
});
