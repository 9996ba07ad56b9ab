import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CUT_NOTE, fitted, LONGEST_TEXT, storable, wasCut } from './message-text.ts';

test('a text within the limit is stored as it is', () => {
  expect(fitted('2.1-3 已完成')).toBe('2.1-3 已完成');
  expect(wasCut('2.1-3 已完成')).toBe(false);
  expect(wasCut(CUT_NOTE)).toBe(false);
});

test('a longer one is cut, says so, and is known as cut', () => {
  const text = fitted('长'.repeat(100_000));
  expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(text.endsWith(CUT_NOTE)).toBe(true);
  expect(wasCut(text)).toBe(true);
});

test('a text that is cut in the middle of an emoji is still whole characters, and known as cut', () => {
  for (const before of ['', '。']) {
    const text = fitted(before + '😀'.repeat(20_000));
    expect(text).toBe(storable(text));
    expect(wasCut(text)).toBe(true);
  }
});

test('NUL and halves of surrogate pairs never reach the database; the rest is untouched', () => {
  expect(storable('一\0二\ud83d三')).toBe('一二\ufffd三');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(storable(text)).toBe(text.replaceAll('\0', ''));
    }),
  );
});
