/** Reading an inspection or one of its problems under a lock, and writing what happened to it. */
import { and, eq, sql } from 'drizzle-orm';
import {
  inspectionEvents,
  inspectionProblems,
  inspections,
  inspectors,
} from '../../../db/schema/inspection.ts';
import { units } from '../../../db/schema/units.ts';
import type {
  Day,
  DomainId,
  InspectionEventKind,
  InspectionId,
  ProblemEventKind,
  ProblemId,
} from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import { after, mayHappen, OBSTACLE_WORDS, type ProblemAct } from '../../domain/inspection/problem.ts';
import { found, Refusal } from '../../errors.ts';

export type InspectionRow = typeof inspections.$inferSelect;
export type ProblemRow = typeof inspectionProblems.$inferSelect;

export interface HeldInspection {
  row: InspectionRow;
  unit: { name: string; retiredAt: Date | null };
}

const changedSince = (): Refusal => new Refusal('conflict', 'changedSince', '别人刚刚改动过，请刷新后再试');

/** Which row of a table with a number: of a sub-district, that one. */
const oneOf = (table: typeof inspections | typeof inspectionProblems, domainId: DomainId, id: number) =>
  and(eq(table.domainId, domainId), sql`${table.id} = ${id}`);

/** Locks an inspection for this transaction. Throws `notFound`. */
export async function holdInspection(tx: Tx, id: InspectionId): Promise<HeldInspection> {
  const [row] = await tx.db
    .select()
    .from(inspections)
    .where(oneOf(inspections, tx.domainId, id))
    .for('update');
  const held = found(row, '检查');
  const [unit] = await tx.db
    .select({ name: units.shortName, retiredAt: units.retiredAt })
    .from(units)
    .where(and(eq(units.domainId, tx.domainId), eq(units.id, held.unitId)));
  return { row: held, unit: found(unit, '单位') };
}

/** Throws `conflict` where somebody else has changed it since the caller looked. */
export function unchanged(row: { version: number }, version: number): void {
  if (row.version !== version) throw changedSince();
}

/** Throws `conflict` where the unit is no more (单位已撤销). */
export function unlessRetired({ unit }: Pick<HeldInspection, 'unit'>, now: Date): void {
  if (unit.retiredAt !== null && unit.retiredAt <= now) {
    throw new Refusal('conflict', 'unitRetired', `${unit.name}已经撤销，不能检查`);
  }
}

/** Throws `conflict` where the actor is not one of the inspectors; the product itself may do all. */
export async function unlessInspector(tx: Tx, inspectionId: InspectionId): Promise<void> {
  if (tx.actor.kind === 'system') return;
  const [named] = await tx.db
    .select({ id: inspectors.personId })
    .from(inspectors)
    .where(
      and(
        eq(inspectors.domainId, tx.domainId),
        eq(inspectors.inspectionId, inspectionId),
        eq(inspectors.personId, tx.actor.id),
      ),
    );
  if (named === undefined) {
    throw new Refusal('conflict', 'notInspector', '您不是这次检查的检查人员，请先列入检查人员');
  }
}

interface Happened {
  /** From when it counts, where that is earlier than now: for a correction, when what it corrects did. */
  at?: Date;
  note?: string | null;
  untilOn?: Day | null;
}

const eventOf = (
  tx: Tx,
  inspectionId: InspectionId,
  {
    kind,
    problemId = null,
    at = tx.clock(),
    note = null,
    untilOn = null,
  }: Happened & {
    kind: InspectionEventKind;
    problemId?: ProblemId | null;
  },
) => ({
  ...{ domainId: tx.domainId, inspectionId, problemId, kind, at, recordedAt: tx.wall(), note, untilOn },
  personId: personOf(tx),
  channel: tx.channel,
});

/** Adds an event to an inspection and changes its row with it. */
export async function addEvent(
  tx: Tx,
  { row }: HeldInspection,
  event: Happened & { kind: 'changed' | 'cancelled' | 'completed' },
  changed: Partial<InspectionRow> = {},
): Promise<void> {
  await tx.db.insert(inspectionEvents).values(eventOf(tx, row.id, event));
  await tx.db
    .update(inspections)
    .set({ ...changed, version: sql`${inspections.version} + 1` })
    .where(oneOf(inspections, tx.domainId, row.id));
}

/** The event with which an inspection begins. */
export const plannedEvent = (tx: Tx, inspectionId: InspectionId, heldOn: Day) =>
  tx.db.insert(inspectionEvents).values(eventOf(tx, inspectionId, { kind: 'planned', untilOn: heldOn }));

/** Raises a problem (列入问题) of an inspection that is completed or being so. */
export async function raiseProblem(
  tx: Tx,
  { id, unitId, listId }: InspectionRow,
  found_: { item: number; text: string; dueOn: Day; at?: Date },
): Promise<ProblemId> {
  const { item, text, dueOn, at } = found_;
  const [added] = await tx.db
    .insert(inspectionProblems)
    .values({ domainId: tx.domainId, inspectionId: id, unitId, listId, item, text, dueOn })
    .returning({ id: inspectionProblems.id });
  const problemId = found(added, '问题').id;
  const raised = { kind: 'raised', problemId, note: text, untilOn: dueOn, ...(at && { at }) } as const;
  await tx.db.insert(inspectionEvents).values(eventOf(tx, id, raised));
  return problemId;
}

/** Locks a problem for this transaction. Throws `notFound`. */
export async function holdProblem(tx: Tx, id: ProblemId): Promise<ProblemRow> {
  const [row] = await tx.db
    .select()
    .from(inspectionProblems)
    .where(oneOf(inspectionProblems, tx.domainId, id))
    .for('update');
  return found(row, '问题');
}

/**
 * Adds an event to a held problem and writes what it comes to. Throws `conflict` where this may not happen to it as it
 * stands.
 */
export async function addProblemEvent(
  tx: Tx,
  problem: ProblemRow,
  event: Happened & { kind: ProblemAct },
): Promise<void> {
  if (!mayHappen(event.kind, problem.state)) {
    throw new Refusal('conflict', event.kind, OBSTACLE_WORDS[event.kind]);
  }
  const row = eventOf(tx, problem.inspectionId, { ...event, problemId: problem.id });
  await tx.db.insert(inspectionEvents).values(row);
  const kind: ProblemEventKind = event.kind;
  await tx.db
    .update(inspectionProblems)
    .set({ ...after(problem, { ...row, kind }), version: sql`${inspectionProblems.version} + 1` })
    .where(oneOf(inspectionProblems, tx.domainId, problem.id));
}
