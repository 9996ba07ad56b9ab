/** Gathers what a bulletin is composed from, in SQL, as of one instant (time.md, "Bulletins"). */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { bulletinPractices, practices } from '../../../db/schema/bulletins.ts';
import { plans } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { BulletinId, DomainId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import type {
  Counts,
  Facts,
  OverdueItem,
  PickedPractice,
  UnitProgress,
} from '../../domain/bulletin/facts.ts';
import { bulletinPeriod } from '../../domain/bulletin/period.ts';
import { topicOf } from '../../domain/bulletin/words.ts';
import { type Day, dayOf, endOf, partsOf } from '../../domain/time/day.ts';
import { workingDaysLate } from '../../domain/time/working-days.ts';
import { Refusal } from '../../errors.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { assignmentFacts } from '../measures/assignment-facts.ts';
import { rootName } from '../units/root-name.ts';
import { chapterOf, groupsAsOf, namedOrders, trendUntil, upcomingTasks } from './gather-parts.ts';
import { ofChapter, type Scope, type Wanted } from './gather-scope.ts';

const OVERDUE = sql`past_limit and not done and not waiting`;

async function counted(db: Database, scope: Scope, from: Day, to: Day) {
  const within = sql`due and due_on between ${from}::date and ${to}::date`;
  const [row] = await rowsOf<
    Counts & { withinDue: number; withinDone: number; withinOnTime: number; waiting: number }
  >(
    db,
    sql`select count(*) filter (where due)::int as "due",
      count(*) filter (where due and done)::int as "done",
      count(*) filter (where due and done and on_time)::int as "onTime",
      count(*) filter (where ${within})::int as "withinDue",
      count(*) filter (where ${within} and done)::int as "withinDone",
      count(*) filter (where ${within} and done and on_time)::int as "withinOnTime",
      count(*) filter (where waiting)::int as "waiting"
    from ${assignmentFacts(scope)} where ${ofChapter(scope)}`,
  );
  const {
    due = 0,
    done = 0,
    onTime = 0,
    withinDue = 0,
    withinDone = 0,
    withinOnTime = 0,
    waiting = 0,
  } = row ?? {};
  return {
    total: { due, done, onTime },
    within: { due: withinDue, done: withinDone, onTime: withinOnTime },
    waiting,
  };
}

const progressOfUnits = (db: Database, scope: Scope): Promise<UnitProgress[]> =>
  rowsOf<UnitProgress>(
    db,
    sql`select n.short_name as "unit", count(*) filter (where due)::int as "due",
      count(*) filter (where due and done)::int as "done",
      count(*) filter (where ${OVERDUE})::int as "overdue"
    from ${assignmentFacts(scope)}
    join units n on n.domain_id = ${scope.domainId} and n.id = facts.unit_id
    where due and ${ofChapter(scope)}
    group by n.id, n.short_name, n.position order by n.position, n.id`,
  );

async function overdueItems(tx: Tx, scope: Scope, to: Day): Promise<OverdueItem[]> {
  const calendar = await readCalendar(tx);
  const rows = await rowsOf<Omit<OverdueItem, 'days'>>(
    tx.db,
    sql`select n.short_name as "unit", t.code, t.title, facts.due_on::text as "dueOn"
    from ${assignmentFacts(scope)}
    join assignments a on a.domain_id = ${scope.domainId} and a.id = assignment_id
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    join units n on n.domain_id = a.domain_id and n.id = facts.unit_id
    where ${OVERDUE} and ${ofChapter(scope)}
    order by facts.due_on, n.position, t.code`,
  );
  // The figures are of the end of the day `to`: what was due the day before is one working day late at most.
  return rows.map((row) => ({ ...row, days: workingDaysLate(calendar, row.dueOn, to) }));
}

const pickedFor = (db: Database, domainId: DomainId, id: BulletinId | null): Promise<PickedPractice[]> =>
  id === null
    ? Promise.resolve([])
    : db
        .select({ unit: units.shortName, title: practices.title, body: practices.body })
        .from(bulletinPractices)
        .innerJoin(practices, refersTo(bulletinPractices, 'practiceId', practices))
        .innerJoin(units, refersTo(practices, 'unitId', units))
        .where(and(eq(bulletinPractices.domainId, domainId), eq(bulletinPractices.bulletinId, id)))
        .orderBy(asc(bulletinPractices.position));

async function topicOfYear(db: Database, domainId: DomainId, year: number): Promise<string> {
  const [plan] = await db
    .select({ title: plans.title })
    .from(plans)
    .where(
      and(
        eq(plans.domainId, domainId),
        eq(plans.year, year),
        inArray(plans.state, ['confirmed', 'superseded']),
      ),
    )
    .orderBy(asc(plans.id))
    .limit(1);
  return topicOf(plan?.title ?? '');
}

const wrongPeriod = (message: string): Refusal =>
  new Refusal('invalid', 'period', message, [{ path: 'period', message }]);

/** The period of a bulletin, and the instant that its figures are as of: its end, or now while it still runs. */
function stretchOf({ kind, period }: Wanted, now: Date) {
  const stretch = bulletinPeriod(kind, period);
  if (stretch === undefined) throw wrongPeriod('时段写作 2026-05、2026 或 2026-W21');
  const today = dayOf(now);
  if (stretch.from > today) throw wrongPeriod('这个时段还没有开始');
  const ended = stretch.to < today;
  return { ...stretch, to: ended ? stretch.to : today, asOf: ended ? endOf(stretch.to) : now };
}

/**
 * The facts of a bulletin with the practices picked for it. Throws `invalid` for a period that is none or has not
 * begun, and for a special bulletin on no section of the plan.
 */
export async function gatherFacts(tx: Tx, wanted: Wanted, id: BulletinId | null): Promise<Facts> {
  const { db, domainId } = tx;
  const { from, to, before, next, asOf } = stretchOf(wanted, tx.clock());
  const { year } = partsOf(to);
  const scope: Scope = { domainId, year, asOf, chapter: wanted.chapter };
  const chapter = await chapterOf(db, scope, wanted);
  const comparable = partsOf(before).year === year;
  const earlier = { ...scope, asOf: endOf(before) };
  return {
    ...wanted,
    ...{ from, to, chapter, asOf: asOf.toISOString(), street: await rootName(tx) },
    topic: await topicOfYear(db, domainId, year),
    ...(await counted(db, scope, from, to)),
    before: comparable ? (await counted(db, earlier, from, before)).total : null,
    groups: wanted.kind === 'special' ? [] : await groupsAsOf(db, scope, comparable ? endOf(before) : null),
    units: await progressOfUnits(db, scope),
    overdue: await overdueItems(tx, scope, to),
    orders: wanted.kind === 'special' ? [] : await namedOrders(db, scope, { from, to }),
    practices: await pickedFor(db, domainId, id),
    ...(await upcomingTasks(db, scope, next)),
    trend: await trendUntil(db, scope, wanted.kind, to),
  };
}
