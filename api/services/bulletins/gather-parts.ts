/** Parts of a bulletin's facts that come from elsewhere in the house: ranking, figures of past months, what is next. */
import { and, eq, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { planSections, plans } from '../../../db/schema/plans.ts';
import { type BulletinKind, type OrderEventKind, RANKING_GROUPS } from '../../../db/vocabulary.ts';
import type { Facts, NamedOrder, RankedGroup, UpcomingTask } from '../../domain/bulletin/facts.ts';
import { type Day, endOf, lastDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { assignmentFacts } from '../measures/assignment-facts.ts';
import { figuresAsOf } from '../overview/figures.ts';
import { ranksOf } from '../ranking/compute-ranking.ts';
import { scoreAsOf } from '../ranking/score-as-of.ts';
import { ofChapter, type Scope, type Wanted } from './gather-scope.ts';

/** The section that a special bulletin is about. */
export async function chapterOf(
  db: Database,
  { domainId, year, chapter }: Scope,
  { kind }: Wanted,
): Promise<Facts['chapter']> {
  if (kind !== 'special') return null;
  const [section] = await db
    .select({ number: planSections.number, title: planSections.title })
    .from(planSections)
    .innerJoin(plans, refersTo(planSections, 'planId', plans))
    .where(
      and(
        eq(planSections.domainId, domainId),
        eq(planSections.number, chapter),
        eq(plans.year, year),
        eq(plans.state, 'confirmed'),
      ),
    )
    .limit(1);
  if (section !== undefined) return section;
  const fault = { path: 'chapter', message: '请选择本年度方案中的一个部分' };
  throw new Refusal('invalid', 'chapter', fault.message, [fault]);
}

/** Both rankings with each unit's rank at the end of the period before; none in a year without a scheme. */
export async function groupsAsOf(
  db: Database,
  { domainId, asOf }: Scope,
  before: Date | null,
): Promise<RankedGroup[]> {
  const scored = await scoreAsOf(db, domainId, { asOf });
  if (scored === null) return [];
  const earlier = ranksOf(before === null ? null : await scoreAsOf(db, domainId, { asOf: before }));
  return RANKING_GROUPS.flatMap((group) => {
    const rows = scored.results
      .filter((result) => result.group === group)
      .map(({ unitId, rank, total, grade }) => ({
        unit: scored.units.get(unitId)?.name ?? '',
        ...{ rank, total, grade },
        previousRank: earlier.get(unitId) ?? null,
      }));
    const name = scored.scheme.body.groups.find(({ key }) => key === group)?.name ?? '';
    return rows.length === 0 ? [] : [{ group, name, rows }];
  });
}

/** What falls due next, by task in the order of its first due day, and from how many units. */
export async function upcomingTasks(
  db: Database,
  scope: Scope,
  { from, to }: { from: Day; to: Day },
): Promise<Pick<Facts, 'upcoming' | 'upcomingUnits'>> {
  const { domainId, asOf } = scope;
  const rows = await rowsOf<UpcomingTask & { unitIds: number[] }>(
    db,
    sql`select t.code, t.title, min(facts.due_on)::text as "dueOn",
      count(distinct facts.unit_id)::int as "units", array_agg(distinct facts.unit_id::int) as "unitIds"
    from ${assignmentFacts({ domainId, year: partsOf(to).year, asOf })}
    join assignments a on a.domain_id = ${domainId} and a.id = assignment_id
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    where not done and facts.due_on between ${from}::date and ${to}::date and ${ofChapter(scope)}
    group by t.id, t.code, t.title, t.position order by min(facts.due_on), t.position`,
  );
  return {
    upcoming: rows.map(({ unitIds: _, ...task }) => task),
    upcomingUnits: new Set(rows.flatMap(({ unitIds }) => unitIds)).size,
  };
}

/** The share done at the end of each month of the year so far, for the chart of the monthly and the annual. */
export async function trendUntil(
  db: Database,
  { domainId, year }: Scope,
  kind: BulletinKind,
  to: Day,
): Promise<Facts['trend']> {
  if (kind !== 'monthly' && kind !== 'annual') return [];
  const points: { to: Day; completion: number | null }[] = [];
  for (let month = 1; month <= partsOf(to).month; month++) {
    const end = lastDayOfMonth(year, month);
    const { completion } = await figuresAsOf(db, { domainId, year, asOf: endOf(end) });
    if (end <= to) points.push({ to: end, completion });
  }
  return points;
}

/**
 * The supervision orders (督办单) served within the period, or raised to the bulletin in it and not closed since; none
 * that was withdrawn by the instant.
 */
export async function namedOrders(
  db: Database,
  { domainId, asOf }: Scope,
  { from, to }: { from: Day; to: Day },
): Promise<Facts['orders']> {
  const instant = sql`${asOf.toISOString()}::timestamptz`;
  const happened = (kind: OrderEventKind) => sql`exists (select 1 from supervision_events e
    where e.domain_id = o.domain_id and e.order_id = o.id and e.kind = ${kind}
      and e.at <= ${instant} and e.recorded_at <= ${instant})`;
  const within = (at: string) =>
    sql`(${sql.raw(at)} at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`;
  type Row = Omit<NamedOrder, 'number' | 'subject'> & {
    year: number;
    number: number;
    items: number;
    subject: string | null;
  };
  const rows = await rowsOf<Row>(
    db,
    sql`select * from (select o.year, o.number, n.short_name as "unit", o.subject,
      ${happened('answered')} as "answered", ${within('o.served_at')} as "served",
      exists (select 1 from supervision_events e where e.domain_id = o.domain_id and e.order_id = o.id
        and e.kind = 'raised' and e.recorded_at <= ${instant} and ${within('e.at')})
        and not ${happened('closed')} as "raised",
      (select count(*)::int from supervision_order_items i
        where i.domain_id = o.domain_id and i.order_id = o.id) as "items"
    from supervision_orders o
    join units n on n.domain_id = o.domain_id and n.id = o.unit_id
    where o.domain_id = ${domainId} and o.served_at < ${instant}
      and not ${happened('withdrawn')}) as told
    where served or raised order by year, number`,
  );
  return rows.map(({ year, number, items, subject, ...order }) => ({
    ...order,
    number: `〔${year}〕${number}号`,
    subject: subject ?? `${items}项逾期任务`,
  }));
}
