/** The list as the lines it consists of, of which a long one shows only those about the window (虚拟列表). */
import type { AssignmentRow } from '../../api.ts';
import type { TaskGroup } from './task-groups.ts';

/** One line: the heading of a group, or the row of an assignment. */
export interface Line {
  key: string | number;
  group: string;
  /** Null for a heading. */
  row: AssignmentRow | null;
  /** How many rows stand under a heading. */
  under: number;
}

/** The part of a group that is shown. */
export interface Shown {
  group: string;
  /** The place of its first line in the whole list. */
  from: number;
  heading: Line | null;
  rows: AssignmentRow[];
}

/** All lines of the list, a heading before each group that has a name. */
export function linesOf(groups: readonly TaskGroup[]): Line[] {
  const lines: Line[] = [];
  for (const { key, rows } of groups) {
    if (key !== '') lines.push({ key, group: key, row: null, under: rows.length });
    for (const row of rows) lines.push({ key: row.id, group: key, row, under: 0 });
  }
  return lines;
}

/** The lines from one place up to another, by their groups. */
export function shownOf(lines: readonly Line[], from: number, until: number): Shown[] {
  const parts: Shown[] = [];
  for (const [at, line] of lines.slice(from, until).entries()) {
    let part = parts.at(-1);
    if (part === undefined || part.group !== line.group) {
      part = { group: line.group, from: from + at, heading: null, rows: [] };
      parts.push(part);
    }
    if (line.row === null) part.heading = line;
    else part.rows.push(line.row);
  }
  return parts;
}
