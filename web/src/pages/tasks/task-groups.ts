/** The rows of the responsibility list gathered under headings (分组). */
import type { AssignmentRow } from '../../api.ts';
import type { Grouping } from './task-filter.ts';

/** One heading and what stands under it, in the order in which it came. */
export interface TaskGroup {
  /** The section of the plan, the unit's name, or the month `2026-06`; empty for the whole list. */
  key: string;
  rows: readonly AssignmentRow[];
}

type Keyed = Pick<AssignmentRow, 'code' | 'section' | 'unit' | 'dueOn'>;

function keyOf(row: Keyed, grouping: Grouping): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'section':
      return row.section;
    case 'unit':
      return row.unit.name;
    case 'month':
      return row.dueOn.slice(0, 7);
  }
}

/** `2.10-1` after `2.9-3`: the numbers of a code compared as numbers. */
export function compareCodes(a: string, b: string): number {
  const left = a.split(/\D+/).map(Number);
  const right = b.split(/\D+/).map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Rows under their headings: sections in the order of the plan, units and months as they first appear. */
export function groupRows(rows: readonly AssignmentRow[], grouping: Grouping): TaskGroup[] {
  const groups = new Map<string, AssignmentRow[]>();
  for (const row of rows) {
    const key = keyOf(row, grouping);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const list = [...groups].map(([key, grouped]) => ({ key, rows: grouped }));
  if (grouping !== 'section') return list;
  return list.sort((a, b) => compareCodes(a.rows[0]?.code ?? '', b.rows[0]?.code ?? ''));
}
