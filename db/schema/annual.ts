/**
 * The annual assessment (年度考核). What happens to it are events, which only grow; where it stands is what they add
 * up to (`api/domain/annual/standing.ts`). What is said of its lines stands in `annual-lines.ts`.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { ANNUAL_EVENTS, ANNUAL_KINDS } from '../vocabulary.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people } from './units.ts';

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

/** What happened to it (考核进程), append-only. */
export const annualEvents = pgTable(
  'annual_events',
  {
    domainId: domainId(),
    id: rowId<'annualEvent'>(),
    annualId: annualId(),
    kind: word('kind', ANNUAL_EVENTS).notNull(),
    at: instant('at').notNull(),
    personId: ref<'person'>('person_id'),
    /** The last day of what begins: of 自评 or of 公示. */
    untilOn: calendarDay('until_on'),
    reason: text('reason'),
    /** Of what was signed: SHA-256 of the frozen result. */
    hash: text('hash'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'annualId', annuals),
    references(t, 'personId', people),
    index('annual_events_by_annual').on(t.domainId, t.annualId, t.id),
    uniqueIndex('annual_events_handed_in_once')
      .on(t.domainId, t.annualId, t.personId)
      .where(sql`${t.kind} = 'handedIn'`),
    isOneOf('annual_events_kind_check', t.kind, ANNUAL_EVENTS),
    check('annual_events_signed_check', sql`(${t.kind} = 'signed') = (${t.hash} is not null)`),
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
    references(t, 'annualId', annuals),
    references(t, 'signedBy', people),
    check('annual_results_hash_check', sql`${t.hash} = encode(sha256(convert_to(${t.body}, 'UTF8')), 'hex')`),
  ],
);
