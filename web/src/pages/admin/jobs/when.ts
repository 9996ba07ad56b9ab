/** A cron expression of the timetable taken apart, so that each language can say it in words. */
export type When =
  | { every: 'day'; time: string }
  | { every: 'week'; weekday: number; time: string }
  | { every: 'month'; date: number; time: string }
  | { every: 'year'; month: number; date: number; time: string };

const two = (text: string): string => text.padStart(2, '0');

/** When an expression fires; null where it is of another kind than the timetable has. */
export function whenOf(cron: string): When | null {
  const [minute = '', hour = '', date = '', month = '', weekday = ''] = cron.split(' ');
  if (![minute, hour].every((part) => /^\d{1,2}$/.test(part))) return null;
  const time = `${two(hour)}:${two(minute)}`;
  const [on, of, day] = [date, month, weekday].map((part) => (part === '*' ? null : Number(part)));
  if (on === undefined || of === undefined || day === undefined) return null;
  if ([on, of, day].some((part) => part !== null && !Number.isInteger(part))) return null;
  if (day !== null) return on === null && of === null ? { every: 'week', weekday: day % 7, time } : null;
  if (on === null) return of === null ? { every: 'day', time } : null;
  return of === null ? { every: 'month', date: on, time } : { every: 'year', month: of, date: on, time };
}

/** How long a run took, in seconds to one decimal; null while it goes on. */
export function secondsOf(run: { startedAt: string; endedAt: string | null }): number | null {
  if (run.endedAt === null) return null;
  return Math.round((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 100) / 10;
}
