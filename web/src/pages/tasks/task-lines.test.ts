import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssignmentRow } from '../../api.ts';
import type { TaskGroup } from './task-groups.ts';
import { linesOf, shownOf } from './task-lines.ts';

const groupsOf = (sizes: readonly number[]): TaskGroup[] => {
  let id = 0;
  return sizes.map((size, at) => ({
    key: `组${at}`,
    rows: Array.from({ length: size }, () => ({ id: id++ }) as AssignmentRow),
  }));
};

describe('the lines of the list', () => {
  it('have a heading before each group, and none where nothing is grouped', () => {
    const [one, two] = groupsOf([1, 2]);
    expect(linesOf(groupsOf([1, 2])).map(({ key }) => key)).toEqual([one?.key, 0, two?.key, 1, 2]);
    expect(linesOf([{ key: '', rows: one?.rows ?? [] }]).map(({ key }) => key)).toEqual([0]);
  });

  it('show, from any place to any other, exactly what stands there, group by group', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.nat(30), fc.nat(30), (given, from, length) => {
        const lines = linesOf(groupsOf(given));
        const parts = shownOf(lines, from, from + length);
        const keys = parts.flatMap(({ heading, rows }) => [
          ...(heading === null ? [] : [heading.key]),
          ...rows.map(({ id }) => id),
        ]);
        expect(keys).toEqual(lines.slice(from, from + length).map(({ key }) => key));
        for (const part of parts) {
          const first = part.heading?.key ?? part.rows[0]?.id;
          expect(lines[part.from]?.key).toBe(first);
        }
        expect(new Set(parts.map(({ group }) => group)).size).toBe(parts.length);
      }),
    );
  });
});
