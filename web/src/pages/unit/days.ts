import { type Day, dayOf } from '../../../../api/domain/time/day.ts';
import type { readTimeline } from '../../parts/score/queries.ts';

export type TimelineRow = Awaited<ReturnType<typeof readTimeline>>['rows'][number];

/** Lines that come newest first, by their day in China: the latest day first, each day from its morning on. */
export function daysOf<T extends { at: string }>(rows: readonly T[]): { day: Day; rows: T[] }[] {
  const days: { day: Day; rows: T[] }[] = [];
  for (const row of rows) {
    const day = dayOf(new Date(row.at));
    const last = days.at(-1);
    if (last?.day === day) last.rows.unshift(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
