import { and, eq, notInArray } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type { AssignmentId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { taskAndPeriod } from './evidence-piece.ts';

/**
 * The other tasks of a unit that have a file as evidence already (一图多用), as 2.1-3（2026年5月）. Throws `forbidden`
 * outside one's units.
 */
export async function otherUses(
  ctx: Context,
  { fileHash, unitId, than }: { fileHash: string; unitId: UnitId; than: readonly AssignmentId[] },
): Promise<string[]> {
  permit(ctx, 'evidence.see', unitId);
  const rows = await ctx.read((db) =>
    db
      .select({ code: tasks.code, period: assignments.period })
      .from(evidence)
      .innerJoin(assignments, refersTo(evidence, 'assignmentId', assignments))
      .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
      .where(
        and(
          eq(evidence.domainId, ctx.domainId),
          eq(evidence.fileHash, fileHash),
          eq(assignments.unitId, unitId),
          notInArray(assignments.id, [...than]),
        ),
      )
      .orderBy(evidence.id)
      .limit(3),
  );
  return rows.map(taskAndPeriod);
}
