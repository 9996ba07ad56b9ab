/** What a reminder run would say (提醒), told from the rules; nothing is written here. */
import { and, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { assignments, progressRecords, reminders } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { jobRuns } from '../../../db/schema/system.ts';
import { units } from '../../../db/schema/units.ts';
import type { AssignmentId, Day, Light, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { lightBounds, lightOf } from '../../domain/assignment/light.ts';
import { dayOf, startOf } from '../../domain/time/day.ts';
import { reminderDays } from '../../domain/time/reminder-days.ts';
import { byUrgency } from '../../domain/time/reminder-message.ts';
import { chasing, DEFAULT_REMINDER_POLICY } from '../../domain/time/reminder-policy.ts';
import {
  type Remindable,
  type ReminderRun,
  type ReminderStep,
  reminderRun,
  type SentStep,
  stageFor,
} from '../../domain/time/reminder-stage.ts';
import { readCalendar } from '../calendar/read-calendar.ts';

/** The morning run says every stage; the light one of the afternoon only what has become overdue. */
export type RunKind = 'full' | 'light';

export interface PlannedReminder {
  assignmentId: AssignmentId;
  unitId: UnitId;
  unit: string;
  code: string;
  title: string;
  dueOn: Day;
  light: Light;
  step: ReminderStep;
}

const UNFINISHED = ['open', 'active', 'returned'] as const;
const limit = sql`greatest(${assignments.dueOn}, ${assignments.lastDueOn})`;

/** The assignments that the run may concern, by the due days that stand on some step, and all that were returned. */
async function candidates(db: Database, ctx: Context, run: ReminderRun) {
  const unfinished = and(
    eq(assignments.domainId, ctx.domainId),
    inArray(assignments.state, [...UNFINISHED]),
    isNull(assignments.withdrawnAt),
    lte(assignments.opensOn, run.today),
  );
  const [first] = await db
    .select({ dueOn: sql<Day | null>`min(${assignments.dueOn})` })
    .from(assignments)
    .where(unfinished);
  const { ahead, behind } = reminderDays(run, first?.dueOn ?? run.today);
  const days = or(
    ahead.length > 0 ? inArray(assignments.dueOn, ahead) : undefined,
    // A limit that is past has a due day that is: said twice, so that it is found by the index of due days.
    behind.length > 0 ? and(lt(assignments.dueOn, run.today), inArray(limit, behind)) : undefined,
    // The word itself, not a parameter: the index of what was returned is known by it.
    sql`${assignments.state} = 'returned'`,
  );
  return db
    .select({
      id: assignments.id,
      unitId: assignments.unitId,
      unit: units.shortName,
      code: tasks.code,
      title: tasks.title,
      weekly: sql<boolean>`${tasks.everyWeeks} is not null`,
      state: assignments.state,
      opensOn: assignments.opensOn,
      dueOn: assignments.dueOn,
      lastDueOn: assignments.lastDueOn,
      submittedAt: assignments.submittedAt,
    })
    .from(assignments)
    .innerJoin(tasks, and(eq(tasks.domainId, assignments.domainId), eq(tasks.id, assignments.taskId)))
    .innerJoin(units, and(eq(units.domainId, assignments.domainId), eq(units.id, assignments.unitId)))
    .where(and(unfinished, days, isNull(units.retiredAt)));
}

/** The day of the submission that came back since an instant, by assignment. */
async function returnedSince(db: Database, ctx: Context, ids: AssignmentId[], since: Date, until: Date) {
  if (ids.length === 0) return new Map<AssignmentId, Day>();
  const rows = await db
    .select({
      id: progressRecords.assignmentId,
      submittedAt:
        sql<Date>`max(${progressRecords.at}) filter (where ${progressRecords.kind} = 'submitted')`.mapWith(
          progressRecords.at,
        ),
      returnedAt:
        sql<Date>`max(${progressRecords.at}) filter (where ${progressRecords.kind} = 'returned')`.mapWith(
          progressRecords.at,
        ),
    })
    .from(progressRecords)
    .where(
      and(
        eq(progressRecords.domainId, ctx.domainId),
        inArray(progressRecords.assignmentId, ids),
        lte(progressRecords.recordedAt, until),
      ),
    )
    .groupBy(progressRecords.assignmentId);
  return new Map(rows.filter((row) => row.returnedAt > since).map((row) => [row.id, dayOf(row.submittedAt)]));
}

/** What was sent already for each assignment's due day as it stands. */
async function sentSteps(db: Database, ctx: Context, ids: AssignmentId[]) {
  const sent = new Map<string, SentStep[]>();
  if (ids.length === 0) return sent;
  const rows = await db
    .select()
    .from(reminders)
    // One parameter, however many they are.
    .where(
      and(
        eq(reminders.domainId, ctx.domainId),
        sql`${reminders.assignmentId} = any(${`{${ids.join(',')}}`}::text::bigint[])`,
      ),
    );
  for (const { assignmentId, dueOn, step, stage, acknowledgedAt } of rows) {
    const key = `${assignmentId} ${dueOn}`;
    const own = sent.get(key) ?? [];
    sent.set(key, [...own, { step, stage, acknowledged: acknowledgedAt !== null }]);
  }
  return sent;
}

/** `stageFor` of a run, worked out once for all assignments of the same days of which nothing was sent. */
function stagesOf(run: ReminderRun) {
  const known = new Map<string, ReminderStep | null>();
  return (of: Remindable, sent: readonly SentStep[] | undefined): ReminderStep | null => {
    if (sent !== undefined) return stageFor(of, run, sent);
    const key = [of.state, of.opensOn, of.dueOn, of.lastDueOn, of.weekly, of.waitedFrom].join(' ');
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const step = stageFor(of, run);
    known.set(key, step);
    return step;
  };
}

/** The day of the last run before an instant that said everything; null where there was none. */
export async function lastRunOn(db: Database, ctx: Context, at: Date): Promise<Day | null> {
  const [last] = await db
    .select({ at: sql<Date | null>`max(${jobRuns.scheduledAt})`.mapWith(jobRuns.scheduledAt) })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.domainId, ctx.domainId),
        eq(jobRuns.job, 'reminders'),
        eq(jobRuns.outcome, 'done'),
        lt(jobRuns.scheduledAt, at),
      ),
    );
  return last?.at ? dayOf(last.at) : null;
}

export interface RunAsked {
  at: Date;
  kind: RunKind;
  /** The day of the last full run, where days were missed since. */
  since?: Day | null;
}

/** The reminders of a run at an instant, by unit in the order of their numbers, most urgent first. */
export async function planReminders(
  db: Database,
  ctx: Context,
  { at, kind, since = null }: RunAsked,
): Promise<PlannedReminder[]> {
  const calendar = await readCalendar({ ...ctx, read: (use) => use(db) });
  const policy = kind === 'light' ? chasing(DEFAULT_REMINDER_POLICY) : DEFAULT_REMINDER_POLICY;
  const run = reminderRun(dayOf(at), calendar, policy, since);
  if (!calendar.isWorkingDay(run.today)) return [];
  const rows = await candidates(db, ctx, run);
  const returned = rows.filter((row) => row.state === 'returned').map((row) => row.id);
  // The run before was made at the same hour of its day.
  const lastRunAt = new Date(at.getTime() - (startOf(run.today).getTime() - startOf(run.since).getTime()));
  const waited = await returnedSince(db, ctx, returned, lastRunAt, at);
  const sent = await sentSteps(
    db,
    ctx,
    rows.map((row) => row.id),
  );
  const stageOf = stagesOf(run);
  const bounds = lightBounds(run.today, calendar);
  return rows
    .flatMap(({ id, unitId, unit, code, title, dueOn, ...row }): PlannedReminder[] => {
      const assignment = { ...row, dueOn, waitedFrom: waited.get(id) ?? null };
      const step = stageOf(assignment, sent.get(`${id} ${dueOn}`));
      const light = lightOf(assignment, bounds);
      return step === null ? [] : [{ assignmentId: id, unitId, unit, code, title, dueOn, light, step }];
    })
    .sort((a, b) => a.unitId - b.unitId || byUrgency(a, b));
}
