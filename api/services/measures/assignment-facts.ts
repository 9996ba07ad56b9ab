/**
 * What was true of each assignment at an instant, in SQL, from append-only records made by then
 * (assessment.md, "As of"). Nothing recorded later, a correction least of all, changes the answer.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Question } from './measure.ts';

/** Of one year's plans; `andUnfinished`: and of whatever other year was not done by then. */
interface Asked extends Question {
  andUnfinished?: boolean;
}

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
function saidBy({ domainId, asOf, knownBy }: Asked): SQL {
  const known = literal(knownBy ?? asOf);
  return sql`r.at <= ${literal(asOf)} and r.recorded_at <= ${known}
    and r.id not in (
      select u.undoes from progress_records u
      where u.domain_id = ${domainId} and u.undoes is not null and u.recorded_at <= ${known})`;
}

/** The tasks of a year's plans. */
const tasksOfYear = ({ domainId, year }: Asked): SQL => sql`
  select t.id, t.measure, t.due_on, p.year
  from plans p join tasks t on t.domain_id = p.domain_id and t.plan_id = p.id
  where p.domain_id = ${domainId} and p.year = ${year}`;

/**
 * Which assignments are looked at: those of the year's plans and, where wanted, those that may not have been done at
 * `asOf`: not done now, or done or changed since. What was done by then and left alone is never read, however many
 * years of it there are.
 */
function scope(asked: Asked): SQL {
  const { domainId, asOf, units, andUnfinished = false } = asked;
  if (!andUnfinished) {
    // From the few tasks to their assignments, whatever the planner thinks of their number.
    const ofUnits =
      units === undefined ? sql`true` : sql`a.unit_id = any (${sql.param([...units])}::bigint[])`;
    return sql`(${tasksOfYear(asked)} offset 0) as t
      join assignments a on a.domain_id = ${domainId} and a.task_id = t.id and ${ofUnits}`;
  }
  // Sets of numbers rather than joins: each is a walk along an index.
  return sql`assignments a
    join (
      select t.id, t.measure, t.due_on, p.year
      from tasks t join plans p on p.domain_id = t.domain_id and p.id = t.plan_id
      where t.domain_id = ${domainId}
    ) as t on t.id = a.task_id and a.domain_id = ${domainId} and a.id = any (array(
      select a.id from assignments a where a.domain_id = ${domainId}
        and a.task_id = any (array(select id from (${tasksOfYear(asked)}) as t))
      union select a.id from assignments a where a.domain_id = ${domainId} and a.state <> 'done'
      union select r.assignment_id from progress_records r
        where r.domain_id = ${domainId} and r.recorded_at > ${literal(asOf)}))`;
}

/**
 * Whose records are read: a whole year's assignments have numbers close together, so that one walk along the index
 * from the first to the last of them reads little else; of a few units or several years each is looked up.
 */
const recordsOf = ({ units, andUnfinished = false }: Asked): SQL =>
  units !== undefined || andUnfinished
    ? sql`r.assignment_id = any (array(select id from a))`
    : sql`r.assignment_id between (select min(id) from a) and (select max(id) from a)`;

/** The last record of a kind: when, its number where two were at once, and the day it names, to be compared as one. */
const last = (kind: string): SQL =>
  sql`max(array[at, to_timestamp(record), until_on::timestamp at time zone 'UTC']) filter (where kind = ${sql.raw(`'${kind}'`)})`;

/**
 * A subquery `facts` with one row for each assignment that was asked for at `asOf`: built by then, not withdrawn by
 * then, of a unit not retired by then; of one year's plans, or with what was not done of all others.
 *
 * - `assignment_id`, `unit_id`, `due_on`; `year`: its plan's; `is_report`: a recurring milestone;
 * - `due`: its due day, as extended by then, has ended; `past_limit`: so has the second limit, where there is one;
 * - `done`: verified by then; `waiting`: submitted and neither verified nor returned; `submitted_on`: the China date
 *   of the submission that stands, null where none does;
 * - `on_time`: its accepted submission, or the one that waits, was made on or before the due day. A submission that
 *   was returned does not stop the clock.
 */
export function assignmentFacts(asked: Asked): SQL {
  const { domainId, asOf: instant } = asked;
  const asOf = literal(instant);
  const due = sql`coalesce(f.extended_to, f.first_due_on)`;
  return sql`(
    with a as materialized (
      select a.id, a.unit_id, a.first_due_on, a.last_due_on, t.year,
        t.measure = 'milestone' and t.due_on is null as is_report
      from ${scope(asked)}
      where a.created_at <= ${asOf}
        and coalesce(a.withdrawn_at > ${asOf}, true)
        -- A set again: the few units retired by then, instead of a join with all.
        and a.unit_id <> all (array(
          select u.id from units u where u.domain_id = ${domainId} and u.retired_at <= ${asOf}))
    ), known as (
      select id, unit_id, first_due_on, last_due_on, year, is_report,
        null::bigint as record, null::text as kind, null::timestamptz as at, null::date as until_on
      from a
      union all
      select r.assignment_id, null, null, null, null, null, r.id, r.kind, r.at, r.until_on
      from progress_records r
      where r.domain_id = ${domainId} and ${recordsOf(asked)}
        and r.kind in ('submitted', 'verified', 'returned', 'extensionGranted') and ${saidBy(asked)}
    ), h as (
      select id, max(unit_id) as unit_id, max(first_due_on) as first_due_on, max(last_due_on) as last_due_on,
        max(year) as year, bool_or(is_report) as is_report,
        coalesce(bool_or(kind = 'verified'), false) as done,
        ${last('submitted')} as submitted, ${last('returned')} as returned,
        ${last('extensionGranted')} as extended
      from known group by id
    ), f as (
      select id, unit_id, first_due_on, last_due_on, year, is_report, done,
        coalesce(submitted > returned, submitted is not null) as submitted,
        submitted[1] as submitted_at,
        (extended[3] at time zone 'UTC')::date as extended_to
      from h where unit_id is not null
    )
    select f.id as assignment_id, f.unit_id, ${due} as due_on, f.year, f.is_report,
      ${ended(due, asOf)} as due,
      ${ended(sql`greatest(${due}, f.last_due_on)`, asOf)} as past_limit,
      f.done,
      coalesce(f.submitted and not f.done, false) as waiting,
      case when f.submitted then ${chinaDate(sql`f.submitted_at`)} end as submitted_on,
      coalesce(f.submitted and ${chinaDate(sql`f.submitted_at`)} <= ${due}, false) as on_time
    from f
  ) as facts`;
}
