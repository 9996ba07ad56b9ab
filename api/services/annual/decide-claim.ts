import { and, eq } from 'drizzle-orm';
import { annualClaims, annualVerdicts } from '../../../db/schema/annual-lines.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { AnnualId, ClaimId, ClaimVerdict } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { toDecideClaim } from '../../domain/annual/decide.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { claimStateOf, readClaims } from './annual-records.ts';
import { holdAnnual, unless } from './annual-state.ts';
import { subjectOf } from './figures.ts';

export interface ClaimDecision {
  annualId: AnnualId;
  claimId: ClaimId;
  verdict: ClaimVerdict;
  /** Why it is returned; asked for then. */
  reason?: string | undefined;
}

/**
 * Confirms a value that a unit entered, from when it is the year's reported value, or returns it with a reason
 * (审核填报值). Throws `forbidden`, `notFound`, `invalid` without a reason, and `conflict` where it was decided already.
 */
export async function decideClaim(ctx: Context, { annualId, claimId, verdict, reason }: ClaimDecision) {
  permit(ctx, 'annual.verify');
  await ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const annual = await holdAnnual(tx, annualId);
    const [row] = await tx.db
      .select({ unitId: annualClaims.unitId, indicator: annualClaims.indicator })
      .from(annualClaims)
      .where(
        and(
          eq(annualClaims.domainId, domainId),
          eq(annualClaims.annualId, annualId),
          eq(annualClaims.id, claimId),
        ),
      );
    const { unitId, indicator } = found(row, '填报值');
    const [latest] = await readClaims(tx.db, { domainId, annualId, unitId, indicator });
    unless(toDecideClaim(annual.now, latest?.id === claimId ? claimStateOf(latest) : null), annual);
    const why = reason?.trim() ?? '';
    if (verdict === 'returned' && why === '') {
      const fault = { path: 'reason', message: '请写明退回原因' };
      throw new Refusal('invalid', 'reasonMissing', fault.message, [fault]);
    }
    const by = { at: tx.clock(), personId: personOf(tx) };
    await tx.db.insert(annualVerdicts).values({ domainId, claimId, verdict, reason: why || null, ...by });
    if (verdict === 'confirmed' && latest !== undefined) {
      const { value, note } = latest;
      await tx.db
        .insert(reportedValues)
        .values({ domainId, year: annual.year, indicator, unitId, value, note: note || null, ...by });
    }
    await recordAudit(tx, `annual.claim.${verdict}`, subjectOf(annual), { unitId, indicator });
  });
}
