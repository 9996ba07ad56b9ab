import type { Bare } from '../../api/bench/scratch.ts';
import type { DomainId } from '../../db/vocabulary.ts';

/**
 * Copies the tasks of the year with all their assignments, under codes of their own, until there are so many at
 * least. Nothing is recorded of them: they are there to be listed.
 */
export async function moreAssignments(bare: Bare, domainId: DomainId, wanted: number): Promise<void> {
  const [has] = await bare<{ count: number }[]>`
    select count(*)::int as count from assignments where domain_id = ${domainId} and withdrawn_at is null`;
  const copies = Math.ceil(wanted / (has?.count ?? wanted)) - 1;
  await bare`
    insert into tasks (domain_id, plan_id, item_id, code, title, measure, target, unit_of_measure, due_on, every_weeks,
      every_months, at_most_months, given_to, position)
    select domain_id, plan_id, item_id, code || '.' || n, title, measure, target, unit_of_measure, due_on, every_weeks,
      every_months, at_most_months, given_to, position
    from tasks, generate_series(1, ${copies}::int) n where domain_id = ${domainId}`;
  await bare`
    insert into assignments (domain_id, task_id, unit_id, period, opens_on, first_due_on, last_due_on, due_on, created_at,
      state, percent, count, submitted_at, closed_at, reported_at)
    select a.domain_id, copy.id, a.unit_id, a.period, a.opens_on, a.first_due_on, a.last_due_on, a.due_on, a.created_at,
      a.state, a.percent, a.count, a.submitted_at, a.closed_at, a.reported_at
    from assignments a
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    join tasks copy on copy.domain_id = t.domain_id and copy.plan_id = t.plan_id and copy.code like t.code || '.%'
    where a.domain_id = ${domainId}`;
  await bare`analyze`;
}
