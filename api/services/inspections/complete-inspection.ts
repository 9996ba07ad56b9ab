import type { Context } from '../../context.ts';
import { permit } from '../../context.ts';
import { lackOf, tally } from '../../domain/inspection/tally.ts';
import { completedText, lackText } from '../../domain/inspection/words.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { tellUnit } from '../supervision/tell-unit.ts';
import { itemsOf, readCheckList } from './check-lists.ts';
import { standingFindings } from './findings.ts';
import {
  addEvent,
  holdInspection,
  raiseProblem,
  unchanged,
  unlessInspector,
  unlessRetired,
} from './inspection-state.ts';
import type { LookedAt } from './plan-inspection.ts';

/**
 * Completes an inspection (完成检查): what is not met becomes the unit's problems, each with its day, and the unit's room
 * is told. Throws `forbidden`, `notFound`, and `conflict` for who is no inspector, where it was changed since, is not
 * waiting, the unit is no more, an item is unanswered, or nothing applies.
 */
export async function completeInspection(
  ctx: Context,
  { inspectionId, version, link }: LookedAt & { link: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = await holdInspection(tx, inspectionId);
    const { row, unit } = held;
    permit(tx, 'inspection.record', row.unitId);
    await unlessInspector(tx, inspectionId);
    unchanged(row, version);
    if (row.state !== 'planned') throw new Refusal('conflict', row.state, '检查已经完成或取消');
    unlessRetired(held, tx.clock());
    const { domainId, db } = tx;
    const findings = await standingFindings(db, domainId, inspectionId);
    const items = await itemsOf(db, domainId, row.listId);
    const verdicts = new Map(findings.map(({ item, verdict }) => [item, verdict]));
    const sum = tally(
      items.map(({ item, weight }) => ({ item, weight, verdict: verdicts.get(item) ?? null })),
    );
    const lack = lackOf(sum, row.heldOn, dayOf(tx.clock()));
    if (lack !== null) throw new Refusal('conflict', lack, lackText(lack, sum));
    await addEvent(tx, held, { kind: 'completed' }, { state: 'completed', completedAt: tx.clock() });
    const problems = findings.flatMap(({ item, note, rectifyBy }) =>
      note === null || rectifyBy === null ? [] : [{ item, text: note, dueOn: rectifyBy }],
    );
    for (const problem of problems) await raiseProblem(tx, row, problem);
    const { title } = await readCheckList(db, domainId, row.listId);
    const told = { unit: unit.name, heldOn: row.heldOn, title, tally: sum, problems, link };
    await tellUnit(tx, row.unitId, `inspection-completed:${inspectionId}`, completedText(told));
    await recordAudit(tx, 'inspection.complete', `inspection:${inspectionId}`, {
      unitId: row.unitId,
      met: sum.met,
      unmet: sum.unmet,
    });
  });
}
