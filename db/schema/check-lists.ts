import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { CHECK_LIST_STATES, RANKING_GROUPS } from '../vocabulary.ts';
import { domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';

/**
 * Check lists (检查清单), one row for each version. A version follows the one that it replaces; once published a
 * trigger refuses every change but its being superseded.
 */
export const checkLists = pgTable(
  'check_lists',
  {
    domainId: domainId(),
    id: rowId<'checkList'>(),
    /** The version before; null for the first. */
    follows: ref<'checkList'>('follows'),
    version: integer('version').notNull(),
    state: word('state', CHECK_LIST_STATES).notNull().default('draft'),
    title: text('title').notNull(),
    /** The units it is for; null for any. */
    group: word('ranking_group', RANKING_GROUPS),
    /** How often the draft was saved: who saves over somebody else's change is told so. */
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'follows', t),
    unique('check_lists_one_successor').on(t.domainId, t.follows),
    isOneOf('check_lists_state_check', t.state, CHECK_LIST_STATES),
    isOneOf('check_lists_group_check', t.group, RANKING_GROUPS),
    check('check_lists_title_check', sql`length(${t.title}) between 1 and 60`),
    check('check_lists_published_check', sql`(${t.state} = 'draft') = (${t.publishedAt} is null)`),
    check('check_lists_superseded_check', sql`(${t.state} = 'superseded') = (${t.supersededAt} is not null)`),
  ],
);

/** The items of a check list (检查项), numbered from 1; fixed with their list. */
export const checkItems = pgTable(
  'check_items',
  {
    domainId: domainId(),
    listId: ref<'checkList'>('list_id').notNull(),
    item: integer('item').notNull(),
    text: text('text').notNull(),
    /** The section of the plan that it comes from. */
    section: text('section'),
    /** Points it is worth on the sheet (分值), where the list has any. */
    weight: integer('weight'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.listId, t.item] }),
    references(t, 'listId', checkLists),
    check('check_items_text_check', sql`length(${t.text}) between 1 and 200`),
    check('check_items_weight_check', sql`${t.weight} between 1 and 100`),
  ],
);
