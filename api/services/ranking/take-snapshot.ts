import { snapshots } from '../../../db/schema/assessment.ts';
import { type Context, permit } from '../../context.ts';
import { type Day, dayOf, endOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { scoreAsOf } from './score-as-of.ts';

/**
 * Keeps the scores and ranks of a day (每日得分) for the trend, as of its end, so that they are the ranking of that day
 * however late they are taken; taken before midnight they are of what is known so far. Taking them twice keeps the
 * first. Gives how many units were kept: none in a year without a scheme. Throws `invalid` for a day that has not come.
 */
export async function takeSnapshot(ctx: Context, day: Day = dayOf(ctx.clock())): Promise<{ units: number }> {
  permit(ctx, 'job.run');
  if (day > dayOf(ctx.clock())) {
    const fault = { path: 'day', message: '这一天还没有到' };
    throw new Refusal('invalid', 'future', fault.message, [fault]);
  }
  return ctx.transaction(async (tx) => {
    const scored = await scoreAsOf(tx.db, tx.domainId, { asOf: endOf(day) });
    const rows = (scored?.results ?? []).flatMap((result) => {
      const unit = scored?.units.get(result.unitId);
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
    if (rows.length === 0) return { units: 0 };
    const kept = await tx.db
      .insert(snapshots)
      .values(rows)
      .onConflictDoNothing()
      .returning({ unitId: snapshots.unitId });
    if (kept.length > 0) await recordAudit(tx, 'snapshot.take', `day:${day}`, { units: kept.length });
    return { units: kept.length };
  });
}
