/** What a reminder run would say (提醒), told from the rules; nothing is written here. */
import { and, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { progressRecords } from '../../../db/schema/assignments.ts';
import { jobRuns } from '../../../db/schema/system.ts';
import { units } from '../../../db/schema/units.ts';
import type { AssignmentId, Day, Light, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { lightBounds, lightOf } from '../../domain/assignment/light.ts';
import { dayOf, startOf } from '../../domain/time/day.ts';
import { byUrgency } from '../../domain/time/reminder-message.ts';
import { chasing, DEFAULT_REMINDER_POLICY, type ReminderPolicy } from '../../domain/time/reminder-policy.ts';
import { type ReminderStep, reminderRun, stageFor } from '../../domain/time/reminder-stage.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { alikeIn, readSent } from './alike.ts';
import { NOTHING_UNSAID, type Unsaid } from './read-unsaid.ts';

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

/** The units' names, but for those retired. */
async function presentUnits(db: Database, ctx: Context): Promise<ReadonlyMap<UnitId, string>> {
  const rows = await db
    .select({ id: units.id, name: units.shortName })
    .from(units)
    .where(and(eq(units.domainId, ctx.domainId), isNull(units.retiredAt)));
  return new Map(rows.map(({ id, name }) => [id, name]));
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
  /** What the runs before did not get said. */
  unsaid?: Unsaid;
  /** The table of stages; as it is unless configured otherwise. */
  policy?: ReminderPolicy | undefined;
}

/** The reminders of a run at an instant, by unit in the order of their numbers, most urgent first. */
export async function planReminders(
  db: Database,
  ctx: Context,
  { at, kind, since = null, unsaid = NOTHING_UNSAID, policy: stages = DEFAULT_REMINDER_POLICY }: RunAsked,
): Promise<PlannedReminder[]> {
  const calendar = await readCalendar({ ...ctx, read: (use) => use(db) });
  const policy = kind === 'light' ? chasing(stages) : stages;
  const run = reminderRun(dayOf(at), calendar, policy, since);
  if (!calendar.isWorkingDay(run.today)) return [];
  const alike = await alikeIn(db, ctx, run, unsaid);
  const returned = alike.flatMap((group) => group.returned ?? []);
  // The run before was made at the same hour of its day.
  const lastRunAt = new Date(at.getTime() - (startOf(run.today).getTime() - startOf(run.since).getTime()));
  const waited = await returnedSince(db, ctx, returned, lastRunAt, at);
  const names = await presentUnits(db, ctx);
  const bounds = lightBounds(run.today, calendar);
  const stepped = alike.flatMap((group) => {
    const waitedFrom = group.returned === null ? null : (waited.get(group.returned) ?? null);
    const step = stageFor({ ...group, waitedFrom }, run, readSent(group.sent));
    return step === null ? [] : [{ group, step, light: lightOf(group, bounds) }];
  });
  return stepped
    .sort((a, b) => byUrgency({ ...a.group, step: a.step }, { ...b.group, step: b.step }))
    .flatMap(({ group: { unitOf, code, title, dueOn }, step, light }) =>
      Object.entries(unitOf).flatMap(([id, unitId]): PlannedReminder | [] => {
        const unit = names.get(unitId);
        const assignmentId = Number(id) as AssignmentId;
        return unit === undefined ? [] : { assignmentId, unitId, unit, code, title, dueOn, light, step };
      }),
    )
    .sort((a, b) => a.unitId - b.unitId);
}
