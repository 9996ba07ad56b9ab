import { expect, test } from 'vitest';
import { isShown, placeAfter, rowsShown } from './bench-filter.ts';

const plain = {
  indicator: 'V1',
  name: '办结率',
  state: 'scored',
  weight: 20,
  points: 18,
  why: '',
  value: null,
  claim: null,
  mark: null,
  mayMark: false,
  overridden: false,
} as const;

test('a cell is looked for by what is the matter with it', () => {
  expect(isShown(plain, null)).toBe(true);
  expect(isShown({ ...plain, state: 'missing' }, 'missing')).toBe(true);
  expect(isShown({ ...plain, claim: 'waiting' }, 'waiting')).toBe(true);
  expect(isShown({ ...plain, mark: 0, mayMark: true }, 'marked')).toBe(true);
  expect(isShown({ ...plain, mark: 0, mayMark: true }, 'toMark')).toBe(false);
  expect(isShown({ ...plain, mayMark: true }, 'toMark')).toBe(true);
  expect(isShown(plain, 'overridden')).toBe(false);
});

test('a row is shown for a cell of the columns that are shown', () => {
  const rows = [{ lines: [{ ...plain, overridden: true }] }, { lines: [plain] }];
  expect(rowsShown(rows, [{ code: 'V1' }], 'overridden')).toEqual([rows[0]]);
  expect(rowsShown(rows, [{ code: 'V2' }], 'overridden')).toEqual([]);
});

test('arrows go from cell to cell and stop at the edges', () => {
  expect(placeAfter('ArrowRight', [0, 0], [3, 2])).toEqual([0, 1]);
  expect(placeAfter('ArrowRight', [0, 1], [3, 2])).toEqual([0, 1]);
  expect(placeAfter('ArrowUp', [0, 1], [3, 2])).toEqual([0, 1]);
  expect(placeAfter('PageDown', [0, 1], [3, 2])).toEqual([2, 1]);
  expect(placeAfter('Home', [2, 1], [3, 2])).toEqual([2, 0]);
  expect(placeAfter('x', [0, 0], [3, 2])).toBeNull();
});
