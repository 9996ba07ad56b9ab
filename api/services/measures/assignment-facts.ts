/**
 * What was true of each assignment at an instant, in SQL, from append-only records made by then
 * (assessment.md, "As of"). Nothing recorded later, a correction least of all, changes the answer.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { DomainId } from '../../../db/vocabulary.ts';

/** The instant as PostgreSQL reads it, in both drivers. */
export const at = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

/** The China date of an instant. */
const chinaDate = (instant: SQL): SQL => sql`(${instant} at time zone 'Asia/Shanghai')::date`;

/**
 * A subquery `facts(unit_id, is_report, done, on_time)` with one row for each assignment due by `asOf` in the
 * plan's year: an assignment is due by an instant when its due day (as extended by then) has ended.
 *
 * - `done`: verified by then.
 * - `on_time`: its accepted submission, or the one still waiting to be verified, was made on or before the due
 *   day. A submission that was returned does not stop the clock.
 */
export function assignmentFacts(domainId: DomainId, year: number, asOf: Date): SQL {
  return sql`(
    with standing as (
      select r.assignment_id, r.kind, r.at, r.until_on,
        row_number() over (partition by r.assignment_id order by r.at, r.id) as n
      from progress_records r
      where r.domain_id = ${domainId} and r.at <= ${at(asOf)}
        and r.kind in ('submitted', 'verified', 'returned', 'extensionGranted')
        and not exists (
          select 1 from progress_records u
          where u.domain_id = r.domain_id and u.undoes = r.id and u.at <= ${at(asOf)})
    ), history as (
      select assignment_id,
        bool_or(kind = 'verified') as done,
        max(n) filter (where kind = 'submitted') as submission,
        max(at) filter (where kind = 'submitted') as submitted_at,
        max(n) filter (where kind = 'returned') as return,
        (array_agg(until_on order by n desc) filter (where kind = 'extensionGranted'))[1] as extended_to
      from standing group by assignment_id
    )
    select a.unit_id, t.measure = 'milestone' and t.due_on is null as is_report,
      coalesce(h.done, false) as done,
      coalesce(h.submission > coalesce(h.return, 0)
        and ${chinaDate(sql`h.submitted_at`)} <= coalesce(h.extended_to, a.first_due_on), false) as on_time
    from assignments a
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    join plans p on p.domain_id = t.domain_id and p.id = t.plan_id and p.year = ${year}
    left join history h on h.assignment_id = a.id
    where a.domain_id = ${domainId} and a.created_at <= ${at(asOf)}
      and coalesce(h.extended_to, a.first_due_on) < ${chinaDate(at(asOf))}
  ) as facts`;
}
