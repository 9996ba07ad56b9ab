import { and, eq, inArray, sql } from 'drizzle-orm';
import { calendarDays } from '../../../db/schema/system.ts';
import type { Day, DayKind } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** A word on one day: what it is to be, and what it was when the admin looked. Null is no word of one's own. */
export interface DayChange {
  day: Day;
  word: DayKind | null;
  was: DayKind | null;
}

/**
 * Gives the admin's word on days (节假日调整), all or none; a word taken back leaves what is published. The same
 * changes the other way round undo it. Throws `forbidden`, and `conflict` where somebody else was faster.
 */
export async function changeCalendar(ctx: Context, changes: readonly DayChange[]): Promise<void> {
  permit(ctx, 'calendar.edit');
  const days = changes.map(({ day }) => day);
  await ctx.transaction(async (tx) => {
    const { domainId } = tx;
    // Two admins who change the calendar at once come one after the other.
    await tx.db.execute(sql`select pg_advisory_xact_lock(${domainId}, hashtext('calendar_days'))`);
    const ofThese = and(eq(calendarDays.domainId, domainId), inArray(calendarDays.day, days));
    const now = new Map(
      (await tx.db.select().from(calendarDays).where(ofThese)).map((row) => [row.day, row.kind]),
    );
    if (changes.some(({ day, was }) => (now.get(day) ?? null) !== was)) {
      throw new Refusal('conflict', 'changedSince', '别人刚刚改动了日历，已为您刷新，请看过再改');
    }
    await tx.db.delete(calendarDays).where(ofThese);
    const said = changes.flatMap(({ day, word }) => (word === null ? [] : [{ domainId, day, kind: word }]));
    if (said.length > 0) await tx.db.insert(calendarDays).values(said);
    const words = Object.fromEntries(changes.map(({ day, word }) => [day, word]));
    await recordAudit(tx, 'calendar.change', 'calendar', words);
  });
}
