import { expect, test } from 'vitest';
import { BUILTIN_SCHEME } from './builtin.ts';
import { readSchemeInput } from './read.ts';

test('the scheme that ships is without fault, each group with 100 points', () => {
  expect(readSchemeInput(BUILTIN_SCHEME)).toEqual({ ok: true, scheme: BUILTIN_SCHEME });
});

test.each(['village', 'department'])('every indicator of %s says its measure and its section', (group) => {
  const indicators = BUILTIN_SCHEME.indicators.filter((indicator) => indicator.group === group);
  expect(indicators.map(({ method }) => method.type)).toEqual(
    expect.arrayContaining(['bonus', 'penalty', 'veto', 'judged']),
  );
  expect(indicators.every(({ measure, section }) => measure !== undefined && section !== undefined)).toBe(
    true,
  );
});

test('every section of the plan that units are held to and that can be measured has an indicator', () => {
  const chapters = BUILTIN_SCHEME.indicators.flatMap(({ section }) => section ?? []);
  const missing = [
    '四(一)2',
    '四(一)3',
    '四(一)4',
    '四(一)5',
    '四(二)1',
    '四(二)2',
    '四(二)4',
    '四(三)',
    '四(四)',
    '五',
  ].filter((section) => !chapters.some((named) => named.startsWith(section)));
  expect(missing).toEqual([]);
});
