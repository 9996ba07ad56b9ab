import { and, between, eq } from 'drizzle-orm';
import { calendarDays } from '../../../db/schema/system.ts';
import type { Day, DayKind } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { addDays, dayOf, firstDayOfMonth, lastDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { publishedYear } from '../../domain/time/published-years.ts';

/** One day as the calendar page shows it. */
export interface ShownDay {
  day: Day;
  working: boolean;
  /** As published, or for a year that is not, as the week has it. */
  publishedWorking: boolean;
  /** The holiday that it is of or makes up for (春节). */
  name: string | null;
  /** The admin's word, where there is one. */
  word: DayKind | null;
}

export interface CalendarYear {
  year: number;
  /** Whether the arrangement of the year is published, as far as the package knows. */
  known: boolean;
  days: ShownDay[];
  /** Of this year and the next, those that are not published: weekends alone hold for them. */
  unpublished: number[];
}

/** A year of the calendar of working days (工作日历), each day with what is published and the admin's word over it. */
export async function showCalendar(ctx: Context, year: number): Promise<CalendarYear> {
  permit(ctx, 'calendar.see');
  const rows = await ctx.read((db) =>
    db
      .select({ day: calendarDays.day, kind: calendarDays.kind })
      .from(calendarDays)
      .where(
        and(
          eq(calendarDays.domainId, ctx.domainId),
          between(calendarDays.day, firstDayOfMonth(year, 1), lastDayOfMonth(year, 12)),
        ),
      ),
  );
  const words = new Map(rows.map((row) => [row.day, row.kind]));
  const { known, working, names } = publishedYear(year);
  const days = working.map((publishedWorking, index): ShownDay => {
    const day = addDays(firstDayOfMonth(year, 1), index);
    const word = words.get(day) ?? null;
    return {
      day,
      working: word === null ? publishedWorking : word === 'work',
      publishedWorking,
      name: names.get(day) ?? null,
      word,
    };
  });
  const thisYear = partsOf(dayOf(ctx.clock())).year;
  const unpublished = [thisYear, thisYear + 1].filter((each) => !publishedYear(each).known);
  return { year, known, days, unpublished };
}
