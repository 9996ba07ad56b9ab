import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { inbox } from '../../../db/schema/chat.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { DomainId, RecordId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { periodLabel } from '../../domain/time/periods.ts';
import { found, Refusal } from '../../errors.ts';
import { piece, selectEvidence } from '../tasks/evidence-piece.ts';

/** Before the record that a cursor `1782345600000.123` names. */
function beforeCursor(cursor: string) {
  if (!/^\d{1,13}\.\d{1,15}$/.test(cursor)) {
    throw new Refusal('invalid', 'cursor', '翻页位置不对', [{ path: 'after', message: '翻页位置不对' }]);
  }
  const [ms, id] = cursor.split('.').map(Number);
  const at = new Date(ms ?? 0).toISOString();
  return sql`(${progressRecords.at}, ${progressRecords.id}) < (${at}::timestamptz, ${id ?? 0})`;
}

/** Whether a record was taken back since. */
const undone = sql<boolean>`exists (
  select 1 from progress_records u
  where u.domain_id = ${progressRecords.domainId} and u.undoes = ${progressRecords.id})`;

/** The records of a unit's assignments, each with its task, who said it, and in which message. */
const selectRecords = (db: Database) =>
  db
    .select({
      id: progressRecords.id,
      at: progressRecords.at,
      kind: progressRecords.kind,
      channel: progressRecords.channel,
      percent: progressRecords.percent,
      count: progressRecords.count,
      untilOn: progressRecords.untilOn,
      note: progressRecords.note,
      reason: progressRecords.reason,
      undone,
      person: people.name,
      message: inbox.text,
      assignmentId: assignments.id,
      code: tasks.code,
      title: tasks.title,
      period: assignments.period,
    })
    .from(progressRecords)
    .innerJoin(
      assignments,
      and(
        eq(assignments.domainId, progressRecords.domainId),
        eq(assignments.id, progressRecords.assignmentId),
      ),
    )
    .innerJoin(tasks, and(eq(tasks.domainId, assignments.domainId), eq(tasks.id, assignments.taskId)))
    .leftJoin(
      people,
      and(eq(people.domainId, progressRecords.domainId), eq(people.id, progressRecords.personId)),
    )
    .leftJoin(
      inbox,
      and(eq(inbox.domainId, progressRecords.domainId), eq(inbox.id, progressRecords.messageId)),
    );

async function evidenceOf(db: Database, domainId: DomainId, ids: RecordId[]) {
  if (ids.length === 0) return [];
  return selectEvidence(db)
    .where(and(eq(evidence.domainId, domainId), inArray(evidence.recordId, ids)))
    .orderBy(asc(evidence.id));
}

/**
 * What was said and done about a unit's tasks (单位动态), newest first: each record with who said it, in which words,
 * and the evidence. Throws `notFound`, and `forbidden` outside one's units.
 */
export async function unitTimeline(
  ctx: Context,
  { unitId, after, limit }: { unitId: UnitId; after?: string | undefined; limit: number },
) {
  permit(ctx, 'score.explain', unitId);
  const { domainId } = ctx;
  return ctx.read(async (db) => {
    const ofDomain = and(eq(units.domainId, domainId), eq(units.id, unitId));
    const [unit] = await db.select({ id: units.id }).from(units).where(ofDomain);
    found(unit, '单位');
    const rows = await selectRecords(db)
      .where(
        and(
          eq(progressRecords.domainId, domainId),
          eq(assignments.unitId, unitId),
          after === undefined ? undefined : beforeCursor(after),
        ),
      )
      .orderBy(desc(progressRecords.at), desc(progressRecords.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const pieces = await evidenceOf(
      db,
      domainId,
      shown.map(({ id }) => id),
    );
    const last = shown.at(-1);
    return {
      next: rows.length > limit && last !== undefined ? `${last.at.getTime()}.${last.id}` : null,
      rows: shown.map(({ at, period, ...row }) => ({
        ...row,
        at: at.toISOString(),
        periodLabel: periodLabel(period),
        evidence: pieces.filter(({ recordId }) => recordId === row.id).map(piece),
      })),
    };
  });
}
