/** The year of one unit as a roadmap (时间表、路线图): each task a track, each assignment a bar on it. */
import { type Day, daysBetween, firstDayOfMonth } from '../../../../api/domain/time/day.ts';
import type { AssignmentRow } from '../../api.ts';
import { compareCodes } from './task-groups.ts';

/** Where something begins and how long it is, in shares of the time shown. */
export interface Stretch {
  start: number;
  length: number;
}

/** The time that is shown, in whole months. */
export interface Span {
  from: Day;
  /** The first day after it. */
  until: Day;
  /** The months in it, `2026-01` …, and where each begins. */
  months: readonly { month: string; start: number }[];
}

export interface Track {
  code: string;
  title: string;
  bars: readonly (Stretch & { row: AssignmentRow })[];
}

const monthIndex = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOf = (index: number): Day => firstDayOfMonth(Math.floor(index / 12), (index % 12) + 1);

/** The whole months from the first opening to the last due day. Undefined where there are no rows. */
export function spanOf(rows: readonly Pick<AssignmentRow, 'opensOn' | 'dueOn'>[]): Span | undefined {
  if (rows.length === 0) return undefined;
  const first = Math.min(...rows.map(({ opensOn }) => monthIndex(opensOn)));
  const last = Math.max(...rows.map(({ dueOn }) => monthIndex(dueOn)));
  const from = firstOf(first);
  const until = firstOf(last + 1);
  const days = daysBetween(from, until);
  const months = Array.from({ length: last - first + 1 }, (_, i) => {
    const begins = firstOf(first + i);
    return { month: begins.slice(0, 7), start: daysBetween(from, begins) / days };
  });
  return { from, until, months };
}

/** Where the days from `opens` to the end of `due` lie in the time shown. */
export function stretchOf(opens: Day, due: Day, span: Span): Stretch {
  const days = daysBetween(span.from, span.until);
  return { start: daysBetween(span.from, opens) / days, length: (daysBetween(opens, due) + 1) / days };
}

/** Every task as one track, in the order of the plan. */
export function tracksOf(rows: readonly AssignmentRow[], span: Span): Track[] {
  const byCode = new Map<string, AssignmentRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode]
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([code, own]) => ({
      code,
      title: own[0]?.title ?? '',
      bars: own.map((row) => ({ row, ...stretchOf(row.opensOn, row.dueOn, span) })),
    }));
}
