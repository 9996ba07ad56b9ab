/** Writing down what was found (填写检查结果), and correcting it after the inspection is completed (更正). */
import { and, eq, ne } from 'drizzle-orm';
import { inspectionFindings, inspectionProblems } from '../../../db/schema/inspection.ts';
import type { Day, FindingId, InspectionId, Verdict } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { type Fault, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { itemsOf } from './check-lists.ts';
import { standingFindings } from './findings.ts';
import {
  addProblemEvent,
  holdInspection,
  type InspectionRow,
  raiseProblem,
  unlessInspector,
  unlessRetired,
} from './inspection-state.ts';

export interface Answer {
  item: number;
  verdict: Verdict;
  note?: string | undefined;
  /** The day by which it is to be put right; with `unmet` alone. */
  rectifyBy?: Day | undefined;
  /** The finding that stood when the caller looked, null where there was none: nobody overwrites another unseen. */
  replaces: FindingId | null;
}

type Written = Pick<Answer, 'item' | 'verdict' | 'replaces'> & { note: string | null; rectifyBy: Day | null };

/** Whatever is wrong with the answers themselves, each with its place. */
function faultsIn(answers: readonly Written[], items: ReadonlySet<number>, heldOn: Day): Fault[] {
  const seen = new Set<number>();
  return answers.flatMap(({ item, verdict, note, rectifyBy }, at) => {
    const faults: Fault[] = [];
    const fault = (field: string, message: string) =>
      faults.push({ path: `answers[${at}].${field}`, message });
    if (!items.has(item)) fault('item', '清单里没有这一项');
    if (seen.has(item)) fault('item', '同一项写了两次');
    seen.add(item);
    if (verdict === 'unmet' && note === null) fault('note', '请写明发现的问题');
    if (verdict === 'unmet' && rectifyBy === null) fault('rectifyBy', '请写明整改期限');
    if (rectifyBy !== null && rectifyBy < heldOn) fault('rectifyBy', '整改期限不能早于检查日期');
    return faults;
  });
}

const written = ({ item, verdict, replaces, note = '', rectifyBy }: Answer): Written => ({
  item,
  verdict,
  replaces,
  note: note.trim() === '' ? null : maskPersonalData(note.trim()).text,
  rectifyBy: verdict === 'unmet' ? (rectifyBy ?? null) : null,
});

/** A completed inspection's problems follow its findings: raised, corrected in words and day, or withdrawn. */
async function correctProblem(tx: Tx, inspection: InspectionRow, { item, note, rectifyBy }: Written) {
  const at = inspection.completedAt ?? tx.clock();
  const [problem] = await tx.db
    .select()
    .from(inspectionProblems)
    .where(
      and(
        eq(inspectionProblems.domainId, tx.domainId),
        eq(inspectionProblems.inspectionId, inspection.id),
        eq(inspectionProblems.item, item),
        ne(inspectionProblems.state, 'withdrawn'),
      ),
    )
    .for('update');
  if (note === null || rectifyBy === null) {
    if (problem !== undefined) await addProblemEvent(tx, problem, { kind: 'withdrawn', at });
  } else if (problem === undefined) {
    await raiseProblem(tx, inspection, { item, text: note, dueOn: rectifyBy, at });
  } else if (problem.text !== note || problem.dueOn !== rectifyBy) {
    await addProblemEvent(tx, problem, { kind: 'moved', note, untilOn: rectifyBy });
  }
}

/**
 * Writes down what was found on one item or several; each takes the place of the finding that it names. Once the
 * inspection is completed this corrects it, and its problems with it: what it was known as on the days before stays.
 * Throws `forbidden`, `notFound`, `invalid`, and `conflict` for who is no inspector, where it is cancelled, the unit is
 * no more, or somebody else has answered an item since.
 */
export async function recordFindings(
  ctx: Context,
  { inspectionId, answers }: { inspectionId: InspectionId; answers: readonly Answer[] },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = await holdInspection(tx, inspectionId);
    const { row } = held;
    permit(tx, 'inspection.record', row.unitId);
    await unlessInspector(tx, inspectionId);
    if (row.state === 'planned') unlessRetired(held, tx.clock());
    if (row.state === 'cancelled') throw new Refusal('conflict', 'cancelled', '检查已经取消');
    const { domainId, db } = tx;
    const items = new Set((await itemsOf(db, domainId, row.listId)).map(({ item }) => item));
    const found = answers.map(written);
    const faults = faultsIn(found, items, row.heldOn);
    if (faults.length > 0) throw new Refusal('invalid', 'invalid', '填写的内容有误', faults);
    const standing = await standingFindings(db, domainId, inspectionId);
    const last = new Map(standing.map((finding) => [finding.item, finding.id]));
    const overtaken = found.filter(({ item, replaces }) => (last.get(item) ?? null) !== replaces);
    if (overtaken.length > 0) {
      const which = overtaken.map(({ item }) => item).join('、');
      throw new Refusal('conflict', 'answeredSince', `第${which}项刚被别人填写过，请对照后再填`);
    }
    await db.insert(inspectionFindings).values(
      found.map(({ replaces, ...finding }) => ({
        ...finding,
        ...{ domainId, inspectionId, listId: row.listId, follows: replaces, recordedAt: tx.wall() },
        personId: personOf(tx),
        channel: tx.channel,
      })),
    );
    if (row.state === 'completed') for (const each of found) await correctProblem(tx, row, each);
    await recordAudit(
      tx,
      row.state === 'completed' ? 'inspection.correct' : 'inspection.record',
      `inspection:${inspectionId}`,
      {
        unitId: row.unitId,
        items: found.map(({ item }) => item).join(','),
      },
    );
  });
}
