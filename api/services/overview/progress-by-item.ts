import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { items, planPhases, planSections, plans, tasks } from '../../../db/schema/plans.ts';
import type { DomainId } from '../../../db/vocabulary.ts';
import { lightOfMany } from '../../domain/assignment/light.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Today } from '../tasks/assignment-row.ts';
import { lightSql } from '../tasks/light-sql.ts';

const counted = (light: ReturnType<typeof lightSql>, of: string) =>
  sql<number>`count(*) filter (where ${light} = ${of})::int`;

/**
 * Each item of the year's plan (责任事项) with how many of the assignments that have begun are done and overdue,
 * gathered by chapter in the plan's order: the five key tasks, the six lines of defence.
 */
export async function progressByItem(db: Database, domainId: DomainId, year: number, today: Today) {
  const light = lightSql(today.bounds);
  const rows = await db
    .select({
      chapter: items.chapter,
      chapterTitle: planSections.title,
      code: items.code,
      section: items.section,
      title: items.title,
      total: sql<number>`count(*)::int`,
      blue: counted(light, 'blue'),
      green: counted(light, 'green'),
      yellow: counted(light, 'yellow'),
      red: counted(light, 'red'),
    })
    .from(assignments)
    .innerJoin(tasks, and(eq(tasks.domainId, assignments.domainId), eq(tasks.id, assignments.taskId)))
    .innerJoin(items, and(eq(items.domainId, tasks.domainId), eq(items.id, tasks.itemId)))
    .innerJoin(plans, and(eq(plans.domainId, items.domainId), eq(plans.id, items.planId)))
    .leftJoin(
      planSections,
      and(
        eq(planSections.domainId, items.domainId),
        eq(planSections.planId, items.planId),
        eq(planSections.number, items.chapter),
      ),
    )
    .where(
      and(
        eq(assignments.domainId, domainId),
        eq(plans.year, year),
        eq(plans.state, 'confirmed'),
        lte(assignments.opensOn, today.day),
      ),
    )
    .groupBy(items.id, items.domainId, planSections.title)
    .orderBy(asc(items.position));
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

/** The plan's phases (阶段目标): the share done of what falls due within each. */
export async function progressByPhase(db: Database, domainId: DomainId, year: number, today: Day) {
  const rows = await db
    .select({
      name: planPhases.name,
      opensOn: planPhases.opensOn,
      closesOn: planPhases.closesOn,
      total: sql<number>`count(${assignments.id})::int`,
      done: sql<number>`(count(*) filter (where ${assignments.state} = 'done'))::int`,
    })
    .from(planPhases)
    .innerJoin(plans, and(eq(plans.domainId, planPhases.domainId), eq(plans.id, planPhases.planId)))
    .leftJoin(tasks, and(eq(tasks.domainId, plans.domainId), eq(tasks.planId, plans.id)))
    .leftJoin(
      assignments,
      and(
        eq(assignments.domainId, tasks.domainId),
        eq(assignments.taskId, tasks.id),
        sql`${assignments.dueOn} > ${planPhases.opensOn} and ${assignments.dueOn} <= ${planPhases.closesOn}`,
      ),
    )
    .where(and(eq(planPhases.domainId, domainId), eq(plans.year, year), eq(plans.state, 'confirmed')))
    .groupBy(planPhases.domainId, planPhases.planId, planPhases.position)
    .orderBy(asc(planPhases.position));
  return rows.map(({ total, done, ...phase }) => ({
    ...phase,
    share: total === 0 ? null : done / total,
    current: phase.opensOn <= today && today <= phase.closesOn,
  }));
}
