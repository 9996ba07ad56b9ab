import { and, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { annualFiles } from '../../../db/schema/annual-lines.ts';
import { files } from '../../../db/schema/assignments.ts';
import type { AnnualFileId, AnnualFileUse, AnnualId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import type { Action } from '../../domain/permissions.ts';
import { found } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { keepFile } from '../files/keep-file.ts';
import { readAnnual } from './annual-state.ts';
import { subjectOf } from './figures.ts';
import { lineOf, readSheet } from './lines.ts';

export interface AnnualUpload {
  annualId: AnnualId;
  unitId: UnitId;
  indicator: string;
  use: AnnualFileUse;
  name: string;
  bytes: Uint8Array;
}

const NEEDS: Readonly<Record<AnnualFileUse, Action>> = {
  claim: 'annual.claim',
  override: 'annual.override',
  objection: 'annual.object',
};

/**
 * Keeps a file at a line of the assessment (上传佐证); the same file twice is kept once. Gives its number. Throws
 * `forbidden`, `notFound`, `tooLarge` and `invalid` (the kind of file).
 */
export async function addAnnualFile(ctx: Context, upload: AnnualUpload): Promise<AnnualFileId> {
  const { annualId, unitId, indicator, use, name, bytes } = upload;
  permit(ctx, NEEDS[use], unitId);
  const annual = await ctx.read((db) => readAnnual(db, ctx.domainId, annualId));
  lineOf(await ctx.read((db) => readSheet(db, ctx.domainId, annual)), unitId, indicator);
  const { hash } = await keepFile(ctx, bytes);
  return ctx.transaction(async (tx) => {
    const of = { domainId: tx.domainId, annualId, unitId, indicator, use, fileHash: hash };
    const [added] = await tx.db
      .insert(annualFiles)
      .values({
        ...of,
        name: name.trim().slice(0, 200) || '材料',
        at: tx.clock(),
        personId: personOf(tx),
      })
      .onConflictDoNothing()
      .returning({ id: annualFiles.id });
    if (added !== undefined) {
      await recordAudit(tx, 'annual.file', subjectOf(annual), { unitId, indicator, use });
      return added.id;
    }
    const [twice] = await tx.db
      .select({ id: annualFiles.id })
      .from(annualFiles)
      .where(
        and(
          eq(annualFiles.domainId, tx.domainId),
          eq(annualFiles.annualId, annualId),
          eq(annualFiles.unitId, unitId),
          eq(annualFiles.indicator, indicator),
          eq(annualFiles.use, use),
          eq(annualFiles.fileHash, hash),
        ),
      );
    return found(twice, '材料').id;
  });
}

/** The bytes, type and name of a file. Throws `notFound`, and `forbidden` outside one's units. */
export async function readAnnualFile(ctx: Context, id: AnnualFileId) {
  const [row] = await ctx.read((db) =>
    db
      .select({ name: annualFiles.name, hash: files.hash, type: files.type, unitId: annualFiles.unitId })
      .from(annualFiles)
      .innerJoin(files, refersTo(annualFiles, 'fileHash', files, 'hash'))
      .where(and(eq(annualFiles.domainId, ctx.domainId), eq(annualFiles.id, id))),
  );
  const file = found(row, '材料');
  permit(ctx, 'annual.evidence', file.unitId);
  return { name: file.name, type: file.type, bytes: await ctx.files.get(file.hash) };
}
