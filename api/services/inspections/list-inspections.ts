/** The list of inspections (调度检查), with how each went and what problems it found. */
import { and, asc, desc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { checkItems, checkLists } from '../../../db/schema/check-lists.ts';
import {
  inspectionFindings,
  inspectionProblems,
  inspections,
  inspectors,
} from '../../../db/schema/inspection.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { InspectionId, InspectionState, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, reach } from '../../context.ts';
import { isOverdue, UNSETTLED_STATES } from '../../domain/inspection/problem.ts';
import { scopeOf } from '../../domain/permissions.ts';
import { lastDayOfMonth } from '../../domain/time/day.ts';
import { workingDaysLate } from '../../domain/time/working-days.ts';
import { type Today, todayOf } from '../tasks/assignment-row.ts';
import { standing } from './findings.ts';
import type { ProblemRow } from './inspection-state.ts';

export interface InspectionFilter {
  unit?: UnitId | undefined;
  /** `unsettled` are those with problems that are not settled yet. */
  state?: InspectionState | 'unsettled' | undefined;
  /** `2026-06` */
  month?: string | undefined;
}

const MOST = 200;

/** A unit sees an inspection once it is completed; those who inspect and lead see it from its planning. */
export const shownTo = (ctx: Context, { state }: { state: InspectionState }): boolean =>
  state === 'completed' || reach(ctx, 'inspection.see') === 'all';

const unsettled = sql`exists (select 1 from ${inspectionProblems}
  where ${inspectionProblems.domainId} = ${inspections.domainId}
    and ${inspectionProblems.inspectionId} = ${inspections.id}
    and ${inArray(inspectionProblems.state, [...UNSETTLED_STATES])})`;

function conditions(ctx: Context, { unit, state, month }: InspectionFilter): SQL | undefined {
  const own =
    reach(ctx, 'inspection.see') === 'own' && ctx.actor.kind === 'person' ? ctx.actor.unitIds : null;
  const [year, number] = (month ?? '').split('-').map(Number);
  return and(
    eq(inspections.domainId, ctx.domainId),
    own === null ? undefined : and(inArray(inspections.unitId, [...own]), eq(inspections.state, 'completed')),
    unit === undefined ? undefined : eq(inspections.unitId, unit),
    state === undefined ? undefined : state === 'unsettled' ? unsettled : eq(inspections.state, state),
    month === undefined
      ? undefined
      : and(
          gte(inspections.heldOn, sql`${`${month}-01`}`),
          lte(inspections.heldOn, lastDayOfMonth(year ?? 0, number ?? 0)),
        ),
  );
}

/** A problem as lists and pages show it. */
export const presentProblem = (problem: ProblemRow, { day, calendar }: Today) => ({
  id: problem.id,
  item: problem.item,
  text: problem.text,
  state: problem.state,
  dueOn: problem.dueOn,
  overdue: isOverdue(problem, day),
  workingDaysLate: isOverdue(problem, day) ? workingDaysLate(calendar, problem.dueOn, day) : 0,
  reportedAt: problem.reportedAt?.toISOString() ?? null,
  version: problem.version,
});

/** The query over inspections with unit and list; the caller adds the conditions. */
export const selectInspections = (db: Database) =>
  db
    .select({
      row: inspections,
      unit: units.shortName,
      list: { title: checkLists.title, version: checkLists.version },
      items: sql<number>`(select count(*)::int from ${checkItems}
        where ${checkItems.domainId} = ${inspections.domainId} and ${checkItems.listId} = ${inspections.listId})`,
    })
    .from(inspections)
    .innerJoin(units, refersTo(inspections, 'unitId', units))
    .innerJoin(checkLists, refersTo(inspections, 'listId', checkLists));

type Selected = Awaited<ReturnType<typeof selectInspections>>[number];

/** An inspection as lists and pages show it. */
export const presentInspection = ({ row, unit, list, items }: Selected) => ({
  id: row.id,
  unit: { id: row.unitId, name: unit },
  list: { id: row.listId, ...list, items },
  heldOn: row.heldOn,
  state: row.state,
  completedAt: row.completedAt?.toISOString() ?? null,
  version: row.version,
});

/** The names of those who inspect, of these inspections. */
export async function inspectorsOf(db: Database, ctx: Context, ids: readonly InspectionId[]) {
  if (ids.length === 0) return [];
  return db
    .select({ inspectionId: inspectors.inspectionId, id: people.id, name: people.name })
    .from(inspectors)
    .innerJoin(people, refersTo(inspectors, 'personId', people))
    .where(and(eq(inspectors.domainId, ctx.domainId), inArray(inspectors.inspectionId, [...ids])))
    .orderBy(asc(people.id));
}

/** How many items were met, unmet and did not apply, of these inspections. */
async function countsOf(db: Database, ctx: Context, ids: readonly InspectionId[]) {
  if (ids.length === 0) return [];
  const having = (verdict: string) =>
    sql<number>`(count(*) filter (where ${inspectionFindings.verdict} = ${verdict}))::int`;
  return db
    .select({
      inspectionId: inspectionFindings.inspectionId,
      met: having('met'),
      unmet: having('unmet'),
      notApplicable: having('notApplicable'),
    })
    .from(inspectionFindings)
    .where(
      and(
        eq(inspectionFindings.domainId, ctx.domainId),
        inArray(inspectionFindings.inspectionId, [...ids]),
        standing,
      ),
    )
    .groupBy(inspectionFindings.inspectionId);
}

/** Inspections (调度检查), those to come first, then the latest; 200 at most. A liaison sees completed ones of the own units. */
export async function listInspections(ctx: Context, filter: InspectionFilter) {
  const where = conditions(ctx, filter);
  const today = await todayOf(ctx);
  return ctx.read(async (db) => {
    const rows = await selectInspections(db)
      .where(where)
      .orderBy(sql`${inspections.state} <> 'planned'`, desc(inspections.heldOn), desc(inspections.id))
      .limit(MOST);
    const ids = rows.map(({ row }) => row.id);
    const names = await inspectorsOf(db, ctx, ids);
    const counts = new Map((await countsOf(db, ctx, ids)).map((each) => [each.inspectionId, each]));
    const problems =
      ids.length === 0
        ? []
        : await db
            .select()
            .from(inspectionProblems)
            .where(
              and(
                eq(inspectionProblems.domainId, ctx.domainId),
                inArray(inspectionProblems.inspectionId, ids),
              ),
            )
            .orderBy(asc(inspectionProblems.dueOn), asc(inspectionProblems.item));
    return rows.map((each) => {
      const { id } = each.row;
      const { met = 0, unmet = 0, notApplicable = 0 } = counts.get(id) ?? {};
      return {
        ...presentInspection(each),
        inspectors: names.filter(({ inspectionId }) => inspectionId === id).map(({ name }) => name),
        found: { met, unmet, notApplicable },
        problems: problems
          .filter(({ inspectionId, state }) => inspectionId === id && state !== 'withdrawn')
          .map((problem) => presentProblem(problem, today)),
      };
    });
  });
}

/** What an inspection is planned with (安排检查): who may inspect, and the lists in use. */
export async function inspectionChoices(ctx: Context) {
  permit(ctx, 'inspection.plan');
  return ctx.read(async (db) => {
    const active = await db
      .select({ id: people.id, name: people.name, role: people.role, unitId: people.unitId })
      .from(people)
      .where(and(eq(people.domainId, ctx.domainId), eq(people.active, true)))
      .orderBy(asc(people.id));
    const lists = await db
      .select({
        id: checkLists.id,
        title: checkLists.title,
        version: checkLists.version,
        group: checkLists.group,
      })
      .from(checkLists)
      .where(and(eq(checkLists.domainId, ctx.domainId), eq(checkLists.state, 'published')))
      .orderBy(asc(checkLists.id));
    return { inspectors: active.filter(({ role }) => scopeOf(role, 'inspection.record') !== null), lists };
  });
}
