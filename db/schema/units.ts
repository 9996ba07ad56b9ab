import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { DUTIES, RANKING_GROUPS, ROLES, UNIT_KINDS, type UnitId } from '../vocabulary.ts';
import { user } from './auth.ts';
import { domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';

/**
 * The unit tree (单位树): 县 → 街道 → 村社 → 组 → 网格, and departments under the 街道.
 * A county and a sub-district are the roots of their own data: their `domain_id` is their own `id`.
 */
export const units = pgTable(
  'units',
  {
    domainId: domainId(),
    id: rowId<'unit'>(),
    /** Unique over all sub-districts: the one reference that may leave them, for the county above. */
    parentId: ref<'unit'>('parent_id').references((): AnyPgColumn => units.id),
    kind: word('kind', UNIT_KINDS).notNull(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    /** The group it is ranked in; null where it is not assessed. */
    rankingGroup: word('ranking_group', RANKING_GROUPS),
    position: integer('position').notNull().default(0),
    /** It is assessed, and given what falls due, from this instant to its retirement. */
    addedAt: instant('added_at').notNull().default(sql`'epoch'`),
    retiredAt: instant('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('units_id_unique').on(t.id),
    unique('units_name_unique').on(t.domainId, t.parentId, t.name),
    index('units_by_parent').on(t.domainId, t.parentId, t.position),
    isOneOf('units_kind_check', t.kind, UNIT_KINDS),
    isOneOf('units_ranking_group_check', t.rankingGroup, RANKING_GROUPS),
  ],
);

/** Other names a unit goes by (别名): 政法委 for 街道政法委. */
export const unitAliases = pgTable(
  'unit_aliases',
  {
    domainId: domainId(),
    unitId: ref<'unit'>('unit_id').notNull(),
    alias: text('alias').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.alias] }),
    references(t, 'unitId', units),
    index('unit_aliases_by_unit').on(t.domainId, t.unitId),
  ],
);

/** People (人员): one role within one unit's subtree. `user_id` is the sign-in, where there is one. */
export const people = pgTable(
  'people',
  {
    domainId: domainId(),
    id: rowId<'person'>(),
    unitId: ref<'unit'>('unit_id').notNull().$type<UnitId>(),
    name: text('name').notNull(),
    role: word('role', ROLES).notNull(),
    duty: word('duty', DUTIES).notNull(),
    userId: text('user_id').references(() => user.id),
    active: boolean('active').notNull().default(true),
    /** Phone links made before this instant no longer open: how a person's links are revoked. */
    linksValidFrom: instant('links_valid_from').notNull().default(sql`'epoch'`),
    /** Set with a password that somebody else chose; the first thing asked for after sign-in. */
    mustChangePassword: boolean('must_change_password').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'unitId', units),
    unique('people_user_unique').on(t.userId),
    index('people_by_unit').on(t.domainId, t.unitId),
    isOneOf('people_role_check', t.role, ROLES),
    isOneOf('people_duty_check', t.duty, DUTIES),
  ],
);
