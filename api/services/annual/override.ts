import { and, eq } from 'drizzle-orm';
import { annualFiles, annualOverrides } from '../../../db/schema/annual-lines.ts';
import type { AnnualFileId, AnnualId, ObjectionId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { toOverride } from '../../domain/annual/decide.ts';
import { type Entered, faultOf, reachedOf } from '../../domain/annual/values.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type Annual, holdAnnual, unless } from './annual-state.ts';
import { subjectOf } from './figures.ts';
import { lineOf, readSheet } from './lines.ts';

export interface Override {
  annualId: AnnualId;
  unitId: UnitId;
  indicator: string;
  /** Null takes the earlier overrides of the line back. */
  value: Entered | null;
  reason: string;
  /** What it rests on, from `addAnnualFile`. */
  fileId?: AnnualFileId | undefined;
}

/** Writes an override of a held assessment's line, resting on a file or on an objection. */
export async function writeOverride(
  tx: Tx,
  annual: Annual,
  {
    unitId,
    indicator: code,
    value,
    reason,
    fileId,
    objectionId,
  }: Override & { objectionId?: ObjectionId | undefined },
): Promise<void> {
  const { indicator } = lineOf(await readSheet(tx.db, tx.domainId, annual), unitId, code);
  const message = value === null ? null : faultOf(indicator, value);
  if (message !== null) throw new Refusal('invalid', 'value', message, [{ path: 'value', message }]);
  await tx.db.insert(annualOverrides).values({
    domainId: tx.domainId,
    annualId: annual.id,
    unitId,
    indicator: code,
    value: value === null ? null : reachedOf(indicator, value),
    reason,
    fileId: fileId ?? null,
    objectionId: objectionId ?? null,
    at: tx.clock(),
    personId: personOf(tx),
  });
}

/**
 * Puts another value in the place of what was found (调整), with a reason and a file that it rests on; or takes that
 * back. Throws `forbidden`, `notFound`, `invalid`, and `conflict` outside 考评 and 复核 or without a file.
 */
export async function overrideValue(ctx: Context, override: Override) {
  permit(ctx, 'annual.override');
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, override.annualId);
    const { unitId, indicator, value, fileId } = override;
    unless(toOverride(annual.now, { withdraws: value === null, hasFile: fileId !== undefined }), annual);
    if (fileId !== undefined) {
      const [file] = await tx.db
        .select({ unitId: annualFiles.unitId })
        .from(annualFiles)
        .where(
          and(
            eq(annualFiles.domainId, tx.domainId),
            eq(annualFiles.annualId, annual.id),
            eq(annualFiles.unitId, unitId),
            eq(annualFiles.indicator, indicator),
            eq(annualFiles.id, fileId),
          ),
        );
      found(file, '调整依据');
    }
    await writeOverride(tx, annual, override);
    await recordAudit(
      tx,
      value === null ? 'annual.override.withdraw' : 'annual.override',
      subjectOf(annual),
      {
        unitId,
        indicator,
      },
    );
  });
}
