import { describe, expect, it } from 'vitest';
import type { AssignmentRow } from '../../api.ts';
import { compareCodes, groupRows } from './task-groups.ts';

type Some = Pick<AssignmentRow, 'code' | 'section' | 'unit' | 'dueOn'>;
const row = (code: string, section: string, unit: string, dueOn: string) =>
  ({ code, section, unit: { id: 1, name: unit }, dueOn }) as Some as AssignmentRow;

const rows = [
  row('2.10-1', '四(二)10', '示例二村', '2026-06-30'),
  row('2.9-1', '四(二)9', '示例一村', '2026-07-31'),
  row('2.10-2', '四(二)10', '示例一村', '2026-06-05'),
];
const keys = (grouping: Parameters<typeof groupRows>[1]) => groupRows(rows, grouping).map(({ key }) => key);

describe('the groups of the responsibility list', () => {
  it('are one without a heading where none is asked for', () => {
    expect(groupRows(rows, 'none')).toEqual([{ key: '', rows }]);
  });

  it('follow the plan where it is grouped by section', () => {
    expect(keys('section')).toEqual(['四(二)9', '四(二)10']);
  });

  it('stand as they first appear where it is grouped by unit or month', () => {
    expect(keys('unit')).toEqual(['示例二村', '示例一村']);
    expect(keys('month')).toEqual(['2026-06', '2026-07']);
  });

  it('lose no row', () => {
    expect(groupRows(rows, 'unit').flatMap((group) => group.rows)).toHaveLength(rows.length);
  });
});

it('codes are ordered by their numbers', () => {
  expect(['2.10-1', '2.9-3', '2.9-12', '1.1-1'].sort(compareCodes)).toEqual([
    '1.1-1',
    '2.9-3',
    '2.9-12',
    '2.10-1',
  ]);
});
