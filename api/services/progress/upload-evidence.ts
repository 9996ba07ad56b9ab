import { and, eq } from 'drizzle-orm';
import { assignments } from '../../../db/schema/assignments.ts';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found, Refusal } from '../../errors.ts';
import { keepFile } from '../files/keep-file.ts';
import { attachEvidence } from './attach-evidence.ts';

export interface Upload {
  assignmentId: AssignmentId;
  name: string;
  bytes: Uint8Array;
}

/**
 * Keeps an uploaded file and attaches it as evidence (上传证明材料); nothing is kept of one who may not. Throws
 * `forbidden`, `notFound`, `tooLarge`, `invalid` (the kind of file) and `conflict` where the task is done or has the
 * file already.
 */
export async function uploadEvidence(ctx: Context, { assignmentId, name, bytes }: Upload): Promise<void> {
  const [row] = await ctx.read((db) =>
    db
      .select({ unitId: assignments.unitId })
      .from(assignments)
      .where(and(eq(assignments.domainId, ctx.domainId), eq(assignments.id, assignmentId))),
  );
  permit(ctx, 'evidence.add', found(row, '任务').unitId);
  const { hash } = await keepFile(ctx, bytes);
  if (await attachEvidence(ctx, { assignmentId, fileHash: hash, name })) return;
  throw new Refusal('conflict', 'attachedAlready', '这个文件已经附过了，不用再传');
}
