import { and, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence, files } from '../../../db/schema/assignments.ts';
import type { EvidenceId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found } from '../../errors.ts';

/** The bytes, type and name of a piece of evidence. Throws `notFound`, and `forbidden` outside one's units. */
export async function readEvidence(ctx: Context, id: EvidenceId) {
  const [row] = await ctx.read((db) =>
    db
      .select({ name: evidence.name, hash: files.hash, type: files.type, unitId: assignments.unitId })
      .from(evidence)
      .innerJoin(files, refersTo(evidence, 'fileHash', files, 'hash'))
      .innerJoin(assignments, refersTo(evidence, 'assignmentId', assignments))
      .where(and(eq(evidence.domainId, ctx.domainId), eq(evidence.id, id))),
  );
  const piece = found(row, '材料');
  permit(ctx, 'evidence.see', piece.unitId);
  return { name: piece.name, type: piece.type, bytes: await ctx.files.get(piece.hash) };
}
