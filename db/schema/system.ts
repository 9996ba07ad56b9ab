import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { DAY_KINDS, RUN_OUTCOMES } from '../vocabulary.ts';
import { calendarDay, domainId, instant, isOneOf, ref, word } from './columns.ts';
import { people } from './units.ts';

/**
 * Audit (审计), append-only and hash-chained: every change that a verb makes is one entry. A trigger
 * numbers the entry, chains it to the one before and announces it, so `seq` is also the version of the
 * sub-district's data: answers computed for one version hold until the next.
 */
export const audit = pgTable(
  'audit',
  {
    domainId: domainId(),
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    at: instant('at').notNull(),
    personId: ref<'person'>('person_id'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull().default({}),
    previousHash: text('previous_hash').notNull().default(''),
    hash: text('hash').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.seq] }),
    references(t, 'personId', people),
    index('audit_by_time').on(t.domainId, t.at),
    unique('audit_hash_unique').on(t.domainId, t.hash),
  ],
);

/** The end of each sub-district's audit chain, locked by the trigger while it adds to it. */
export const auditHeads = pgTable('audit_heads', {
  domainId: domainId().primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull().default(0),
  hash: text('hash').notNull().default(''),
});

/**
 * Runs of jobs (任务运行): a run is claimed by its key, so of several processes one runs it. One asked for by hand
 * waits here for whichever process is first.
 */
export const jobRuns = pgTable(
  'job_runs',
  {
    domainId: domainId(),
    job: text('job').notNull(),
    scheduledAt: instant('scheduled_at').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    outcome: word('outcome', RUN_OUTCOMES).notNull().default('running'),
    attempts: bigint('attempts', { mode: 'number' }).notNull().default(1),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    error: text('error'),
    /** Asked for by hand, not by the timetable. */
    byHand: boolean('by_hand').notNull().default(false),
    /** Who asked for it, where a person did. */
    requestedBy: ref<'person'>('requested_by'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.job, t.scheduledAt] }),
    references(t, 'requestedBy', people),
    index('job_runs_by_start').on(t.domainId, t.startedAt),
    index('job_runs_unfinished').on(t.domainId).where(sql`${t.endedAt} is null`),
    isOneOf('job_runs_outcome_check', t.outcome, RUN_OUTCOMES),
    check('job_runs_ended_check', sql`(${t.outcome} in ('waiting', 'running')) = (${t.endedAt} is null)`),
  ],
);

/** Whether a job is paused (暂停), in every process at once; a job that nobody has touched has no row. */
export const jobSwitches = pgTable(
  'job_switches',
  {
    domainId: domainId(),
    job: text('job').notNull(),
    paused: boolean('paused').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: ref<'person'>('changed_by'),
  },
  (t) => [primaryKey({ columns: [t.domainId, t.job] }), references(t, 'changedBy', people)],
);

/** The admin's word on the calendar (节假日调整), over the package's. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    domainId: domainId(),
    day: calendarDay('day').notNull(),
    kind: word('kind', DAY_KINDS).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.day] }),
    isOneOf('calendar_days_kind_check', t.kind, DAY_KINDS),
  ],
);
