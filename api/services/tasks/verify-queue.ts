import { and, asc, count, eq, inArray, not, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { inbox } from '../../../db/schema/chat.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { undone } from '../progress/undone.ts';
import { askedFor, present, selectAssignments, todayOf } from './assignment-row.ts';
import { piece, selectEvidence } from './evidence-piece.ts';

/** The last submission of each assignment that stands, with who said it and in which message. */
const submissionsOf = (db: Database, ctx: Context, ids: readonly AssignmentId[]) =>
  db
    .selectDistinctOn([progressRecords.assignmentId], {
      assignmentId: progressRecords.assignmentId,
      id: progressRecords.id,
      at: progressRecords.at,
      person: people.name,
      channel: progressRecords.channel,
      note: progressRecords.note,
      percent: progressRecords.percent,
      count: progressRecords.count,
      message: inbox.text,
    })
    .from(progressRecords)
    .leftJoin(people, refersTo(progressRecords, 'personId', people))
    .leftJoin(inbox, refersTo(progressRecords, 'messageId', inbox))
    .where(
      and(
        eq(progressRecords.domainId, ctx.domainId),
        eq(progressRecords.kind, 'submitted'),
        inArray(progressRecords.assignmentId, [...ids]),
        not(undone),
      ),
    )
    .orderBy(progressRecords.assignmentId, sql`${progressRecords.at} desc`, sql`${progressRecords.id} desc`);

const evidenceOf = (db: Database, ctx: Context, ids: readonly AssignmentId[]) =>
  selectEvidence(db)
    .where(and(eq(evidence.domainId, ctx.domainId), inArray(evidence.assignmentId, [...ids])))
    .orderBy(asc(evidence.id));

/** After the row that a cursor `1782345600000.123` names, in the order of submission. */
function afterCursor(cursor: string) {
  if (!/^\d{1,13}\.\d{1,15}$/.test(cursor)) {
    throw new Refusal('invalid', 'cursor', '翻页位置不对', [{ path: 'after', message: '翻页位置不对' }]);
  }
  const [ms, id] = cursor.split('.').map(Number);
  const at = new Date(ms ?? 0).toISOString();
  return sql`(${assignments.submittedAt}, ${assignments.id}) > (${at}::timestamptz, ${id ?? 0})`;
}

/**
 * The submissions that wait to be verified (待核验), oldest first, with their evidence, and whether they came after the
 * due day, as the score has it.
 */
export async function verifyQueue(
  ctx: Context,
  { after, limit = 50 }: { after?: string | undefined; limit?: number | undefined },
) {
  permit(ctx, 'progress.verify');
  const waiting = and(eq(assignments.domainId, ctx.domainId), eq(assignments.state, 'submitted'), askedFor());
  const today = await todayOf(ctx);
  return ctx.read(async (db) => {
    const [total] = await db
      .select({ count: count() })
      .from(assignments)
      .innerJoin(units, refersTo(assignments, 'unitId', units))
      .where(waiting);
    const rows = await selectAssignments(db)
      .where(and(waiting, after === undefined ? undefined : afterCursor(after)))
      .orderBy(asc(assignments.submittedAt), asc(assignments.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const ids = page.map((row) => row.id);
    const submissions = ids.length === 0 ? [] : await submissionsOf(db, ctx, ids);
    const pieces = ids.length === 0 ? [] : await evidenceOf(db, ctx, ids);
    const last = page.at(-1);
    return {
      total: total?.count ?? 0,
      next: rows.length > limit && last?.submittedAt ? `${last.submittedAt.getTime()}.${last.id}` : null,
      rows: page.flatMap((row) => {
        const submission = submissions.find((each) => each.assignmentId === row.id);
        if (submission === undefined) return [];
        const { assignmentId: _, at, ...said } = submission;
        return [
          {
            assignment: present(row, today),
            submission: { ...said, at: at.toISOString() },
            evidence: pieces.filter(({ assignmentId }) => assignmentId === row.id).map(piece),
            late: dayOf(at) > row.dueOn,
          },
        ];
      }),
    };
  });
}
