import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { WORDING_STATES } from '../vocabulary.ts';
import { domainId, instant, isOneOf, ref, word } from './columns.ts';
import { tasks } from './plans.ts';
import { people } from './units.ts';

/**
 * Words that people used for a task, learned from their answers to the bot's questions (同义词建议): offered to the
 * office, never applied by themselves.
 */
export const wordings = pgTable(
  'wordings',
  {
    domainId: domainId(),
    taskId: ref<'task'>('task_id').notNull(),
    wording: text('wording').notNull(),
    state: word('state', WORDING_STATES).notNull().default('offered'),
    /** How often somebody meant the task by it. */
    times: integer('times').notNull().default(1),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: ref<'person'>('decided_by'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.taskId, t.wording] }),
    references(t, 'taskId', tasks),
    references(t, 'decidedBy', people),
    index('wordings_by_state').on(t.domainId, t.state),
    isOneOf('wordings_state_check', t.state, WORDING_STATES),
    check('wordings_times_check', sql`${t.times} > 0`),
    check('wordings_length_check', sql`length(${t.wording}) between 2 and 40`),
  ],
);
