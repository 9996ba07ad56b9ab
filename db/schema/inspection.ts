import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import {
  CHANNELS,
  INSPECTION_EVENTS,
  INSPECTION_STATES,
  PROBLEM_EVENTS,
  PROBLEM_STATES,
  VERDICTS,
} from '../vocabulary.ts';
import { files } from './assignments.ts';
import { checkItems, checkLists } from './check-lists.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/**
 * Inspections (调度检查): a visit to a unit on a day, by a check list. State and instants are what its events add up
 * to, kept so that a list is one query.
 */
export const inspections = pgTable(
  'inspections',
  {
    domainId: domainId(),
    id: rowId<'inspection'>(),
    unitId: ref<'unit'>('unit_id').notNull(),
    listId: ref<'checkList'>('list_id').notNull(),
    heldOn: calendarDay('held_on').notNull(),
    state: word('state', INSPECTION_STATES).notNull().default('planned'),
    completedAt: instant('completed_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'unitId', units),
    references(t, 'listId', checkLists),
    unique('inspections_with_list').on(t.domainId, t.id, t.listId),
    unique('inspections_with_unit').on(t.domainId, t.id, t.unitId),
    index('inspections_by_day').on(t.domainId, t.heldOn, t.id),
    index('inspections_by_unit').on(t.domainId, t.unitId, t.heldOn),
    isOneOf('inspections_state_check', t.state, INSPECTION_STATES),
    check('inspections_completed_check', sql`(${t.state} = 'completed') = (${t.completedAt} is not null)`),
  ],
);

/** Who carries an inspection out (检查人员). */
export const inspectors = pgTable(
  'inspectors',
  {
    domainId: domainId(),
    inspectionId: ref<'inspection'>('inspection_id').notNull(),
    personId: ref<'person'>('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.inspectionId, t.personId] }),
    references(t, 'inspectionId', inspections),
    references(t, 'personId', people),
  ],
);

/**
 * Findings (检查结果), append-only: what was found on an item. Another one on the same item follows it and takes its
 * place; each is followed by one at most, so two people who answer at once cannot both be the last.
 */
export const inspectionFindings = pgTable(
  'inspection_findings',
  {
    domainId: domainId(),
    id: rowId<'finding'>(),
    inspectionId: ref<'inspection'>('inspection_id').notNull(),
    listId: ref<'checkList'>('list_id').notNull(),
    item: integer('item').notNull(),
    follows: ref<'finding'>('follows'),
    verdict: word('verdict', VERDICTS).notNull(),
    note: text('note'),
    /** The day by which what is wrong is to be put right (整改期限). */
    rectifyBy: calendarDay('rectify_by'),
    /** When it was written down; it counts with its visit, also where it corrects one later. */
    recordedAt: instant('recorded_at').notNull(),
    personId: ref<'person'>('person_id'),
    channel: word('channel', CHANNELS).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({
      columns: [t.domainId, t.inspectionId, t.listId],
      foreignColumns: [inspections.domainId, inspections.id, inspections.listId],
    }),
    foreignKey({
      columns: [t.domainId, t.listId, t.item],
      foreignColumns: [checkItems.domainId, checkItems.listId, checkItems.item],
    }),
    unique('inspection_findings_of_item').on(t.domainId, t.id, t.inspectionId, t.item),
    foreignKey({
      columns: [t.domainId, t.follows, t.inspectionId, t.item],
      foreignColumns: [t.domainId, t.id, t.inspectionId, t.item],
    }),
    references(t, 'personId', people),
    unique('inspection_findings_one_successor').on(t.domainId, t.follows),
    uniqueIndex('inspection_findings_one_first')
      .on(t.domainId, t.inspectionId, t.item)
      .where(sql`${t.follows} is null`),
    index('inspection_findings_by_item').on(t.domainId, t.inspectionId, t.item, t.id),
    isOneOf('inspection_findings_verdict_check', t.verdict, VERDICTS),
    isOneOf('inspection_findings_channel_check', t.channel, CHANNELS),
    check('inspection_findings_note_check', sql`${t.verdict} <> 'unmet' or ${t.note} is not null`),
    check('inspection_findings_rectify_check', sql`(${t.verdict} = 'unmet') = (${t.rectifyBy} is not null)`),
  ],
);

/**
 * Problems (问题) that completed inspections found, to be put right by a day. State, words and day are what the
 * events add up to (`api/domain/inspection/problem.ts`).
 */
export const inspectionProblems = pgTable(
  'inspection_problems',
  {
    domainId: domainId(),
    id: rowId<'problem'>(),
    inspectionId: ref<'inspection'>('inspection_id').notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
    listId: ref<'checkList'>('list_id').notNull(),
    item: integer('item').notNull(),
    state: word('state', PROBLEM_STATES).notNull().default('open'),
    text: text('text').notNull(),
    dueOn: calendarDay('due_on').notNull(),
    reportedAt: instant('reported_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('inspection_problems_with_inspection').on(t.domainId, t.id, t.inspectionId),
    foreignKey({
      columns: [t.domainId, t.inspectionId, t.unitId],
      foreignColumns: [inspections.domainId, inspections.id, inspections.unitId],
    }),
    foreignKey({
      columns: [t.domainId, t.listId, t.item],
      foreignColumns: [checkItems.domainId, checkItems.listId, checkItems.item],
    }),
    uniqueIndex('inspection_problems_one_of_item')
      .on(t.domainId, t.inspectionId, t.item)
      .where(sql`${t.state} <> 'withdrawn'`),
    index('inspection_problems_open')
      .on(t.domainId, t.unitId, t.dueOn)
      .where(sql`${t.state} in ('open', 'reported', 'returned')`),
    isOneOf('inspection_problems_state_check', t.state, PROBLEM_STATES),
  ],
);

/** What happened to inspections and to their problems (检查经过), append-only. */
export const inspectionEvents = pgTable(
  'inspection_events',
  {
    domainId: domainId(),
    id: rowId<'inspectionEvent'>(),
    inspectionId: ref<'inspection'>('inspection_id').notNull(),
    /** The problem that it happened to; null for what happened to the inspection itself. */
    problemId: ref<'problem'>('problem_id'),
    /** From when it counts: for a correction, when what it corrects did. */
    at: instant('at').notNull(),
    /** When it was written down, not earlier. */
    recordedAt: instant('recorded_at').notNull(),
    kind: word('kind', INSPECTION_EVENTS).notNull(),
    personId: ref<'person'>('person_id'),
    channel: word('channel', CHANNELS).notNull(),
    note: text('note'),
    /** The day that it sets: of the visit, or to put right by. */
    untilOn: calendarDay('until_on'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'inspectionId', inspections),
    foreignKey({
      columns: [t.domainId, t.problemId, t.inspectionId],
      foreignColumns: [inspectionProblems.domainId, inspectionProblems.id, inspectionProblems.inspectionId],
    }),
    references(t, 'personId', people),
    index('inspection_events_by_inspection').on(t.domainId, t.inspectionId, t.id),
    index('inspection_events_by_problem').on(t.domainId, t.problemId, t.id),
    index('inspection_events_by_day').on(t.domainId, t.untilOn).where(sql`${t.problemId} is not null`),
    uniqueIndex('inspection_events_completed_once')
      .on(t.domainId, t.inspectionId)
      .where(sql`${t.kind} = 'completed'`),
    isOneOf('inspection_events_kind_check', t.kind, INSPECTION_EVENTS),
    isOneOf('inspection_events_channel_check', t.channel, CHANNELS),
    check('inspection_events_time_check', sql`${t.at} <= ${t.recordedAt}`),
    check(
      'inspection_events_problem_check',
      sql`(${t.kind} in (${sql.raw(PROBLEM_EVENTS.map((kind) => `'${kind}'`).join(', '))})) = (${t.problemId} is not null)`,
    ),
    check('inspection_events_raised_check', sql`${t.kind} <> 'raised' or ${t.untilOn} is not null`),
  ],
);

/** Files (检查材料), append-only: of what was found on an item, or with a problem, of what was put right. */
export const inspectionEvidence = pgTable(
  'inspection_evidence',
  {
    domainId: domainId(),
    id: rowId<'inspectionEvidence'>(),
    inspectionId: ref<'inspection'>('inspection_id').notNull(),
    listId: ref<'checkList'>('list_id').notNull(),
    item: integer('item').notNull(),
    problemId: ref<'problem'>('problem_id'),
    fileHash: text('file_hash').notNull(),
    name: text('name').notNull(),
    at: instant('at').notNull(),
    personId: ref<'person'>('person_id'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({
      columns: [t.domainId, t.inspectionId, t.listId],
      foreignColumns: [inspections.domainId, inspections.id, inspections.listId],
    }),
    foreignKey({
      columns: [t.domainId, t.listId, t.item],
      foreignColumns: [checkItems.domainId, checkItems.listId, checkItems.item],
    }),
    foreignKey({
      columns: [t.domainId, t.problemId, t.inspectionId],
      foreignColumns: [inspectionProblems.domainId, inspectionProblems.id, inspectionProblems.inspectionId],
    }),
    references(t, 'fileHash', files, 'hash'),
    references(t, 'personId', people),
    unique('inspection_evidence_once')
      .on(t.domainId, t.inspectionId, t.item, t.problemId, t.fileHash)
      .nullsNotDistinct(),
  ],
);
