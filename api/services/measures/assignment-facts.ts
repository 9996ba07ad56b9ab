/**
 * What was true of each assignment at an instant, in SQL, from append-only records made by then
 * (assessment.md, "As of"). Nothing recorded later, a correction least of all, changes the answer.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Question } from './measure.ts';

/** A question about one year's plans, or about all of them. */
type Asked = Omit<Question, 'year'> & Partial<Pick<Question, 'year'>>;

/** The instant as PostgreSQL reads it, in both drivers. */
const literal = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

/** The China date of an instant. */
const chinaDate = (instant: SQL): SQL => sql`(${instant} at time zone 'Asia/Shanghai')::date`;

/** A day has ended by an instant when the instant's own date lies after it. */
const ended = (day: SQL, instant: SQL): SQL => sql`${day} < ${chinaDate(instant)}`;

/**
 * What was said by an instant, as it was known then, or as it is known by a later one: a record counts from when it
 * was written down, and whatever takes it back does from then too.
 */
function saidBy(asOf: Date, knownBy: Date | undefined): SQL {
  const known = literal(knownBy ?? asOf);
  return sql`r.at <= ${literal(asOf)} and r.recorded_at <= ${known}
    and not exists (
      select 1 from progress_records u
      where u.domain_id = r.domain_id and u.undoes = r.id and u.recorded_at <= ${known})`;
}

/**
 * A subquery `facts` with one row for each assignment that was asked for at `asOf`: built by then, not withdrawn by
 * then, of a unit not retired by then; of one year's plans, or of all where no year is given.
 *
 * - `assignment_id`, `unit_id`, `due_on`; `year`: its plan's; `is_report`: a recurring milestone;
 * - `due`: its due day, as extended by then, has ended; `past_limit`: so has the second limit, where there is one;
 * - `done`: verified by then; `waiting`: submitted and neither verified nor returned; `submitted_on`: the China date
 *   of the submission that stands, null where none does;
 * - `on_time`: its accepted submission, or the one that waits, was made on or before the due day. A submission that
 *   was returned does not stop the clock.
 */
export function assignmentFacts({ domainId, year, asOf: instant, knownBy }: Asked): SQL {
  const asOf = literal(instant);
  const ofYear = year === undefined ? sql`` : sql`and p.year = ${year}`;
  const due = sql`coalesce(h.extended_to, a.first_due_on)`;
  return sql`(
    with standing as (
      select r.assignment_id, r.kind, r.at, r.until_on,
        row_number() over (partition by r.assignment_id order by r.at, r.id) as n
      from progress_records r
      where r.domain_id = ${domainId} and r.kind in ('submitted', 'verified', 'returned', 'extensionGranted')
        and ${saidBy(instant, knownBy)}
    ), history as (
      select assignment_id,
        bool_or(kind = 'verified') as done,
        coalesce(max(n) filter (where kind = 'submitted'), 0)
          > coalesce(max(n) filter (where kind = 'returned'), 0) as submitted,
        max(at) filter (where kind = 'submitted') as submitted_at,
        (array_agg(until_on order by n desc) filter (where kind = 'extensionGranted'))[1] as extended_to
      from standing group by assignment_id
    )
    select a.id as assignment_id, a.unit_id, ${due} as due_on, p.year,
      t.measure = 'milestone' and t.due_on is null as is_report,
      ${ended(due, asOf)} as due,
      ${ended(sql`greatest(${due}, a.last_due_on)`, asOf)} as past_limit,
      coalesce(h.done, false) as done,
      coalesce(h.submitted and not h.done, false) as waiting,
      case when h.submitted then ${chinaDate(sql`h.submitted_at`)} end as submitted_on,
      coalesce(h.submitted and ${chinaDate(sql`h.submitted_at`)} <= ${due}, false) as on_time
    from assignments a
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    join plans p on p.domain_id = t.domain_id and p.id = t.plan_id ${ofYear}
    join units u on u.domain_id = a.domain_id and u.id = a.unit_id
    left join history h on h.assignment_id = a.id
    where a.domain_id = ${domainId} and a.created_at <= ${asOf}
      and coalesce(a.withdrawn_at > ${asOf}, true) and coalesce(u.retired_at > ${asOf}, true)
  ) as facts`;
}
