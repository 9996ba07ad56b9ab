import { aliasedTable, and, asc, eq, gte, isNull, lt, lte, notExists, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { items, planPhases, planSections, plans, tasks } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId, Light } from '../../../db/vocabulary.ts';
import { lightOfMany } from '../../domain/assignment/light.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Today } from '../tasks/assignment-row.ts';
import { lightSql } from '../tasks/light-sql.ts';

/** The assignments of a task, as it is joined to them; a row without a unit is none that is asked for. */
const ofTask = and(
  eq(assignments.domainId, tasks.domainId),
  eq(assignments.taskId, tasks.id),
  isNull(assignments.withdrawnAt),
);
const ofUnit = and(
  eq(units.domainId, assignments.domainId),
  eq(units.id, assignments.unitId),
  isNull(units.retiredAt),
);
const total = sql<number>`count(${units.id})::int`;

/**
 * Each item of the year's plan (责任事项) with how many of the assignments that have begun are done and overdue,
 * gathered by chapter in the plan's order: the five key tasks, the six lines of defence. An item of which nothing has
 * begun stands there too.
 */
export async function progressByItem(db: Database, domainId: DomainId, year: number, today: Today) {
  const light = lightSql(today.bounds);
  const counted = (of: Light) => sql<number>`(count(${units.id}) filter (where ${light} = ${of}))::int`;
  const rows = await db
    .select({
      chapter: items.chapter,
      chapterTitle: planSections.title,
      code: items.code,
      section: items.section,
      title: items.title,
      total,
      blue: counted('blue'),
      green: counted('green'),
      yellow: counted('yellow'),
      red: counted('red'),
    })
    .from(items)
    .innerJoin(plans, refersTo(items, 'planId', plans))
    .leftJoin(
      planSections,
      and(
        eq(planSections.domainId, items.domainId),
        eq(planSections.planId, items.planId),
        eq(planSections.number, items.chapter),
      ),
    )
    .leftJoin(tasks, refersTo(tasks, 'itemId', items))
    .leftJoin(assignments, and(ofTask, lte(assignments.opensOn, today.day)))
    .leftJoin(units, ofUnit)
    .where(and(eq(items.domainId, domainId), eq(plans.year, year), eq(plans.state, 'confirmed')))
    .groupBy(items.domainId, items.id, planSections.title)
    .orderBy(asc(items.planId), asc(items.position));
  const chapters = [...new Set(rows.map((row) => row.chapter))];
  return chapters.map((number) => {
    const own = rows.filter((row) => row.chapter === number);
    return {
      number,
      title: own[0]?.chapterTitle ?? number,
      items: own.map(({ chapter: _, chapterTitle: __, ...item }) => ({
        code: item.code,
        title: item.title,
        section: item.section,
        total: item.total,
        done: item.blue,
        overdue: item.red,
        share: item.total === 0 ? null : item.blue / item.total,
        light: lightOfMany(item),
      })),
    };
  });
}

/**
 * The plan's phases (阶段目标): the share done of what falls due within each. A day on which one phase ends and the next
 * begins is of the one that ends.
 */
export async function progressByPhase(db: Database, domainId: DomainId, year: number, today: Day) {
  const earlier = aliasedTable(planPhases, 'earlier');
  const within = (phase: typeof planPhases | typeof earlier) =>
    and(lte(phase.opensOn, assignments.dueOn), gte(phase.closesOn, assignments.dueOn));
  const first = notExists(
    db
      .select({ one: sql`1` })
      .from(earlier)
      .where(
        and(
          eq(earlier.domainId, planPhases.domainId),
          eq(earlier.planId, planPhases.planId),
          lt(earlier.position, planPhases.position),
          within(earlier),
        ),
      ),
  );
  const rows = await db
    .select({
      planId: planPhases.planId,
      name: planPhases.name,
      opensOn: planPhases.opensOn,
      closesOn: planPhases.closesOn,
      total,
      done: sql<number>`(count(${units.id}) filter (where ${assignments.state} = 'done'))::int`,
    })
    .from(planPhases)
    .innerJoin(plans, refersTo(planPhases, 'planId', plans))
    .leftJoin(tasks, refersTo(tasks, 'planId', plans))
    .leftJoin(assignments, and(ofTask, within(planPhases), first))
    .leftJoin(units, ofUnit)
    .where(and(eq(planPhases.domainId, domainId), eq(plans.year, year), eq(plans.state, 'confirmed')))
    .groupBy(planPhases.domainId, planPhases.planId, planPhases.position)
    .orderBy(asc(planPhases.planId), asc(planPhases.position));
  const isNow = ({ opensOn, closesOn }: (typeof rows)[number]) => opensOn <= today && today <= closesOn;
  return rows.map(({ planId, total: all, done, ...phase }, index) => ({
    ...phase,
    share: all === 0 ? null : done / all,
    current: index === rows.findIndex((each) => each.planId === planId && isNow(each)),
  }));
}
