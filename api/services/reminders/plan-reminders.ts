/** What a reminder run would say (提醒), told from the rules; nothing is written here. */
import { and, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { progressRecords } from '../../../db/schema/assignments.ts';
import { jobRuns } from '../../../db/schema/system.ts';
import { units } from '../../../db/schema/units.ts';
import type { AssignmentId, Day, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { lightBounds, lightOf } from '../../domain/assignment/light.ts';
import { dayOf, startOf } from '../../domain/time/day.ts';
import { byUrgency, type Said } from '../../domain/time/reminder-message.ts';
import { chasing, DEFAULT_REMINDER_POLICY, type ReminderPolicy } from '../../domain/time/reminder-policy.ts';
import { reminderRun, stageFor } from '../../domain/time/reminder-stage.ts';
import type { Calendar } from '../../domain/time/working-days.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { alikeIn, earliestDue, readSent } from './alike.ts';
import { NOTHING_UNSAID, type Unsaid } from './read-unsaid.ts';

/** The morning run says every stage; the light one of the afternoon only what has become overdue. */
export type RunKind = 'full' | 'light';

export interface PlannedReminder {
  assignmentId: AssignmentId;
  unitId: UnitId;
  /** The unit's name. */
  unit: string;
  /** The same thing for all assignments that are alike. */
  said: Said;
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

/** What every run reads first, whatever it is to say. */
export interface RunGround {
  calendar: Calendar;
  /** The units' names, but for those retired. */
  names: ReadonlyMap<UnitId, string>;
  /** The earliest due day of what is unfinished. */
  earliest: Day;
}

/** Asks for it in one turn with the database. */
export async function runGround(db: Database, ctx: Context, at: Date): Promise<RunGround> {
  const [calendar, names, earliest] = await Promise.all([
    readCalendar({ ...ctx, read: (use) => use(db) }),
    presentUnits(db, ctx),
    earliestDue(db, ctx, dayOf(at)),
  ]);
  return { calendar, names, earliest };
}

/** The reminders of a run at an instant, by unit in the order of their numbers, most urgent first. */
export async function planReminders(
  db: Database,
  ctx: Context,
  { at, kind, since = null, unsaid = NOTHING_UNSAID, policy: stages = DEFAULT_REMINDER_POLICY }: RunAsked,
  ground?: RunGround,
): Promise<PlannedReminder[]> {
  const { calendar, names, earliest } = ground ?? (await runGround(db, ctx, at));
  const policy = kind === 'light' ? chasing(stages) : stages;
  const run = reminderRun(dayOf(at), calendar, policy, since);
  if (!calendar.isWorkingDay(run.today)) return [];
  const alike = await alikeIn(db, ctx, run, { earliest, unsaid });
  const returned = alike.flatMap((group) => group.returned ?? []);
  // The run before was made at the same hour of its day.
  const lastRunAt = new Date(at.getTime() - (startOf(run.today).getTime() - startOf(run.since).getTime()));
  const waited = await returnedSince(db, ctx, returned, lastRunAt, at);
  const bounds = lightBounds(run.today, calendar);
  const stepped = alike.flatMap((group) => {
    const waitedFrom = group.returned === null ? null : (waited.get(group.returned) ?? null);
    const step = stageFor({ ...group, waitedFrom }, run, readSent(group.sent));
    const { code, title, dueOn, unitOf } = group;
    return step === null
      ? []
      : [{ unitOf, said: { light: lightOf(group, bounds), code, title, dueOn, step } }];
  });
  return stepped
    .sort((a, b) => byUrgency(a.said, b.said))
    .flatMap(({ unitOf, said }) =>
      Object.entries(unitOf).flatMap(([id, unitId]): PlannedReminder | [] => {
        const unit = names.get(unitId);
        return unit === undefined ? [] : { assignmentId: Number(id) as AssignmentId, unitId, unit, said };
      }),
    )
    .sort((a, b) => a.unitId - b.unitId);
}
