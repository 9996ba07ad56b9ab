import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { BULLETIN_KINDS, BULLETIN_STATES, CHANNELS } from '../vocabulary.ts';
import { files } from './assignments.ts';
import { domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/**
 * Bulletins (通报). Once issued a trigger refuses every change but withdrawal and the note that it was sent out;
 * the Word file and the picture are kept by the hash of their bytes.
 */
export const bulletins = pgTable(
  'bulletins',
  {
    domainId: domainId(),
    id: rowId<'bulletin'>(),
    kind: word('kind', BULLETIN_KINDS).notNull(),
    /** `2026-05`, `2026`, `2026-W21`. */
    period: text('period').notNull(),
    /** The section of the plan that a special one is about; empty for the others. */
    chapter: text('chapter').notNull().default(''),
    state: word('state', BULLETIN_STATES).notNull().default('draft'),
    /** Grows by one with every change: two people who change one thing do not overwrite each other. */
    version: integer('version').notNull().default(1),
    /** The instant that every figure is as of. */
    asOf: instant('as_of').notNull(),
    /** As the data gave it, and as the office worded it. */
    composed: jsonb('composed').notNull(),
    content: jsonb('content').notNull(),
    createdAt: instant('created_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** Why a leader sent it back, until it is submitted again. */
    sentBack: text('sent_back'),
    signedAt: instant('signed_at'),
    signedBy: ref<'person'>('signed_by'),
    issuedAt: instant('issued_at'),
    /** 发文字号: the year and the number in it. */
    year: integer('year'),
    number: integer('number'),
    contentHash: text('content_hash'),
    wordHash: text('word_hash'),
    pictureHash: text('picture_hash'),
    pushedAt: instant('pushed_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'signedBy', people),
    references(t, 'wordHash', files, 'hash'),
    references(t, 'pictureHash', files, 'hash'),
    unique('bulletins_number_unique').on(t.domainId, t.year, t.number),
    uniqueIndex('bulletins_one_of_a_period')
      .on(t.domainId, t.kind, t.period, t.chapter)
      .where(sql`${t.state} <> 'withdrawn'`),
    index('bulletins_by_issue').on(t.domainId, t.issuedAt),
    isOneOf('bulletins_kind_check', t.kind, BULLETIN_KINDS),
    isOneOf('bulletins_state_check', t.state, BULLETIN_STATES),
    check(
      'bulletins_issued_check',
      sql`(${t.state} in ('issued', 'withdrawn')) = (${t.issuedAt} is not null)`,
    ),
    check(
      'bulletins_number_check',
      sql`num_nonnulls(${t.issuedAt}, ${t.year}, ${t.number}, ${t.contentHash}, ${t.wordHash}) in (0, 5)`,
    ),
    check('bulletins_withdrawn_check', sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check('bulletins_reason_check', sql`${t.state} <> 'withdrawn' or ${t.withdrawnReason} is not null`),
  ],
);

/** Every version of a bulletin (修改留痕), append-only: who did what, and what it said from then on. */
export const bulletinVersions = pgTable(
  'bulletin_versions',
  {
    domainId: domainId(),
    bulletinId: ref<'bulletin'>('bulletin_id').notNull(),
    version: integer('version').notNull(),
    at: instant('at').notNull(),
    personId: ref<'person'>('person_id'),
    action: text('action').notNull(),
    reason: text('reason'),
    content: jsonb('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.bulletinId, t.version] }),
    references(t, 'bulletinId', bulletins),
    references(t, 'personId', people),
  ],
);

/** The last number given in a year (发文字号), locked while one is given, so that none is left out or given twice. */
export const bulletinNumbers = pgTable(
  'bulletin_numbers',
  { domainId: domainId(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.domainId, t.year] })],
);

/** Practices (先进经验) that units offer or the office writes down, personal data masked. */
export const practices = pgTable(
  'practices',
  {
    domainId: domainId(),
    id: rowId<'practice'>(),
    unitId: ref<'unit'>('unit_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    at: instant('at').notNull(),
    personId: ref<'person'>('person_id'),
    channel: word('channel', CHANNELS).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'unitId', units),
    references(t, 'personId', people),
    index('practices_by_unit').on(t.domainId, t.unitId, t.id),
    isOneOf('practices_channel_check', t.channel, CHANNELS),
    check('practices_title_check', sql`length(${t.title}) between 1 and 60`),
    check('practices_body_check', sql`length(${t.body}) between 1 and 2000`),
  ],
);

/** Which practices the office picked for a bulletin, in their order. */
export const bulletinPractices = pgTable(
  'bulletin_practices',
  {
    domainId: domainId(),
    bulletinId: ref<'bulletin'>('bulletin_id').notNull(),
    practiceId: ref<'practice'>('practice_id').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.bulletinId, t.practiceId] }),
    references(t, 'bulletinId', bulletins),
    references(t, 'practiceId', practices),
    index('bulletin_practices_by_practice').on(t.domainId, t.practiceId),
  ],
);
