import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { AssignmentId, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { type Day, dayOf, startOf } from '../../domain/time/day.ts';
import type { Calendar } from '../../domain/time/working-days.ts';

/** Steps that no room heard. */
export interface Unsaid {
  /** By the names of `stepName`. */
  steps: ReadonlySet<string>;
  /** Whose, and when they were to be said. */
  runs: readonly { unit: UnitId; at: Date }[];
  /** The last day whose run was heard; null where nothing is unsaid. */
  since: Day | null;
}

export const NOTHING_UNSAID: Unsaid = { steps: new Set(), runs: [], since: null };

/** `12 overdue+1`: an assignment and its step. */
export const stepName = (assignmentId: AssignmentId, step: string): string => `${assignmentId} ${step}`;

/**
 * What the runs of the last working day were to say and no room heard: a room has two routine pushes a day, and a
 * reminder of yesterday is stale. A step and its message are of one instant.
 */
export async function readUnsaid(tx: Tx, { addWorkingDays }: Calendar, today: Day): Promise<Unsaid> {
  const from = startOf(addWorkingDays(today, -1)).toISOString();
  const now = tx.clock().toISOString();
  const rows = await rowsOf<{ id: string | number; unit: string | number; step: string; at: Date | string }>(
    tx.db,
    sql`with told as (
        select o.queued_at, ru.unit_id, o.state = 'expired'
          or (o.state = 'queued' and o.expires_at <= ${now}::timestamptz) as stale
        from outbox o
        join room_units ru on ru.domain_id = o.domain_id and ru.room_id = o.room_id
        where o.domain_id = ${tx.domainId} and o.cause = 'reminder' and o.queued_at >= ${from}::timestamptz),
      unheard as (select queued_at, unit_id from told group by 1, 2 having bool_and(stale))
      select r.assignment_id as id, a.unit_id as unit, r.step, r.sent_at as at
      from unheard u
      join reminders r on r.domain_id = ${tx.domainId} and r.sent_at = u.queued_at and r.acknowledged_at is null
      join assignments a on a.domain_id = r.domain_id and a.id = r.assignment_id and a.unit_id = u.unit_id
      order by r.sent_at`,
  );
  const [first] = rows;
  if (first === undefined) return NOTHING_UNSAID;
  const runs = rows.map(({ unit, at }) => ({ unit: Number(unit) as UnitId, at: new Date(at) }));
  return {
    steps: new Set(rows.map(({ id, step }) => stepName(Number(id) as AssignmentId, step))),
    runs: [...new Map(runs.map((run) => [`${run.unit} ${run.at.getTime()}`, run])).values()],
    since: addWorkingDays(dayOf(new Date(first.at)), -1),
  };
}
