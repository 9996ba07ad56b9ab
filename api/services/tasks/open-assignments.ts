import { and, asc, eq, lte, ne } from 'drizzle-orm';
import { assignments } from '../../../db/schema/assignments.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { dayOf } from '../../domain/time/day.ts';
import { askedFor, present, selectAssignments, todayOf } from './assignment-row.ts';

/**
 * What a unit has open (在办任务): every assignment whose period has begun and that is not done, by due day. This is
 * what the bot listens for (with each task's everyday words) and what 我的任务 answers. Throws `forbidden` outside one's units.
 */
export async function openAssignments(ctx: Context, unitId: UnitId) {
  permit(ctx, 'assignment.see', unitId);
  const [today, rows] = await Promise.all([
    todayOf(ctx),
    ctx.read((db) =>
      selectAssignments(db)
        .where(
          and(
            eq(assignments.domainId, ctx.domainId),
            eq(assignments.unitId, unitId),
            ne(assignments.state, 'done'),
            lte(assignments.opensOn, dayOf(ctx.clock())),
            askedFor(),
          ),
        )
        .orderBy(asc(assignments.dueOn), asc(assignments.id)),
    ),
  ]);
  return rows.map((row) => ({ ...present(row, today), synonyms: row.synonyms }));
}
