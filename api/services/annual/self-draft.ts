import { and, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { annualDrafts } from '../../../db/schema/annual-lines.ts';
import type { AnnualId, DomainId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import type { Entered } from '../../domain/annual/values.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { holdAnnual, unless } from './annual-state.ts';
import { subjectOf } from './figures.ts';
import { lineOf, readSheet } from './lines.ts';

/** A line being written: a value that may still be wrong, and an explanation. */
export interface DraftLine {
  value?: Entered | null;
  note?: string;
}
export type DraftLines = Readonly<Record<string, DraftLine>>;

export interface Draft {
  lines: DraftLines;
  version: number;
  savedAt: Date | null;
}

/** A unit's draft; an empty one, of version 0, where nothing was written yet. */
export async function readDraft(
  db: Database,
  { domainId, annualId, unitId }: { domainId: DomainId; annualId: AnnualId; unitId: UnitId },
): Promise<Draft> {
  const [row] = await db
    .select({ lines: annualDrafts.lines, version: annualDrafts.version, savedAt: annualDrafts.savedAt })
    .from(annualDrafts)
    .where(
      and(
        eq(annualDrafts.domainId, domainId),
        eq(annualDrafts.annualId, annualId),
        eq(annualDrafts.unitId, unitId),
      ),
    );
  return row === undefined
    ? { lines: {}, version: 0, savedAt: null }
    : { ...row, lines: row.lines as DraftLines };
}

export interface DraftToSave {
  annualId: AnnualId;
  unitId: UnitId;
  /** The version that was looked at; 0 for the first. */
  version: number;
  lines: DraftLines;
}

/**
 * Keeps a unit's self-assessment while it is being written (保存自评草稿). Gives the new version. Throws `forbidden`,
 * `notFound`, and `conflict` where the time is past or somebody else of the unit was faster.
 */
export async function saveDraft(ctx: Context, { annualId, unitId, version, lines }: DraftToSave) {
  permit(ctx, 'annual.claim', unitId);
  return ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    unless(annual.now.step === 'self' || annual.now.step === 'review' ? null : 'otherStep', annual);
    const sheet = await readSheet(tx.db, tx.domainId, annual);
    for (const code of Object.keys(lines)) lineOf(sheet, unitId, code);
    const kept = await readDraft(tx.db, { domainId: tx.domainId, annualId, unitId });
    if (kept.version !== version) {
      throw new Refusal('conflict', 'changedSince', '本单位的其他人刚刚改动了自评，请刷新后再试');
    }
    const now = { lines, version: version + 1, savedAt: tx.clock(), savedBy: personOf(tx) };
    await tx.db
      .insert(annualDrafts)
      .values({ domainId: tx.domainId, annualId, unitId, ...now })
      .onConflictDoUpdate({
        target: [annualDrafts.domainId, annualDrafts.annualId, annualDrafts.unitId],
        set: now,
      });
    await recordAudit(tx, 'annual.draft', subjectOf(annual), { unitId });
    return now.version;
  });
}
