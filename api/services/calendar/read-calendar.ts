import { eq, sql } from 'drizzle-orm';
import { keptQuestion } from '../../../db/kept-question.ts';
import { calendarDays } from '../../../db/schema/system.ts';
import type { Context } from '../../context.ts';
import { type Calendar, createCalendar } from '../../domain/time/working-days.ts';

const askDays = keptQuestion((db) =>
  db
    .select()
    .from(calendarDays)
    .where(eq(calendarDays.domainId, sql.placeholder('domain')))
    .prepare('days'),
);

/** The calendar of working days (工作日历): the package's, over which the admin's table has the last word. */
export async function readCalendar(ctx: Context): Promise<Calendar> {
  const rows = await ctx.read((db) => askDays(db).execute({ domain: ctx.domainId }));
  return createCalendar(new Map(rows.map((row) => [row.day, row.kind])));
}
