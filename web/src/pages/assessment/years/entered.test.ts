import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enteredOf, typedOf } from './entered.ts';

const plain = { kind: 'number', percent: false, unit: '场', outOf: null } as const;
const percent = { kind: 'number', percent: true, unit: '%', outOf: null } as const;
const yesNo = { kind: 'boolean', percent: false, unit: '', outOf: null } as const;

test('a percentage is a share, exact in its decimals, with or without its sign', () => {
  expect(enteredOf('95.7', percent)).toEqual({ value: 0.957 });
  expect(enteredOf(' 95.7% ', percent)).toEqual({ value: 0.957 });
  expect(typedOf({ value: 0.957 }, percent)).toBe('95.7');
});

test('what is typed and shown again is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => {
      const text = String(n / 100);
      for (const form of [plain, percent]) {
        const entered = enteredOf(text, form);
        expect(typedOf(entered, form)).toBe(text);
      }
    }),
  );
});

test('nothing is null, and what is no value is told from it', () => {
  expect(enteredOf(' ', plain)).toBeNull();
  for (const text of ['十', '1e5', '1.2.3', 'yes']) expect(enteredOf(text, plain)).toBeUndefined();
  expect(enteredOf('yes', yesNo)).toEqual({ value: true });
  expect(enteredOf('na', yesNo)).toEqual({ notApplicable: true });
});
