import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Method } from '../score/scheme.ts';
import { readEntered, type Shape, sameEntered, shapeOf, writtenAs } from './entered.ts';

const SHAPES: readonly Shape[] = ['share', 'number', 'count', 'yesNo'];
const shape = fc.constantFrom(...SHAPES);
const linear = (floor: number, target: number): Method => ({ type: 'linear', floor, target });

test('the shape of a value is told by its method', () => {
  expect(shapeOf(linear(0, 1))).toBe('share');
  expect(shapeOf(linear(0, 12))).toBe('number');
  expect(shapeOf({ type: 'deduct', each: 2 })).toBe('count');
  expect(shapeOf({ type: 'veto' })).toBe('yesNo');
  expect(shapeOf({ type: 'judged', outOf: 100, trim: true })).toBeNull();
  expect(shapeOf({ type: 'rank', better: 'higher' })).toBe('number');
});

test.each([
  ['share', '95%', { value: 0.95 }],
  ['share', '７％', { value: 0.07 }],
  ['share', 0.955, { value: 0.955 }],
  ['number', ' 1,234.5 ', { value: 1234.5 }],
  ['number', '-3', { value: -3 }],
  ['count', '4', { value: 4 }],
  ['yesNo', '是', { value: true }],
  ['yesNo', false, { value: false }],
  ['count', '不适用', { notApplicable: true }],
] as const)('as a %s, %s is read', (of, written, entered) => {
  expect(readEntered(of, written)).toEqual({ ok: true, entered });
});

test.each([
  ['share', 95, '不超过 100%'],
  ['share', '大约九成', '要填比率'],
  ['count', 1.5, '正整数'],
  ['count', -1, '正整数'],
  ['number', '=1+1', '要填数字'],
  ['number', '1e9', '要填数字'],
  ['number', true, '要填数字'],
  ['yesNo', '对', '是 或 否'],
  ['yesNo', 1, '是 或 否'],
] as const)('as a %s, %s is refused with how to write it', (of, written, words) => {
  const read = readEntered(of, written);
  expect(read.ok ? '' : read.message).toContain(words);
});

test('whatever is written is read or refused, and what was read is written back as the same', () => {
  const written = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('是', '12%'),
  );
  fc.assert(
    fc.property(shape, written, (of, raw) => {
      const read = readEntered(of, raw);
      if (!read.ok) return;
      const again = readEntered(of, writtenAs(read.entered));
      expect(again.ok && sameEntered(again.entered, read.entered)).toBe(true);
    }),
  );
});
