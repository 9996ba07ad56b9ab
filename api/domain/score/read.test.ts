import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOf, GROUPS, INDICATORS, inScheme, SCHEME, UNITS, VALUES } from './read/testing.ts';
import { readSchemeInput, readScoreInput } from './read.ts';

test('a good scheme and data are read as they are', () => {
  const data = { units: UNITS, values: VALUES };
  expect(readScoreInput(SCHEME, data)).toEqual({ ok: true, scheme: SCHEME, data });
});

test('fields that the format does not know are passed over', () => {
  const scheme = { ...SCHEME, note: 'x', groups: GROUPS.map((group) => ({ ...group, order: 1 })) };
  expect(readScoreInput(scheme, { units: UNITS, values: VALUES, by: 'x' })).toMatchObject({ ok: true });
});

test('what the product keeps beside an indicator is read', () => {
  const kept = { measure: 'reported', section: '四(二)1', unitOfMeasure: '次', reportBy: '12-10' };
  const indicators = INDICATORS.map((one) => ({ ...one, ...kept }));
  expect(readSchemeInput({ ...SCHEME, indicators })).toMatchObject({ ok: true, scheme: { indicators } });
});

test('a text from the input cannot break the line of its fault', () => {
  expect(inScheme({ mode: 'a\nb\u2028c\u0085d' })).toEqual([
    'mode: 应为 final、rolling 之一，实际是 "a\\nb c d"',
  ]);
});

describe('whatever is given', () => {
  const line = /^[^\s:]+: [^\n\r\u2028\u2029]+$/u;

  test('is read, or refused with one line for each fault', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.anything());
    fc.assert(
      fc.property(anything, anything, (scheme, data) => {
        const input = readScoreInput(scheme, data);
        if (input.ok) throw new Error('a scheme by chance');
        expect(input.faults.length).toBeGreaterThan(0);
        for (const fault of input.faults) expect(fault).toMatch(line);
      }),
    );
  });

  test('in one place of a good scheme and data, the engine does not stumble over', () => {
    const good = { ...SCHEME, units: UNITS, values: VALUES };
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) walk(child, [...path, key]);
    };
    walk(good, []);
    const put = (value: unknown, [key, ...rest]: readonly (string | number)[], what: unknown): unknown => {
      if (key === undefined) return what;
      return Object.assign(Array.isArray(value) ? [...value] : { ...Object(value) }, {
        [key]: put(Reflect.get(Object(value), key), rest, what),
      });
    };
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, what) => {
        const changed = put(good, path, what);
        for (const fault of faultsOf(changed, changed)) expect(fault).toMatch(line);
      }),
      { numRuns: 500 },
    );
  });
});
