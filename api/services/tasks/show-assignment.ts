import { aliasedTable, and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { inbox } from '../../../db/schema/chat.ts';
import { items, itemUnits, tasks } from '../../../db/schema/plans.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { AssignmentId, Part } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import {
  lastUndoable,
  type Obstacle,
  toAskExtension,
  toAttach,
  toDecideExtension,
  toReport,
  toVerify,
} from '../../domain/assignment/decide.ts';
import { fold } from '../../domain/assignment/fold.ts';
import { standing } from '../../domain/assignment/record.ts';
import { type Action, may } from '../../domain/permissions.ts';
import { addDays, laterOf } from '../../domain/time/day.ts';
import { found } from '../../errors.ts';
import { present, selectAssignments, todayOf } from './assignment-row.ts';
import { piece, selectEvidence } from './evidence-piece.ts';

/** The item an assignment comes from, with its units. */
async function readItem(db: Database, ctx: Context, id: AssignmentId) {
  const [item] = await db
    .select({
      id: items.id,
      code: items.code,
      title: items.title,
      section: items.section,
      quote: items.quote,
    })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .innerJoin(items, refersTo(tasks, 'itemId', items))
    .where(and(eq(assignments.domainId, ctx.domainId), eq(assignments.id, id)));
  const { id: itemId, ...shown } = found(item, '任务');
  const named = await db
    .select({ part: itemUnits.part, name: units.shortName })
    .from(itemUnits)
    .innerJoin(units, refersTo(itemUnits, 'unitId', units))
    .where(and(eq(itemUnits.domainId, ctx.domainId), eq(itemUnits.itemId, itemId)))
    .orderBy(asc(units.position));
  const those = (part: Part) => named.filter((row) => row.part === part).map((row) => row.name);
  return { ...shown, lead: those('lead'), support: those('support') };
}

const author = aliasedTable(people, 'author');

/** The records of an assignment, newest last, each with who said it, in which message, and its evidence. */
async function readRecords(db: Database, ctx: Context, id: AssignmentId) {
  const rows = await db
    .select({
      record: progressRecords,
      person: { name: author.name, role: author.role },
      message: inbox.text,
    })
    .from(progressRecords)
    .leftJoin(author, refersTo(progressRecords, 'personId', author))
    .leftJoin(inbox, refersTo(progressRecords, 'messageId', inbox))
    .where(and(eq(progressRecords.domainId, ctx.domainId), eq(progressRecords.assignmentId, id)))
    .orderBy(asc(progressRecords.at), asc(progressRecords.id));
  const pieces = await selectEvidence(db)
    .where(and(eq(evidence.domainId, ctx.domainId), eq(evidence.assignmentId, id)))
    .orderBy(asc(evidence.id));
  return rows.map((row) => ({
    ...row,
    evidence: pieces.filter(({ recordId }) => recordId === row.record.id).map(piece),
  }));
}

/**
 * One assignment (交办) with its item, its history and what the viewer may do with it now. Throws `notFound`, and
 * `forbidden` outside one's units.
 */
export async function showAssignment(ctx: Context, id: AssignmentId) {
  const today = await todayOf(ctx);
  return ctx.read(async (db) => {
    const [selected] = await selectAssignments(db).where(
      and(eq(assignments.domainId, ctx.domainId), eq(assignments.id, id)),
    );
    const row = found(selected, '任务');
    permit(ctx, 'assignment.see', row.unitId);
    const records = await readRecords(db, ctx, id);
    const facts = records.map(({ record }) => record);
    const now = fold(facts, row.firstDueOn);
    const stands = new Set(standing(facts).map((record) => record.id));
    const { actor } = ctx;
    const allowed = (action: Action, obstacle: Obstacle | null): boolean =>
      row.withdrawnAt === null &&
      obstacle === null &&
      (actor.kind === 'system' || may(actor, action, row.unitId));
    const mine = personOf(ctx);
    return {
      assignment: present(row, today),
      item: await readItem(db, ctx, id),
      records: records.map(({ record, person, message, evidence: pieces }) => ({
        id: record.id,
        at: record.at.toISOString(),
        kind: record.kind,
        person,
        channel: record.channel,
        percent: record.percent,
        count: record.count,
        untilOn: record.untilOn,
        note: record.note,
        reason: record.reason,
        undone: record.kind !== 'undone' && !stands.has(record.id),
        message,
        evidence: pieces,
      })),
      can: {
        report: allowed('progress.report', toReport(now)),
        attach: allowed('evidence.add', toAttach(now)),
        verify: allowed('progress.verify', toVerify(now)),
        return: allowed('progress.return', toVerify(now)),
        askExtension: allowed(
          'extension.ask',
          toAskExtension(now, laterOf(addDays(now.dueOn, 1), today.day), today.day),
        ),
        decideExtension: allowed('extension.decide', toDecideExtension(now, null)),
        undo: allowed('progress.undo', null) ? (lastUndoable(facts, mine, ctx.clock())?.id ?? null) : null,
      },
    };
  });
}

export type AssignmentDetail = Awaited<ReturnType<typeof showAssignment>>;
