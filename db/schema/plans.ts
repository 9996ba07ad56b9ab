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
import { MEASURES, PARTS, PLAN_STATES } from '../vocabulary.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/** Plans (工作方案) and their versions. A confirmed plan gives rise to assignments. */
export const plans = pgTable(
  'plans',
  {
    domainId: domainId(),
    id: rowId<'plan'>(),
    title: text('title').notNull(),
    year: integer('year').notNull(),
    version: integer('version').notNull().default(1),
    state: word('state', PLAN_STATES).notNull(),
    /** The document it was read from, so that a person can set the draft beside it. */
    sourceText: text('source_text'),
    /** What the reader made of the document, until a person confirms it. */
    reading: jsonb('reading'),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: ref<'person'>('confirmed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'confirmedBy', people),
    unique('plans_version_unique').on(t.domainId, t.year, t.title, t.version),
    isOneOf('plans_state_check', t.state, PLAN_STATES),
    check('plans_confirmed_check', sql`${t.state} = 'draft' or ${t.confirmedAt} is not null`),
  ],
);

/** Phases of a plan (阶段目标). */
export const planPhases = pgTable(
  'plan_phases',
  {
    domainId: domainId(),
    planId: ref<'plan'>('plan_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    opensOn: calendarDay('opens_on').notNull(),
    closesOn: calendarDay('closes_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.planId, t.position] }),
    references(t, 'planId', plans),
    check('plan_phases_order_check', sql`${t.opensOn} <= ${t.closesOn}`),
  ],
);

/** The chapters that items stand under (章节): 四(三) 五项重点任务. */
export const planSections = pgTable(
  'plan_sections',
  {
    domainId: domainId(),
    planId: ref<'plan'>('plan_id').notNull(),
    number: text('number').notNull(),
    title: text('title').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.domainId, t.planId, t.number] }), references(t, 'planId', plans)],
);

/** Items (责任事项): a numbered section that gives somebody something to do. */
export const items = pgTable(
  'items',
  {
    domainId: domainId(),
    id: rowId<'item'>(),
    planId: ref<'plan'>('plan_id').notNull(),
    code: text('code').notNull(),
    /** The number of its own section, `四(二)4`. */
    section: text('section').notNull(),
    /** The number of the chapter above it, `四(二)`. */
    chapter: text('chapter').notNull(),
    title: text('title').notNull(),
    quote: text('quote').notNull().default(''),
    /** The names as the list has them, `@villages` among them: a unit added later is given its part by them. */
    ledBy: text('led_by').array().notNull(),
    supportedBy: text('supported_by').array().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'planId', plans),
    unique('items_code_unique').on(t.domainId, t.planId, t.code),
  ],
);

/** Who leads and who supports an item (牵头、配合单位). */
export const itemUnits = pgTable(
  'item_units',
  {
    domainId: domainId(),
    itemId: ref<'item'>('item_id').notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
    part: word('part', PARTS).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.itemId, t.unitId, t.part] }),
    references(t, 'itemId', items),
    references(t, 'unitId', units),
    isOneOf('item_units_part_check', t.part, PARTS),
  ],
);

/** Tasks (任务): what is done once by a day of the year, or once in every period. */
export const tasks = pgTable(
  'tasks',
  {
    domainId: domainId(),
    id: rowId<'task'>(),
    planId: ref<'plan'>('plan_id').notNull(),
    itemId: ref<'item'>('item_id').notNull(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    measure: word('measure', MEASURES).notNull(),
    target: integer('target'),
    unitOfMeasure: text('unit_of_measure'),
    /** Due once, on this day. */
    dueOn: calendarDay('due_on'),
    /** Or once in every so many weeks or months (time.md, Due days). */
    everyWeeks: integer('every_weeks'),
    everyMonths: integer('every_months'),
    /** Overdue only from this second limit, in months, where the plan names one. */
    atMostMonths: integer('at_most_months'),
    /** The names of those it is given to, as the list has them. */
    givenTo: text('given_to').array().notNull(),
    /** Everyday words for the task that the bot listens for; edited by the office. */
    synonyms: text('synonyms').array().notNull().default(sql`'{}'`),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'planId', plans),
    references(t, 'itemId', items),
    uniqueIndex('tasks_code_unique').on(t.domainId, t.planId, t.code),
    index('tasks_by_item').on(t.domainId, t.itemId),
    isOneOf('tasks_measure_check', t.measure, MEASURES),
    check('tasks_one_time_check', sql`num_nonnulls(${t.dueOn}, ${t.everyWeeks}, ${t.everyMonths}) = 1`),
    check('tasks_target_check', sql`${t.measure} = 'milestone' or ${t.target} > 0`),
    check('tasks_at_most_check', sql`${t.atMostMonths} is null or ${t.atMostMonths} > ${t.everyMonths}`),
  ],
);

/** Which units a task is given to (承办单位). */
export const taskUnits = pgTable(
  'task_units',
  {
    domainId: domainId(),
    taskId: ref<'task'>('task_id').notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
    /** When it was given by itself (交办); null where it came with the plan. */
    givenAt: instant('given_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.taskId, t.unitId] }),
    references(t, 'taskId', tasks),
    references(t, 'unitId', units),
    index('task_units_by_unit').on(t.domainId, t.unitId),
  ],
);
