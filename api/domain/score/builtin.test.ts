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
