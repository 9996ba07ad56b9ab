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
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { RANKING_GROUPS, SCHEME_STATES } from '../vocabulary.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/**
 * Assessment schemes (考核方案): one document in the format of `duban score`, frozen once published
 * (a trigger refuses changes to the body); a new version supersedes it.
 */
export const schemes = pgTable(
  'schemes',
  {
    domainId: domainId(),
    id: rowId<'scheme'>(),
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    state: word('state', SCHEME_STATES).notNull(),
    body: jsonb('body').notNull(),
    /** How often the draft was saved: who saves over somebody else's change is told so. */
    revision: integer('revision').notNull().default(1),
    /** The scheme that the draft was copied from; null for one begun from the built-in one. */
    copiedFrom: ref<'scheme'>('copied_from'),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('schemes_version_unique').on(t.domainId, t.year, t.version),
    references(t, 'copiedFrom', t),
    uniqueIndex('schemes_one_draft').on(t.domainId, t.year).where(sql`${t.state} = 'draft'`),
    uniqueIndex('schemes_one_published').on(t.domainId, t.year).where(sql`${t.state} = 'published'`),
    isOneOf('schemes_state_check', t.state, SCHEME_STATES),
    check('schemes_published_check', sql`(${t.state} = 'draft') = (${t.publishedAt} is null)`),
  ],
);

/** Reported values (填报值), append-only: the latest confirmed one by an instant is the value as of it. */
export const reportedValues = pgTable(
  'reported_values',
  {
    domainId: domainId(),
    id: rowId<'reportedValue'>(),
    year: integer('year').notNull(),
    indicator: text('indicator').notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
    /** A number, a yes or no, or `{"notApplicable": true}`, as `DATA.json` of `duban score` has it. */
    value: jsonb('value').notNull(),
    /** From when it counts: for a correction, when the figure that it corrects did. */
    at: instant('at').notNull(),
    /** When it was written down, where that was later: what was known as of an instant is told by this. */
    recordedAt: instant('recorded_at'),
    personId: ref<'person'>('person_id'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'unitId', units),
    references(t, 'personId', people),
    check('reported_values_time_check', sql`${t.at} <= ${t.recordedAt}`),
    index('reported_values_latest').on(t.domainId, t.year, t.indicator, t.unitId, t.at),
  ],
);

/** Scores and ranks of a day (每日得分), for the trend. */
export const snapshots = pgTable(
  'snapshots',
  {
    domainId: domainId(),
    day: calendarDay('day').notNull(),
    rankingGroup: word('ranking_group', RANKING_GROUPS).notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
    total: numeric('total', { precision: 8, scale: 2 }),
    rank: integer('rank'),
    grade: text('grade'),
    lines: jsonb('lines').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.rankingGroup, t.day, t.unitId] }),
    references(t, 'unitId', units),
    index('snapshots_by_unit').on(t.domainId, t.unitId, t.day),
    isOneOf('snapshots_group_check', t.rankingGroup, RANKING_GROUPS),
  ],
);
