/** The keys of steps (提醒记录): by them a step goes out exactly once (time.md, "Reminders"). */

import { sql } from 'drizzle-orm';
import { idArray } from '../../../db/any-of.ts';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import type { Said } from '../../domain/time/reminder-message.ts';
import type { PlannedReminder } from './plan-reminders.ts';

/** The steps of a list with the assignments of each, as one parameter; an array as PostgreSQL writes it takes it least to read. */
function stepsOf(planned: readonly PlannedReminder[]): string {
  const groups = new Map<Said, AssignmentId[]>();
  for (const { assignmentId, said } of planned) {
    const ids = groups.get(said);
    if (ids === undefined) groups.set(said, [assignmentId]);
    else ids.push(assignmentId);
  }
  return JSON.stringify(
    [...groups].map(
      ([
        {
          dueOn: due,
          step: { step, stage },
        },
        ids,
      ]) => ({ due, step, stage, ids: idArray(ids) }),
    ),
  );
}

/** Keeps the key of each step, in one statement of one parameter. The key is the last word: a step twice is refused. */
export async function keepKeys(tx: Tx, planned: readonly PlannedReminder[]): Promise<void> {
  if (planned.length === 0) return;
  await tx.db.execute(
    sql`insert into reminders (domain_id, assignment_id, due_on, step, stage, sent_at)
      select ${tx.domainId}::bigint, unnest(ids), due, step, stage, ${tx.clock().toISOString()}::timestamptz
      from jsonb_to_recordset(${stepsOf(planned)}::text::jsonb)
        as steps(due date, step text, stage text, ids bigint[])`,
  );
}

/** Takes back the keys of steps that are said again, since no room heard them. */
export async function forgetKeys(tx: Tx, again: readonly PlannedReminder[]): Promise<void> {
  await tx.db.execute(
    sql`delete from reminders r
      using jsonb_to_recordset(${stepsOf(again)}::text::jsonb) as steps(due date, step text, ids bigint[])
      where r.domain_id = ${tx.domainId} and r.assignment_id = any(ids) and r.due_on = due and r.step = steps.step`,
  );
}
