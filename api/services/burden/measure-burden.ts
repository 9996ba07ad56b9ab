import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import {
  droppableReminders,
  type PastPeriod,
  perPersonAndWeek,
  type UnitCounts,
} from '../../domain/burden/burden.ts';
import { addDays, dayOf, startOf } from '../../domain/time/day.ts';

interface UnitRow extends UnitCounts {
  unitId: UnitId;
  unit: string;
  asked: number;
  needed: number;
  reported: number;
  repeated: number;
}

/**
 * One query: what each village and department was sent, said, was asked, had to report and did, since an instant. A push
 * is what nobody asked for (no reply); what was gathered into one is one. A report is needed for each assignment that
 * fell due; one is repeated that says what the last one of the assignment said.
 */
const readUnits = (ctx: Context, since: Date, from: string, today: string): Promise<UnitRow[]> =>
  ctx.read((db) =>
    rowsOf<UnitRow>(
      db,
      sql`with
        pushes as (
          select room_id, contact_id, coalesce(gathered_into, id) as push from outbox
          where domain_id = ${ctx.domainId} and state = 'sent' and cause <> 'reply'
            and sent_at >= ${since.toISOString()}::timestamptz),
        own as (
          select c.id, p.id as person, p.unit_id from contacts c
          join people p on p.domain_id = c.domain_id and p.id = c.person_id and p.active
          where c.domain_id = ${ctx.domainId}),
        in_rooms as (
          select ru.unit_id, count(distinct (x.room_id, x.push))::int as n from pushes x
          join room_units ru on ru.domain_id = ${ctx.domainId} and ru.room_id = x.room_id group by 1),
        in_private as (
          select own.unit_id, count(distinct (x.contact_id, x.push))::int as n from pushes x
          join own on own.id = x.contact_id group by 1),
        people_of as (select unit_id, count(distinct person)::int as n from own group by 1),
        said as (
          select own.unit_id, count(*)::int as n, count(*) filter (where i.asked)::int as asked
          from inbox i join own on own.id = i.contact_id
          where i.domain_id = ${ctx.domainId} and i.received_at >= ${since.toISOString()}::timestamptz
          group by 1),
        needed as (
          select unit_id, count(*)::int as n from assignments
          where domain_id = ${ctx.domainId} and due_on between ${from} and ${today} and withdrawn_at is null
          group by 1),
        reports as (
          select a.unit_id, r.recorded_at, r.kind = 'reported' and exists (
              select 1 from progress_records b
              where b.domain_id = r.domain_id and b.assignment_id = r.assignment_id
                and (b.at, b.id) < (r.at, r.id) and b.kind in ('reported', 'submitted')
                and not exists (
                  select 1 from progress_records n
                  where n.domain_id = r.domain_id and n.assignment_id = r.assignment_id
                    and n.kind in ('reported', 'submitted', 'returned')
                    and (n.at, n.id) > (b.at, b.id) and (n.at, n.id) < (r.at, r.id))
                and (b.percent, b.count, b.until_on) is not distinct from (r.percent, r.count, r.until_on)
            ) as again
          from progress_records r
          join assignments a on a.domain_id = r.domain_id and a.id = r.assignment_id
          where r.domain_id = ${ctx.domainId} and r.kind in ('reported', 'submitted')
            and r.recorded_at >= ${since.toISOString()}::timestamptz),
        reported as (
          select unit_id, count(*)::int as n, count(*) filter (where again)::int as repeated
          from reports group by 1)
      select u.id::float8 as "unitId", u.short_name as unit, coalesce(people_of.n, 0) as people,
        coalesce(in_rooms.n, 0) as "roomPushes", coalesce(in_private.n, 0) as "privatePushes",
        coalesce(said.n, 0) as said, coalesce(said.asked, 0) as asked, coalesce(needed.n, 0) as needed,
        coalesce(reported.n, 0) as reported, coalesce(reported.repeated, 0) as repeated
      from units u
      left join people_of on people_of.unit_id = u.id
      left join in_rooms on in_rooms.unit_id = u.id
      left join in_private on in_private.unit_id = u.id
      left join said on said.unit_id = u.id
      left join needed on needed.unit_id = u.id
      left join reported on reported.unit_id = u.id
      where u.domain_id = ${ctx.domainId} and u.ranking_group is not null and u.retired_at is null
      order by u.position, u.id`,
    ),
  );

/** The periods of the tasks that recur, due by yesterday in the last year, latest first; late is what came after its day. */
const readPeriods = (ctx: Context, from: string, today: string): Promise<PastPeriod[]> =>
  ctx.read((db) =>
    rowsOf<PastPeriod>(
      db,
      sql`select t.code, t.title, a.period, count(*)::int as units,
          count(*) filter (where a.submitted_at is null
            or (a.submitted_at at time zone 'Asia/Shanghai')::date > a.due_on)::int as late
        from assignments a
        join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
        where a.domain_id = ${ctx.domainId} and a.due_on >= ${from} and a.due_on < ${today}
          and a.withdrawn_at is null and t.due_on is null
        group by t.id, t.code, t.title, t.position, a.period
        order by t.position, t.id, max(a.due_on) desc`,
    ),
  );

const YEAR_DAYS = 366;

/** How much of people's time the last weeks took (基层负担), and what could be dropped. Throws `forbidden`. */
export async function measureBurden(ctx: Context, weeks: number) {
  permit(ctx, 'burden.see');
  const today = dayOf(ctx.clock());
  const from = addDays(today, 1 - 7 * weeks);
  const units = await readUnits(ctx, startOf(from), from, today);
  const periods = await readPeriods(ctx, addDays(today, -YEAR_DAYS), today);
  return {
    weeks,
    from,
    until: today,
    units: units.map((row) => ({ ...row, ...perPersonAndWeek(row, weeks) })),
    droppable: droppableReminders(periods),
  };
}
