import { snapshots } from '../../../db/schema/assessment.ts';
import { type Context, permit } from '../../context.ts';
import { type Day, dayOf } from '../../domain/time/day.ts';
import { asOfDay, scoreAsOf } from './score-as-of.ts';

/**
 * Keeps the scores and ranks of a day (每日得分) for the trend; taking it twice keeps the first. Gives how many units
 * were kept.
 */
export async function takeSnapshot(ctx: Context, day: Day = dayOf(ctx.clock())): Promise<{ units: number }> {
  permit(ctx, 'ranking.see');
  return ctx.transaction(async (tx) => {
    const scored = await scoreAsOf(tx.db, tx.domainId, asOfDay(day, tx.clock()));
    const rows = scored.results.flatMap((result) => {
      const unit = scored.units.get(result.unitId);
      if (unit === undefined) return [];
      return [
        {
          domainId: tx.domainId,
          day,
          rankingGroup: unit.group,
          unitId: result.unitId,
          total: result.total === null ? null : String(result.total),
          rank: result.rank,
          grade: result.grade,
          lines: result.lines,
        },
      ];
    });
    const kept = await tx.db
      .insert(snapshots)
      .values(rows)
      .onConflictDoNothing()
      .returning({ unitId: snapshots.unitId });
    return { units: kept.length };
  });
}
