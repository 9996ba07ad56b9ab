/** Files of an inspection (检查材料): what the inspectors saw, and what the unit shows of having put it right. */
import { and, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { files } from '../../../db/schema/assignments.ts';
import { inspectionEvidence, inspections } from '../../../db/schema/inspection.ts';
import type { InspectionEvidenceId, InspectionId, ProblemId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { mayHappen } from '../../domain/inspection/problem.ts';
import { found, notFound, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { keepFile } from '../files/keep-file.ts';
import { itemsOf } from './check-lists.ts';
import { holdInspection, holdProblem, unlessInspector } from './inspection-state.ts';
import { shownTo } from './list-inspections.ts';

interface File {
  name: string;
  bytes: Uint8Array;
}

/** Writes the file down; the same file at the same place twice is kept once. */
async function add(
  tx: Tx,
  {
    unitId,
    ...of
  }: Pick<typeof inspectionEvidence.$inferInsert, 'inspectionId' | 'listId' | 'item' | 'problemId'> & {
    unitId: UnitId;
  },
  { name, hash }: { name: string; hash: string },
): Promise<void> {
  const [added] = await tx.db
    .insert(inspectionEvidence)
    .values({
      ...of,
      ...{ domainId: tx.domainId, fileHash: hash, name: name.trim().slice(0, 200) || '材料' },
      ...{ at: tx.clock(), personId: personOf(tx) },
    })
    .onConflictDoNothing()
    .returning({ id: inspectionEvidence.id });
  if (added === undefined) return;
  await recordAudit(tx, 'inspection.attach', `inspection:${of.inspectionId}`, { unitId, item: of.item });
}

/**
 * Attaches a file to an item (检查照片); nothing is kept of one who may not. Throws `forbidden`, `notFound`, `tooLarge`,
 * `invalid` (the kind of file) and `conflict` for who is no inspector, or where the inspection is cancelled.
 */
export async function attachToItem(
  ctx: Context,
  { inspectionId, item, ...file }: File & { inspectionId: InspectionId; item: number },
): Promise<void> {
  const { listId, unitId } = await ctx.transaction(async (tx) => {
    const { row } = await holdInspection(tx, inspectionId);
    permit(tx, 'inspection.record', row.unitId);
    await unlessInspector(tx, inspectionId);
    if (row.state === 'cancelled') throw new Refusal('conflict', 'cancelled', '检查已经取消');
    const items = await itemsOf(tx.db, tx.domainId, row.listId);
    found(
      items.find((each) => each.item === item),
      '检查项',
    );
    return row;
  });
  const { hash } = await keepFile(ctx, file.bytes);
  await ctx.transaction((tx) => add(tx, { unitId, inspectionId, listId, item }, { name: file.name, hash }));
}

/**
 * Attaches a file to a problem (整改材料); gives the inspection it is of. Throws `forbidden`, `notFound`, `tooLarge`, `invalid` (the kind of file) and
 * `conflict` where the problem does not wait to be put right.
 */
export async function attachToProblem(
  ctx: Context,
  { problemId, ...file }: File & { problemId: ProblemId },
): Promise<InspectionId> {
  const waiting = async (tx: Tx) => {
    const problem = await holdProblem(tx, problemId);
    permit(tx, 'inspection.rectify', problem.unitId);
    if (!mayHappen('reported', problem.state)) {
      throw new Refusal('conflict', 'attached', '这个问题现在不能附材料');
    }
    return problem;
  };
  await ctx.transaction(waiting);
  const { hash } = await keepFile(ctx, file.bytes);
  return ctx.transaction(async (tx) => {
    const { unitId, inspectionId, listId, item } = await waiting(tx);
    await add(tx, { unitId, inspectionId, listId, item, problemId }, { name: file.name, hash });
    return inspectionId;
  });
}

/** The bytes, type and name of a file. Throws `notFound`, and `forbidden` outside one's units or before completion. */
export async function readInspectionEvidence(ctx: Context, id: InspectionEvidenceId) {
  const [row] = await ctx.read((db) =>
    db
      .select({
        name: inspectionEvidence.name,
        hash: files.hash,
        type: files.type,
        unitId: inspections.unitId,
        state: inspections.state,
      })
      .from(inspectionEvidence)
      .innerJoin(files, refersTo(inspectionEvidence, 'fileHash', files, 'hash'))
      .innerJoin(inspections, refersTo(inspectionEvidence, 'inspectionId', inspections))
      .where(and(eq(inspectionEvidence.domainId, ctx.domainId), eq(inspectionEvidence.id, id))),
  );
  const piece = found(row, '材料');
  permit(ctx, 'inspection.see', piece.unitId);
  if (!shownTo(ctx, piece)) throw notFound('材料');
  return { name: piece.name, type: piece.type, bytes: await ctx.files.get(piece.hash) };
}
