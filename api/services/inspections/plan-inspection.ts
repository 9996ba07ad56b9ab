/** Planning an inspection (安排检查): which unit, which day, by which list, by whom; changing and cancelling it. */
import { and, eq, inArray } from 'drizzle-orm';
import { inspections, inspectors } from '../../../db/schema/inspection.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { CheckListId, Day, InspectionId, PersonId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { scopeOf } from '../../domain/permissions.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCheckList } from './check-lists.ts';
import { addEvent, holdInspection, plannedEvent, unchanged, unlessRetired } from './inspection-state.ts';

const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', 'invalid', message, [{ path, message }]);

const subjectOf = (id: InspectionId): string => `inspection:${id}`;

/** Those who are to inspect a unit must be there, have the right to, and not be of the unit (回避). */
async function checkInspectors(tx: Tx, unitId: UnitId, ids: readonly PersonId[]): Promise<PersonId[]> {
  const wanted = [...new Set(ids)];
  const rows = await tx.db
    .select({ id: people.id, name: people.name, unitId: people.unitId, role: people.role })
    .from(people)
    .where(and(eq(people.domainId, tx.domainId), inArray(people.id, wanted), eq(people.active, true)));
  const fit = rows.filter(({ role }) => scopeOf(role, 'inspection.record') !== null);
  if (fit.length < wanted.length) throw invalid('inspectors', '检查人员只能是未保办或政法委的在职人员');
  const own = fit.find((person) => person.unitId === unitId);
  if (own !== undefined) throw invalid('inspectors', `${own.name}是被检查单位的人，应当回避`);
  return wanted;
}

async function setInspectors(tx: Tx, inspectionId: InspectionId, ids: readonly PersonId[]): Promise<void> {
  const { domainId } = tx;
  await tx.db
    .delete(inspectors)
    .where(and(eq(inspectors.domainId, domainId), eq(inspectors.inspectionId, inspectionId)));
  await tx.db.insert(inspectors).values(ids.map((personId) => ({ domainId, inspectionId, personId })));
}

export interface Planned {
  unitId: UnitId;
  listId: CheckListId;
  heldOn: Day;
  /** One at least. */
  inspectors: readonly PersonId[];
}

/**
 * Plans an inspection. Throws `forbidden`, `notFound`, `invalid` (the inspectors, a list for other units), and
 * `conflict` where the unit is no more or the list is not in use.
 */
export async function planInspection(ctx: Context, planned: Planned): Promise<InspectionId> {
  const { unitId, listId, heldOn } = planned;
  permit(ctx, 'inspection.plan', unitId);
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const [row] = await tx.db
      .select({ name: units.shortName, retiredAt: units.retiredAt, group: units.rankingGroup })
      .from(units)
      .where(and(eq(units.domainId, domainId), eq(units.id, unitId)));
    const unit = found(row, '单位');
    unlessRetired({ unit }, tx.clock());
    const list = await readCheckList(tx.db, domainId, listId);
    if (list.state !== 'published') throw new Refusal('conflict', 'listNotInUse', '这份清单不在使用中');
    if (list.group !== null && list.group !== unit.group) throw invalid('listId', '这份清单不适用于这个单位');
    const ids = await checkInspectors(tx, unitId, planned.inspectors);
    const [added] = await tx.db
      .insert(inspections)
      .values({ domainId, unitId, listId, heldOn })
      .returning({ id: inspections.id });
    const { id } = found(added, '检查');
    await setInspectors(tx, id, ids);
    await plannedEvent(tx, id, heldOn);
    await recordAudit(tx, 'inspection.plan', subjectOf(id), { unitId, heldOn });
    return id;
  });
}

/** An inspection as the caller looked at it. */
export interface LookedAt {
  inspectionId: InspectionId;
  version: number;
}

/**
 * Changes the day or the inspectors (调整); of a completed one the inspectors alone, since its day is part of what was
 * found. Throws `forbidden`, `notFound`, `invalid`, and `conflict` where it was changed since or is cancelled.
 */
export async function changeInspection(
  ctx: Context,
  { inspectionId, version, heldOn, inspectors: ids }: LookedAt & Pick<Planned, 'heldOn' | 'inspectors'>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = await holdInspection(tx, inspectionId);
    permit(tx, 'inspection.plan', held.row.unitId);
    unchanged(held.row, version);
    const { state } = held.row;
    if (state === 'cancelled') throw new Refusal('conflict', 'cancelled', '检查已经取消');
    if (state === 'completed' && heldOn !== held.row.heldOn) {
      throw new Refusal('conflict', 'completed', '检查已经完成，日期不能再改');
    }
    await setInspectors(tx, inspectionId, await checkInspectors(tx, held.row.unitId, ids));
    await addEvent(tx, held, { kind: 'changed', untilOn: heldOn }, { heldOn });
    await recordAudit(tx, 'inspection.change', subjectOf(inspectionId), { unitId: held.row.unitId, heldOn });
  });
}

/** Cancels an inspection that was not completed (取消). Throws `forbidden`, `notFound` and `conflict`. */
export async function cancelInspection(
  ctx: Context,
  { inspectionId, version, reason }: LookedAt & { reason: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = await holdInspection(tx, inspectionId);
    permit(tx, 'inspection.plan', held.row.unitId);
    unchanged(held.row, version);
    if (held.row.state !== 'planned') {
      throw new Refusal('conflict', held.row.state, '检查已经完成或取消，不能再取消');
    }
    await addEvent(tx, held, { kind: 'cancelled', note: reason }, { state: 'cancelled' });
    await recordAudit(tx, 'inspection.cancel', subjectOf(inspectionId), { unitId: held.row.unitId });
  });
}
