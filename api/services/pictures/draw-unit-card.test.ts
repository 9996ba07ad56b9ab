import { expect, test } from 'vitest';
import { urgentOf } from './draw-unit-card.ts';

test('what waits for the office is not what a unit must hurry with', () => {
  const states = [
    'submitted',
    'open',
    'submitted',
    'active',
    'returned',
    'open',
    'open',
    'open',
    'open',
  ] as const;
  const rows = states.map((state, at) => ({ state, at }));
  expect(urgentOf(rows).map(({ at }) => at)).toEqual([1, 3, 4, 5, 6, 7]);
});
