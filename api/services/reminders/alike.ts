/** Which assignments a reminder run may concern, found by index and gathered by what they have in common. */
import { and, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { assignments, reminders } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type { AssignmentId, Day, ReminderStage, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { reminderDays } from '../../domain/time/reminder-days.ts';
import type { ReminderRun, SentStep } from '../../domain/time/reminder-stage.ts';
import type { Unsaid } from './read-unsaid.ts';

const UNFINISHED = ['open', 'active', 'returned'] as const;
const limit = sql`greatest(${assignments.dueOn}, ${assignments.lastDueOn})`;

/** The steps that were sent, each with its stage: `overdue+1 overdue 1`, 1 where 收到 came in answer. */
const stepsSent = sql<string | null>`string_agg(concat_ws(' ', ${reminders.step}, ${reminders.stage},
  (${reminders.acknowledgedAt} is not null)::int), ',' order by ${reminders.step})
  filter (where ${reminders.step} is not null)`;

/** What `stepsSent` gives, read: the steps that an assignment's due day was reminded of. */
export const readSent = (said: string | null): SentStep[] =>
  (said?.split(',') ?? []).map((each) => {
    const [step = '', stage, acknowledged] = each.split(' ');
    return { step, stage: stage as ReminderStage, acknowledged: acknowledged === '1' };
  });

/** What a room heard of, or was answered with 收到; all of it where nothing is unsaid. */
function heard({ runs }: Unsaid): SQL | undefined {
  if (runs.length === 0) return undefined;
  return or(
    isNotNull(reminders.acknowledgedAt),
    sql`not exists (select 1 from jsonb_to_recordset(${JSON.stringify(runs)}::text::jsonb) as u(unit bigint, at timestamptz)
      where u.unit = ${assignments.unitId} and u.at = ${reminders.sentAt})`,
  );
}

/** What is open on a day and not finished. */
const unfinishedOn = (ctx: Context, today: Day): SQL | undefined =>
  and(
    eq(assignments.domainId, ctx.domainId),
    inArray(assignments.state, [...UNFINISHED]),
    isNull(assignments.withdrawnAt),
    lte(assignments.opensOn, today),
  );

/** The earliest due day of what is unfinished on a day; the day itself where nothing is. */
export async function earliestDue(db: Database, ctx: Context, today: Day): Promise<Day> {
  const [first] = await db
    .select({ dueOn: sql<Day | null>`min(${assignments.dueOn})` })
    .from(assignments)
    .where(unfinishedOn(ctx, today));
  return first?.dueOn ?? today;
}

/**
 * The assignments that a run may concern, by the due days that stand on some step, none before `earliest`, and all that
 * were returned: gathered into those of one task that are alike in all that the rules ask, so that a step is worked out
 * once for them.
 */
export async function alikeIn(
  db: Database,
  ctx: Context,
  run: ReminderRun,
  { earliest, unsaid }: { earliest: Day; unsaid: Unsaid },
) {
  const unfinished = unfinishedOn(ctx, run.today);
  const { ahead, behind } = reminderDays(run, earliest);
  const days = or(
    ahead.length > 0 ? inArray(assignments.dueOn, ahead) : undefined,
    // A limit that is past has a due day that is: said twice, so that it is found by the index of due days.
    behind.length > 0 ? and(lt(assignments.dueOn, run.today), inArray(limit, behind)) : undefined,
    // The word itself, not a parameter: the index of what was returned is known by it.
    sql`${assignments.state} = 'returned'`,
  );
  const each = db
    .select({
      id: assignments.id,
      unitId: assignments.unitId,
      taskId: assignments.taskId,
      state: assignments.state,
      // What was returned stands alone: when it was is asked of its records.
      returned:
        sql<AssignmentId | null>`case when ${assignments.state} = 'returned' then ${assignments.id} end`
          .mapWith((id) => (id === null ? null : (Number(id) as AssignmentId)))
          .as('returned'),
      opensOn: assignments.opensOn,
      dueOn: assignments.dueOn,
      lastDueOn: assignments.lastDueOn,
      sent: stepsSent.as('sent'),
    })
    .from(assignments)
    .leftJoin(
      reminders,
      and(
        eq(reminders.domainId, assignments.domainId),
        eq(reminders.assignmentId, assignments.id),
        eq(reminders.dueOn, assignments.dueOn),
        heard(unsaid),
      ),
    )
    .where(and(unfinished, days))
    .groupBy(assignments.domainId, assignments.id)
    .as('each');
  const alike = [each.taskId, each.state, each.returned, each.opensOn, each.dueOn, each.lastDueOn, each.sent];
  const groups = db
    .select({
      taskId: each.taskId,
      state: each.state,
      returned: each.returned,
      opensOn: each.opensOn,
      dueOn: each.dueOn,
      lastDueOn: each.lastDueOn,
      sent: each.sent,
      unitOf: sql<Record<string, UnitId>>`json_object_agg(${each.id}, ${each.unitId})`.as('unit_of'),
    })
    .from(each)
    .groupBy(...alike)
    .as('alike');
  return db
    .select({
      code: tasks.code,
      title: tasks.title,
      weekly: sql<boolean>`${tasks.everyWeeks} is not null`,
      state: groups.state,
      returned: groups.returned,
      opensOn: groups.opensOn,
      dueOn: groups.dueOn,
      lastDueOn: groups.lastDueOn,
      sent: groups.sent,
      unitOf: groups.unitOf,
    })
    .from(groups)
    .innerJoin(tasks, and(eq(tasks.domainId, ctx.domainId), eq(tasks.id, groups.taskId)));
}
