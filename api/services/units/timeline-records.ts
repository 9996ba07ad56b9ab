/** The records of a unit's assignments (进展记录) as its timeline shows them, each with its task and evidence. */
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { people } from '../../../db/schema/units.ts';
import type { DomainId, MessageId, RecordId, UnitId } from '../../../db/vocabulary.ts';
import { periodLabel } from '../../domain/time/periods.ts';
import { undone } from '../progress/undone.ts';
import { piece, selectEvidence } from '../tasks/evidence-piece.ts';

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
      messageId: progressRecords.messageId,
      assignmentId: assignments.id,
      code: tasks.code,
      title: tasks.title,
      period: assignments.period,
    })
    .from(progressRecords)
    .innerJoin(assignments, refersTo(progressRecords, 'assignmentId', assignments))
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .leftJoin(people, refersTo(progressRecords, 'personId', people));

async function evidenceOf(db: Database, domainId: DomainId, ids: RecordId[]) {
  if (ids.length === 0) return [];
  return selectEvidence(db)
    .where(and(eq(evidence.domainId, domainId), inArray(evidence.recordId, ids)))
    .orderBy(asc(evidence.id));
}

export type TimelineRecord = Awaited<ReturnType<typeof timelineRecords>>[number];

/** The unit's records of these numbers, and all that these messages led to, oldest first. */
export async function timelineRecords(
  db: Database,
  of: { domainId: DomainId; unitId: UnitId; ids: readonly RecordId[]; messageIds: readonly MessageId[] },
) {
  const rows = await selectRecords(db)
    .where(
      and(
        eq(progressRecords.domainId, of.domainId),
        eq(assignments.unitId, of.unitId),
        or(inArray(progressRecords.id, [...of.ids]), inArray(progressRecords.messageId, [...of.messageIds])),
      ),
    )
    .orderBy(asc(progressRecords.id));
  const pieces = await evidenceOf(
    db,
    of.domainId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ at, period, ...row }) => ({
    ...row,
    at: at.toISOString(),
    periodLabel: periodLabel(period),
    evidence: pieces.filter(({ recordId }) => recordId === row.id).map(piece),
  }));
}
