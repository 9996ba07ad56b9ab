/**
 * What units and the committee say of the lines of an annual assessment (自评、评分、异议、调整). It only grows; a unit's
 * draft alone is ever written over.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { ANNUAL_FILE_USES, CLAIM_VERDICTS, OBJECTION_VERDICTS } from '../vocabulary.ts';
import { annuals } from './annual.ts';
import { files } from './assignments.ts';
import { domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

const annualId = () => ref<'annual'>('annual_id').notNull();
const personId = () => ref<'person'>('person_id');

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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'savedBy', people),
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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'personId', people),
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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'personId', people),
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
    references(t, 'claimId', annualClaims),
    references(t, 'personId', people),
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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'personId', people),
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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'personId', people),
    references(t, 'fileHash', files, 'hash'),
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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'personId', people),
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
    references(t, 'objectionId', annualObjections),
    references(t, 'personId', people),
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
    references(t, 'annualId', annuals),
    references(t, 'unitId', units),
    references(t, 'personId', people),
    references(t, 'fileId', annualFiles),
    references(t, 'objectionId', annualObjections),
    index('annual_overrides_latest').on(t.domainId, t.annualId, t.unitId, t.indicator, t.id),
    check(
      'annual_overrides_basis_check',
      sql`${t.value} is null or ${t.fileId} is not null or ${t.objectionId} is not null`,
    ),
  ],
);
