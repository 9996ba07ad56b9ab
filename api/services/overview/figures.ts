import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import { assignmentFacts } from '../measures/assignment-facts.ts';
import type { Question } from '../measures/measure.ts';

/** The four figures that matter to a leader, as of an instant; a share is null where nothing was due yet. */
export interface Figures {
  completion: number | null;
  timeliness: number | null;
  overdue: number;
  toVerify: number;
}

/**
 * 办结率, 按时率, 逾期 and 待核验 of the whole sub-district, by the same facts that the score counts. The shares are of
 * the year's plans; what is overdue or waits is so whatever year it comes from.
 */
export async function figuresAsOf(db: Database, { domainId, year, asOf }: Question): Promise<Figures> {
  const counts = sql`due and year = ${year}`;
  const [row] = await rowsOf<Record<'due' | 'done' | 'onTime' | 'overdue' | 'waiting', number>>(
    db,
    sql`select count(*) filter (where ${counts})::int as "due",
      count(*) filter (where ${counts} and done)::int as "done",
      count(*) filter (where ${counts} and on_time)::int as "onTime",
      count(*) filter (where past_limit and not done and not waiting)::int as "overdue",
      count(*) filter (where waiting)::int as "waiting"
    from ${assignmentFacts({ domainId, year, asOf, andUnfinished: true })}`,
  );
  const { due = 0, done = 0, onTime = 0, overdue = 0, waiting = 0 } = row ?? {};
  return {
    completion: due === 0 ? null : done / due,
    timeliness: due === 0 ? null : onTime / due,
    overdue,
    toVerify: waiting,
  };
}
