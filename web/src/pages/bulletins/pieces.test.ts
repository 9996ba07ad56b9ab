import { expect, test } from 'vitest';
import { piecesOf, samePieces } from './pieces.ts';

test('words and the figures among them are read back in order', () => {
  const read = piecesOf([
    { textContent: '共有' },
    { textContent: '12', dataset: { kind: 'figure' } },
    { textContent: '项' },
    { textContent: '任务\n', dataset: {} },
    { textContent: '' },
    { textContent: '示例一村', dataset: { kind: 'name' } },
  ]);
  expect(read).toEqual([
    { kind: 'text', text: '共有' },
    { kind: 'figure', text: '12' },
    { kind: 'text', text: '项任务' },
    { kind: 'name', text: '示例一村' },
  ]);
  expect(samePieces(read, read.slice(1))).toBe(false);
  expect(samePieces(read, [...read])).toBe(true);
});
