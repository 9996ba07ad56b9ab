import { type SQL, sql } from 'drizzle-orm';
import type { PlanId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

/** What makes a task of the new version the same as one of the old: asked for by the same days, told in the same way. */
const SAME: readonly string[] = [
  'code',
  'measure',
  'due_on',
  'every_weeks',
  'every_months',
  'at_most_months',
];

const same = (): SQL =>
  sql.join(
    SAME.map(
      (column) => sql`after.${sql.identifier(column)} is not distinct from before.${sql.identifier(column)}`,
    ),
    sql` and `,
  );

/**
 * Hands the assignments of a superseded plan over to the version that follows it. Where the new version has the same
 * task for the same unit the assignment goes on under it, with its whole history; every other is withdrawn (撤回): it is
 * asked for no more, and still counts in figures as of before.
 */
export async function carryOver(tx: Tx, from: PlanId, to: PlanId): Promise<void> {
  const { domainId } = tx;
  await tx.db.execute(sql`
    update assignments a set task_id = after.id
    from tasks before, tasks after, task_units given
    where a.domain_id = ${domainId} and a.withdrawn_at is null
      and before.domain_id = a.domain_id and before.id = a.task_id and before.plan_id = ${from}
      and after.domain_id = a.domain_id and after.plan_id = ${to} and ${same()}
      and given.domain_id = a.domain_id and given.task_id = after.id and given.unit_id = a.unit_id`);
  await tx.db.execute(sql`
    update assignments a set withdrawn_at = ${tx.wall().toISOString()}::timestamptz, version = a.version + 1
    from tasks before
    where a.domain_id = ${domainId} and a.withdrawn_at is null
      and before.domain_id = a.domain_id and before.id = a.task_id and before.plan_id = ${from}`);
}
