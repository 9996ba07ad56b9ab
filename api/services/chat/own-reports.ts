/** What a person reported last: what 撤销 takes back, and what a picture sent after it belongs to. */
import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { inbox } from '../../../db/schema/chat.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type {
  AssignmentId,
  ContactId,
  MessageId,
  PersonId,
  RecordId,
  RecordKind,
  RoomId,
} from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import { undone } from '../progress/undone.ts';

export interface OwnReport {
  recordId: RecordId;
  kind: RecordKind;
  at: Date;
  assignmentId: AssignmentId;
  code: string;
  title: string;
  percent: number | null;
  count: number | null;
}

/** What the asking person reported (填报、报结、申请延期) up to now that stands. */
function ownStanding(tx: Tx, personId: PersonId): SQL | undefined {
  return and(
    eq(progressRecords.domainId, tx.domainId),
    eq(progressRecords.personId, personId),
    inArray(progressRecords.kind, ['reported', 'submitted', 'extensionAsked']),
    lte(progressRecords.at, tx.clock()),
    not(undone),
  );
}

const reportsWhere = (tx: Tx, which: SQL | undefined): Promise<OwnReport[]> =>
  tx.db
    .select({
      recordId: progressRecords.id,
      kind: progressRecords.kind,
      at: progressRecords.at,
      assignmentId: assignments.id,
      code: tasks.code,
      title: tasks.title,
      percent: progressRecords.percent,
      count: progressRecords.count,
    })
    .from(progressRecords)
    .innerJoin(assignments, refersTo(progressRecords, 'assignmentId', assignments))
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .where(which)
    .orderBy(asc(progressRecords.id));

/** All that the asking person reported with one message, as far as it stands. */
export async function reportsOf(tx: Tx, messageId: MessageId): Promise<OwnReport[]> {
  const personId = personOf(tx);
  return personId === null
    ? []
    : reportsWhere(tx, and(ownStanding(tx, personId), eq(progressRecords.messageId, messageId)));
}

/**
 * The asking person's last report since an instant that stands: all that one message reported, or the one made on a
 * page. Empty where there is none.
 */
export async function lastOwnReport(tx: Tx, since: Date): Promise<OwnReport[]> {
  const personId = personOf(tx);
  if (personId === null) return [];
  const stands = and(ownStanding(tx, personId), gte(progressRecords.at, since));
  const [last] = await tx.db
    .select({ id: progressRecords.id, messageId: progressRecords.messageId })
    .from(progressRecords)
    .where(stands)
    .orderBy(desc(progressRecords.at), desc(progressRecords.id))
    .limit(1);
  if (last === undefined) return [];
  const same =
    last.messageId === null ? eq(progressRecords.id, last.id) : eq(progressRecords.messageId, last.messageId);
  return reportsWhere(tx, and(stands, same));
}

export interface LooseFile {
  messageId: MessageId;
  hash: string;
  name: string;
}

/**
 * Files a contact sent in that talk since an instant that belong to no report yet, oldest first. One that was attached
 * in that time and sent again belongs to its report.
 */
export async function looseFiles(
  tx: Tx,
  talk: { contactId: ContactId; roomId: RoomId | null },
  since: Date,
): Promise<LooseFile[]> {
  const rows = await tx.db
    .select({ messageId: inbox.id, hash: inbox.fileHash, name: inbox.fileName })
    .from(inbox)
    .where(
      and(
        eq(inbox.domainId, tx.domainId),
        eq(inbox.contactId, talk.contactId),
        talk.roomId === null ? isNull(inbox.roomId) : eq(inbox.roomId, talk.roomId),
        eq(inbox.state, 'handled'),
        isNotNull(inbox.fileHash),
        gte(inbox.sentAt, since),
        lte(inbox.sentAt, tx.clock()),
        notExists(
          tx.db
            .select({ one: sql`1` })
            .from(progressRecords)
            .where(and(eq(progressRecords.domainId, tx.domainId), eq(progressRecords.messageId, inbox.id))),
        ),
        notExists(
          tx.db
            .select({ one: sql`1` })
            .from(evidence)
            .innerJoin(progressRecords, refersTo(evidence, 'recordId', progressRecords))
            .where(
              and(
                eq(evidence.domainId, tx.domainId),
                eq(evidence.fileHash, inbox.fileHash),
                gte(progressRecords.at, since),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(inbox.id));
  return rows.flatMap(({ hash, ...row }) =>
    hash === null ? [] : [{ ...row, hash, name: row.name ?? '材料' }],
  );
}
