import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES } from '../../../db/vocabulary.ts';
import { recordOf } from './report.ts';

const nothing = { percent: null, count: null, done: false };
const sessions = { measure: 'count', target: 2 } as const;
const visits = { measure: 'percent', target: 100 } as const;
const milestone = { measure: 'milestone', target: null } as const;

test.each([
  ['已完成', { ...nothing, done: true }, milestone, 'submitted', 100],
  ['100%', { ...nothing, percent: 100 }, visits, 'submitted', 100],
  ['开展了2场, of two', { ...nothing, count: 2 }, sessions, 'submitted', 100],
  ['开展了3场, of two', { ...nothing, count: 3 }, sessions, 'submitted', 100],
  ['开展了1场, of two', { ...nothing, count: 1 }, sessions, 'reported', 50],
  ['80%', { ...nothing, percent: 80 }, visits, 'reported', 80],
  ['12户走访了9户', { ...nothing, percent: 75, count: 9 }, visits, 'reported', 75],
  ['走访了120户, of a share', { ...nothing, count: 120 }, visits, 'reported', null],
  ['正在推进', nothing, milestone, 'reported', null],
] as const)('%s', (_, said, task, kind, percent) => {
  expect(recordOf(said, task)).toEqual({ kind, percent, count: said.count });
});

test('whatever is said, a percentage lies within 0 and 100, and only a submission has 100', () => {
  const said = fc.record({
    percent: fc.option(fc.integer({ min: 0, max: 100 })),
    count: fc.option(fc.nat(1000)),
    done: fc.boolean(),
  });
  const task = fc.record({ measure: fc.constantFrom(...MEASURES), target: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(said, task, (one, of) => {
      const { kind, percent } = recordOf(one, of);
      expect(percent === 100).toBe(kind === 'submitted');
      expect(percent === null || (percent >= 0 && percent <= 100)).toBe(true);
    }),
  );
});
