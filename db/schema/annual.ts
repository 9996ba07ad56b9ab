/**
 * The annual assessment (年度考核). What happens to it are events, which only grow; where it stands is what they add
 * up to (`api/domain/annual/standing.ts`). Only a unit's draft is ever written over.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  ANNUAL_EVENTS,
  ANNUAL_FILE_USES,
  ANNUAL_KINDS,
  CLAIM_VERDICTS,
  OBJECTION_VERDICTS,
} from '../vocabulary.ts';
import { files } from './assignments.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/** One year's assessment, or a rehearsal of it. `cutoff_at`: collected values are as of this instant (截止时点). */
export const annuals = pgTable(
  'annuals',
  {
    domainId: domainId(),
    id: rowId<'annual'>(),
    year: integer('year').notNull(),
    kind: word('kind', ANNUAL_KINDS).notNull(),
    cutoffAt: instant('cutoff_at').notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('annuals_once').on(t.domainId, t.year, t.kind),
    isOneOf('annuals_kind_check', t.kind, ANNUAL_KINDS),
  ],
);

const annualId = () => ref<'annual'>('annual_id').notNull();
const personId = () => ref<'person'>('person_id');

/** What happened to it (考核进程), append-only. */
export const annualEvents = pgTable(
  'annual_events',
  {
    domainId: domainId(),
    id: rowId<'annualEvent'>(),
    annualId: annualId(),
    kind: word('kind', ANNUAL_EVENTS).notNull(),
    at: instant('at').notNull(),
    personId: personId(),
    /** The last day of what begins: of 自评 or of 公示. */
    untilOn: calendarDay('until_on'),
    reason: text('reason'),
    /** Of what was signed: SHA-256 of the frozen result. */
    hash: text('hash'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    index('annual_events_by_annual').on(t.domainId, t.annualId, t.id),
    uniqueIndex('annual_events_handed_in_once')
      .on(t.domainId, t.annualId, t.personId)
      .where(sql`${t.kind} = 'handedIn'`),
    isOneOf('annual_events_kind_check', t.kind, ANNUAL_EVENTS),
    check('annual_events_signed_check', sql`(${t.kind} = 'signed') = (${t.hash} is not null)`),
  ],
);

/** A unit's self-assessment while it is being written (自评草稿): the one thing here that is written over. */
export const annualDrafts = pgTable(
  'annual_drafts',
  {
    domainId: domainId(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    /** By indicator: `{"V4": {"value": 0.95, "note": "…"}}`. */
    lines: jsonb('lines').notNull(),
    version: integer('version').notNull().default(1),
    savedAt: instant('saved_at').notNull(),
    savedBy: ref<'person'>('saved_by'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.annualId, t.unitId] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.savedBy], foreignColumns: [people.domainId, people.id] }),
  ],
);

/** Self-assessments handed in (提交自评), append-only; again after lines were returned. */
export const annualSubmissions = pgTable(
  'annual_submissions',
  {
    domainId: domainId(),
    id: rowId<'submission'>(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    index('annual_submissions_by_unit').on(t.domainId, t.annualId, t.unitId),
  ],
);

/** Lines of a self-assessment as submitted (自评填报), append-only: a value, or an explanation, or both. */
export const annualClaims = pgTable(
  'annual_claims',
  {
    domainId: domainId(),
    id: rowId<'claim'>(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    indicator: text('indicator').notNull(),
    /** As `reported_values` keeps it; null where the line is only explained. */
    value: jsonb('value'),
    note: text('note').notNull().default(''),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    index('annual_claims_by_line').on(t.domainId, t.annualId, t.unitId, t.indicator, t.id),
  ],
);

/** The committee's word on a value that a unit entered (填报值审核), append-only, once for each. */
export const annualVerdicts = pgTable(
  'annual_verdicts',
  {
    domainId: domainId(),
    claimId: ref<'claim'>('claim_id').notNull(),
    verdict: word('verdict', CLAIM_VERDICTS).notNull(),
    reason: text('reason'),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.claimId] }),
    foreignKey({
      columns: [t.domainId, t.claimId],
      foreignColumns: [annualClaims.domainId, annualClaims.id],
    }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    isOneOf('annual_verdicts_verdict_check', t.verdict, CLAIM_VERDICTS),
    check('annual_verdicts_return_check', sql`${t.verdict} <> 'returned' or ${t.reason} is not null`),
  ],
);

/** Marks of committee members (评分), append-only: a member's latest on a line is the one that holds. */
export const annualMarks = pgTable(
  'annual_marks',
  {
    domainId: domainId(),
    id: rowId<'mark'>(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    indicator: text('indicator').notNull(),
    personId: ref<'person'>('person_id').notNull(),
    mark: numeric('mark', { precision: 8, scale: 2, mode: 'number' }).notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    index('annual_marks_latest').on(t.domainId, t.annualId, t.personId, t.unitId, t.indicator, t.id),
    check('annual_marks_mark_check', sql`${t.mark} >= 0`),
  ],
);

/** Files of the assessment (考核材料), append-only, each at one line of one unit. */
export const annualFiles = pgTable(
  'annual_files',
  {
    domainId: domainId(),
    id: rowId<'annualFile'>(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    indicator: text('indicator').notNull(),
    use: word('use', ANNUAL_FILE_USES).notNull(),
    fileHash: text('file_hash').notNull(),
    name: text('name').notNull(),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    foreignKey({ columns: [t.domainId, t.fileHash], foreignColumns: [files.domainId, files.hash] }),
    index('annual_files_by_line').on(t.domainId, t.annualId, t.unitId, t.indicator),
    unique('annual_files_once').on(t.domainId, t.annualId, t.unitId, t.indicator, t.use, t.fileHash),
    isOneOf('annual_files_use_check', t.use, ANNUAL_FILE_USES),
  ],
);

/** Objections to a line of the public list (异议), append-only. */
export const annualObjections = pgTable(
  'annual_objections',
  {
    domainId: domainId(),
    id: rowId<'objection'>(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    indicator: text('indicator').notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    unique('annual_objections_once').on(t.domainId, t.annualId, t.unitId, t.indicator),
  ],
);

/** Answers to objections (复核意见), append-only, one each. */
export const annualAnswers = pgTable(
  'annual_answers',
  {
    domainId: domainId(),
    objectionId: ref<'objection'>('objection_id').notNull(),
    verdict: word('verdict', OBJECTION_VERDICTS).notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.objectionId] }),
    foreignKey({
      columns: [t.domainId, t.objectionId],
      foreignColumns: [annualObjections.domainId, annualObjections.id],
    }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    isOneOf('annual_answers_verdict_check', t.verdict, OBJECTION_VERDICTS),
  ],
);

/**
 * Values that the committee put in the place of what was found (调整), append-only: the latest on a line holds. One
 * without a value takes the earlier ones back. Each rests on a file, or on the objection that it answers.
 */
export const annualOverrides = pgTable(
  'annual_overrides',
  {
    domainId: domainId(),
    id: rowId<'override'>(),
    annualId: annualId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    indicator: text('indicator').notNull(),
    value: jsonb('value'),
    reason: text('reason').notNull(),
    fileId: ref<'annualFile'>('file_id'),
    objectionId: ref<'objection'>('objection_id'),
    at: instant('at').notNull(),
    personId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.unitId], foreignColumns: [units.domainId, units.id] }),
    foreignKey({ columns: [t.domainId, t.personId], foreignColumns: [people.domainId, people.id] }),
    foreignKey({ columns: [t.domainId, t.fileId], foreignColumns: [annualFiles.domainId, annualFiles.id] }),
    foreignKey({
      columns: [t.domainId, t.objectionId],
      foreignColumns: [annualObjections.domainId, annualObjections.id],
    }),
    index('annual_overrides_latest').on(t.domainId, t.annualId, t.unitId, t.indicator, t.id),
    check(
      'annual_overrides_basis_check',
      sql`${t.value} is null or ${t.fileId} is not null or ${t.objectionId} is not null`,
    ),
  ],
);

/** Results as signed (定档结果), append-only: `body` is kept byte for byte, `hash` is its SHA-256. */
export const annualResults = pgTable(
  'annual_results',
  {
    domainId: domainId(),
    annualId: annualId(),
    hash: text('hash').notNull(),
    body: text('body').notNull(),
    signedAt: instant('signed_at').notNull(),
    signedBy: ref<'person'>('signed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.annualId, t.signedAt] }),
    foreignKey({ columns: [t.domainId, t.annualId], foreignColumns: [annuals.domainId, annuals.id] }),
    foreignKey({ columns: [t.domainId, t.signedBy], foreignColumns: [people.domainId, people.id] }),
    check('annual_results_hash_check', sql`${t.hash} = encode(sha256(convert_to(${t.body}, 'UTF8')), 'hex')`),
  ],
);
