import { and, desc, eq, sql } from 'drizzle-orm';
import { items, planPhases, planSections, plans, tasks } from '../../../db/schema/plans.ts';
import type { ItemId, PlanId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { dayOfPlan, type PlanFile, type PlanTask } from '../../domain/plan/plan-file.ts';
import { chapterOf } from '../../domain/plan/sections.ts';
import type { Day } from '../../domain/time/day.ts';
import { type Fault, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { carryOver } from './carry-over.ts';
import { spreadPlan } from './spread-plan.ts';
import { type UnitsNamed, unitNames } from './unit-names.ts';

/** Everyday words for tasks that the bot listens for, by task code. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** A day of the plan's year, which the reader of the file has found to be one. */
function dayIn(year: number, text: string): Day {
  const found = dayOfPlan(year, text);
  if (found === undefined) throw new RangeError(`${year} has no ${text}`);
  return found;
}

/** Every name in the list that no unit goes by, or several do, with its place. */
function unknownNames(plan: PlanFile, unitsNamed: UnitsNamed): Fault[] {
  const faults: Fault[] = [];
  const look = (names: readonly string[], path: string) => {
    for (const [i, name] of names.entries()) {
      const named = unitsNamed(name);
      if (named === 'nobody') faults.push({ path: `${path}[${i}]`, message: `没有叫“${name}”的单位` });
      if (named === 'several') faults.push({ path: `${path}[${i}]`, message: `有几个单位都叫“${name}”` });
    }
  };
  for (const [i, item] of plan.items.entries()) {
    look(item.lead, `items[${i}].lead`);
    look(item.support, `items[${i}].support`);
    for (const [j, task] of item.tasks.entries()) look(task.units, `items[${i}].tasks[${j}].units`);
  }
  return faults;
}

/** Supersedes the version in force, where there is one; gives it and the number of the next. */
async function supersede(tx: Tx, plan: PlanFile): Promise<{ version: number; before: PlanId | null }> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('plan', ${tx.domainId}))`);
  const same = and(eq(plans.domainId, tx.domainId), eq(plans.year, plan.year), eq(plans.title, plan.title));
  const [last] = await tx.db.select().from(plans).where(same).orderBy(desc(plans.version)).limit(1);
  const [before] = await tx.db
    .update(plans)
    .set({ state: 'superseded' })
    .where(and(same, eq(plans.state, 'confirmed')))
    .returning({ id: plans.id });
  return { version: (last?.version ?? 0) + 1, before: before?.id ?? null };
}

const only = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error('an insert gave back no row');
  return row;
};

async function addPlan(
  tx: Tx,
  plan: PlanFile,
  { version, sourceText }: { version: number; sourceText: string | undefined },
): Promise<PlanId> {
  const { domainId } = tx;
  const now = tx.clock();
  const { id } = only(
    await tx.db
      .insert(plans)
      .values({
        domainId,
        title: plan.title,
        year: plan.year,
        version,
        state: 'confirmed',
        sourceText,
        createdAt: now,
        confirmedAt: now,
        confirmedBy: personOf(tx),
      })
      .returning({ id: plans.id }),
  );
  const phases = plan.phases.map((phase, position) => ({
    domainId,
    planId: id,
    position,
    name: phase.name,
    opensOn: dayIn(plan.year, phase.from),
    closesOn: dayIn(plan.year, phase.to),
  }));
  if (phases.length > 0) await tx.db.insert(planPhases).values(phases);
  const sections = plan.sections.map((section, position) => ({ domainId, planId: id, ...section, position }));
  if (sections.length > 0) await tx.db.insert(planSections).values(sections);
  return id;
}

function taskRow(tx: Tx, planId: PlanId, itemId: ItemId, year: number, task: PlanTask, synonyms: Synonyms) {
  return {
    domainId: tx.domainId,
    planId,
    itemId,
    code: task.code,
    title: task.title,
    measure: task.measure,
    target: task.target ?? null,
    unitOfMeasure: task.unitOfMeasure ?? null,
    dueOn: task.due === undefined ? null : dayIn(year, task.due),
    everyWeeks: task.every?.weeks ?? null,
    everyMonths: task.every?.months ?? null,
    atMostMonths: task.every?.atMost?.months ?? null,
    givenTo: task.units,
    synonyms: [...(synonyms[task.code] ?? [])],
  };
}

async function addItems(tx: Tx, planId: PlanId, plan: PlanFile): Promise<Map<string, ItemId>> {
  const rows = await tx.db
    .insert(items)
    .values(
      plan.items.map((item, position) => ({
        domainId: tx.domainId,
        planId,
        code: item.code,
        section: item.section,
        chapter: chapterOf(item.section),
        title: item.title,
        quote: item.quote ?? '',
        ledBy: item.lead,
        supportedBy: item.support,
        position,
      })),
    )
    .returning({ id: items.id, code: items.code });
  return new Map(rows.map((row) => [row.code, row.id]));
}

/**
 * Loads a confirmed responsibility list (责任清单) as a plan of the sub-district; a plan of the same title and
 * year becomes its earlier version, and what both ask for goes on. Throws `invalid` with the place of each name that
 * is unknown or several units'; then nothing is stored.
 * Source: product.md, "Reading a plan document", last paragraph.
 */
export async function loadPlan(
  ctx: Context,
  plan: PlanFile,
  extras: { synonyms?: Synonyms; sourceText?: string } = {},
): Promise<PlanId> {
  permit(ctx, 'plan.edit');
  return ctx.transaction(async (tx) => {
    const unitsNamed = await unitNames(tx);
    const faults = unknownNames(plan, unitsNamed);
    if (faults.length > 0) throw new Refusal('invalid', 'unknownUnits', '责任清单里有不认识的单位', faults);

    const { version, before } = await supersede(tx, plan);
    const planId = await addPlan(tx, plan, { version, sourceText: extras.sourceText });
    const itemIds = await addItems(tx, planId, plan);
    const itemId = (code: string): ItemId => only([itemIds.get(code)].filter((id) => id !== undefined));

    const listed = plan.items.flatMap((item) => item.tasks.map((task) => ({ item, task })));
    const taskRows = listed.map(({ item, task }, position) => ({
      ...taskRow(tx, planId, itemId(item.code), plan.year, task, extras.synonyms ?? {}),
      position,
    }));
    if (taskRows.length > 0) await tx.db.insert(tasks).values(taskRows);
    await spreadPlan(tx, planId, unitsNamed);
    if (before !== null) await carryOver(tx, before, planId);
    await recordAudit(tx, 'plan.load', `plan:${planId}`, {
      version,
      items: plan.items.length,
      tasks: listed.length,
    });
    return planId;
  });
}
