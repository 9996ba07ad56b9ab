import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { ASSIGNMENT_STATES, CHANNELS, RECORD_KINDS, REMINDER_STAGES } from '../vocabulary.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { tasks } from './plans.ts';
import { people, units } from './units.ts';

/**
 * Assignments (交办): a task given to a unit for a period. What stands here beside the keys is what its
 * records add up to (`api/domain/assignment/fold.ts`), kept so that a list is one query.
 */
export const assignments = pgTable(
  'assignments',
  {
    domainId: domainId(),
    id: rowId<'assignment'>(),
    taskId: ref<'task'>('task_id').notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
    /** `2026`, `2026-06`, `2026-W26` …: see `api/domain/time/periods.ts`. */
    period: text('period').notNull(),
    opensOn: calendarDay('opens_on').notNull(),
    /** The first promise, which never moves. */
    firstDueOn: calendarDay('first_due_on').notNull(),
    /** The last day it may be done, where the plan names a second limit (`atMost`). */
    lastDueOn: calendarDay('last_due_on'),
    /** The promise as it stands, after extensions. */
    dueOn: calendarDay('due_on').notNull(),
    createdAt: instant('created_at').notNull(),
    state: word('state', ASSIGNMENT_STATES).notNull().default('open'),
    percent: integer('percent'),
    count: integer('count'),
    submittedAt: instant('submitted_at'),
    closedAt: instant('closed_at'),
    reportedAt: instant('reported_at'),
    /** The day asked for, while an extension waits for the office. */
    extensionUntil: calendarDay('extension_until'),
    /** From when a new version of the plan asks for it no more (撤回); it counts in figures as of before. */
    withdrawnAt: instant('withdrawn_at'),
    /** Grows by one with every change: two people who change one thing do not overwrite each other. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'taskId', tasks),
    references(t, 'unitId', units),
    unique('assignments_period_unique').on(t.domainId, t.taskId, t.unitId, t.period),
    index('assignments_by_unit').on(t.domainId, t.unitId, t.dueOn, t.id),
    index('assignments_by_due').on(t.domainId, t.dueOn, t.id),
    index('assignments_unfinished').on(t.domainId, t.dueOn).where(sql`${t.state} <> 'done'`),
    index('assignments_returned').on(t.domainId).where(sql`${t.state} = 'returned'`),
    index('assignments_to_verify').on(t.domainId, t.submittedAt, t.id).where(sql`${t.state} = 'submitted'`),
    isOneOf('assignments_state_check', t.state, ASSIGNMENT_STATES),
    check('assignments_days_check', sql`${t.opensOn} <= ${t.firstDueOn} and ${t.firstDueOn} <= ${t.dueOn}`),
    check('assignments_percent_check', sql`${t.percent} between 0 and 100`),
    check('assignments_count_check', sql`${t.count} >= 0`),
    check('assignments_done_check', sql`(${t.state} = 'done') = (${t.closedAt} is not null)`),
  ],
);

/** Progress records (进展记录), append-only: who, when, by which channel, what was said. */
export const progressRecords = pgTable(
  'progress_records',
  {
    domainId: domainId(),
    id: rowId<'record'>(),
    assignmentId: ref<'assignment'>('assignment_id').notNull(),
    /** When it was said: what lateness is told by. */
    at: instant('at').notNull(),
    /** When it was written down, not earlier: what was known as of an instant is told by this. */
    recordedAt: instant('recorded_at').notNull(),
    kind: word('kind', RECORD_KINDS).notNull(),
    personId: ref<'person'>('person_id'),
    channel: word('channel', CHANNELS).notNull(),
    percent: integer('percent'),
    count: integer('count'),
    /** A day named: a plan's, or the one an extension asks for or grants. */
    untilOn: calendarDay('until_on'),
    note: text('note'),
    reason: text('reason'),
    /** The record that this one takes back. */
    undoes: ref<'record'>('undoes'),
    /** The chat message it was said in. */
    messageId: ref<'message'>('message_id'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'assignmentId', assignments),
    references(t, 'personId', people),
    references(t, 'undoes', t),
    uniqueIndex('progress_records_undone_once').on(t.domainId, t.undoes),
    /** A message speaks once of an assignment, however often it is delivered. */
    uniqueIndex('progress_records_message_once').on(t.domainId, t.messageId, t.assignmentId, t.kind),
    index('progress_records_by_assignment').on(t.domainId, t.assignmentId, t.at),
    index('progress_records_by_person').on(t.domainId, t.personId, t.at),
    index('progress_records_by_time').on(t.domainId, t.recordedAt),
    check('progress_records_time_check', sql`${t.at} <= ${t.recordedAt}`),
    isOneOf('progress_records_kind_check', t.kind, RECORD_KINDS),
    isOneOf('progress_records_channel_check', t.channel, CHANNELS),
    check('progress_records_percent_check', sql`${t.percent} between 0 and 100`),
    check('progress_records_count_check', sql`${t.count} >= 0`),
    check('progress_records_undo_check', sql`(${t.kind} = 'undone') = (${t.undoes} is not null)`),
    check('progress_records_return_check', sql`${t.kind} <> 'returned' or ${t.reason} is not null`),
  ],
);

/** Files (文件), stored once each under the hash of their content. */
export const files = pgTable(
  'files',
  {
    domainId: domainId(),
    /** SHA-256 of the content, in hexadecimal. */
    hash: text('hash').notNull(),
    /** Media type by content, not by name. */
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    storedAt: instant('stored_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.hash] }),
    check('files_hash_check', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check('files_bytes_check', sql`${t.bytes} > 0 and ${t.bytes} <= 20971520`),
  ],
);

/** Evidence (证明材料), append-only: a file that somebody attached to a progress record. */
export const evidence = pgTable(
  'evidence',
  {
    domainId: domainId(),
    id: rowId<'evidence'>(),
    recordId: ref<'record'>('record_id').notNull(),
    assignmentId: ref<'assignment'>('assignment_id').notNull(),
    fileHash: text('file_hash').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'recordId', progressRecords),
    references(t, 'assignmentId', assignments),
    references(t, 'fileHash', files, 'hash'),
    index('evidence_by_file').on(t.domainId, t.fileHash),
    unique('evidence_once').on(t.domainId, t.assignmentId, t.fileHash),
  ],
);

/**
 * Reminders sent (提醒): the key is what makes a step go out exactly once (time.md, Reminders).
 * The due day is part of it, so that an extension starts the steps anew. The assignment is a reference that is checked
 * for each statement (`db/triggers.ts`), as a run writes thousands of rows.
 */
export const reminders = pgTable(
  'reminders',
  {
    domainId: domainId(),
    assignmentId: ref<'assignment'>('assignment_id').notNull(),
    dueOn: calendarDay('due_on').notNull(),
    step: text('step').notNull(),
    stage: word('stage', REMINDER_STAGES).notNull(),
    sentAt: instant('sent_at').notNull(),
    /** 收到: silences this stage for the unit, not the next. */
    acknowledgedAt: instant('acknowledged_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.assignmentId, t.dueOn, t.step] }),
    index('reminders_by_time').using('brin', t.domainId, t.sentAt),
    isOneOf('reminders_stage_check', t.stage, REMINDER_STAGES),
  ],
);
