import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { references } from '../refers-to.ts';
import { CHANNELS, ORDER_EVENTS, ORDER_STATES } from '../vocabulary.ts';
import { assignments, files } from './assignments.ts';
import { calendarDay, domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/**
 * Supervision orders (督办单): what a unit is late with and is to put right and answer for. What stands here beside
 * the keys is what its events add up to (`api/domain/supervision/fold.ts`), kept so that a list is one query.
 */
export const supervisionOrders = pgTable(
  'supervision_orders',
  {
    domainId: domainId(),
    id: rowId<'order'>(),
    unitId: ref<'unit'>('unit_id').notNull(),
    state: word('state', ORDER_STATES).notNull().default('draft'),
    /** With the year its number (〔2026〕3号), given when it is served, without gaps; a withdrawn one keeps it. */
    year: integer('year'),
    number: integer('number'),
    /** What it is about where that is no assignment (督办事项), as the committee put it. */
    subject: text('subject'),
    /** Why it was started by hand (督办缘由); null where the days of the reminders drafted it. */
    reason: text('reason'),
    /** What is asked of the unit (整改要求). */
    demand: text('demand').notNull(),
    /** The day by which it is to be answered. */
    answerBy: calendarDay('answer_by'),
    draftedAt: instant('drafted_at').notNull(),
    servedAt: instant('served_at'),
    receivedAt: instant('received_at'),
    answeredAt: instant('answered_at'),
    raisedAt: instant('raised_at'),
    endedAt: instant('ended_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'unitId', units),
    unique('supervision_orders_number_unique').on(t.domainId, t.year, t.number),
    index('supervision_orders_by_unit').on(t.domainId, t.unitId, t.id),
    index('supervision_orders_open').on(t.domainId, t.answerBy).where(sql`${t.endedAt} is null`),
    isOneOf('supervision_orders_state_check', t.state, ORDER_STATES),
    check('supervision_orders_subject_check', sql`${t.subject} is null or ${t.reason} is not null`),
    check('supervision_orders_number_check', sql`(${t.year} is null) = (${t.number} is null)`),
    check('supervision_orders_served_check', sql`(${t.servedAt} is null) = (${t.number} is null)`),
    check(
      'supervision_orders_ended_check',
      sql`(${t.state} in ('closed', 'withdrawn')) = (${t.endedAt} is not null)`,
    ),
  ],
);

/** The assignments that an order is about (督办事项), with how late each was when it was drafted. */
export const supervisionOrderItems = pgTable(
  'supervision_order_items',
  {
    domainId: domainId(),
    orderId: ref<'order'>('order_id').notNull(),
    assignmentId: ref<'assignment'>('assignment_id').notNull(),
    dueOn: calendarDay('due_on').notNull(),
    workingDaysLate: integer('working_days_late').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.orderId, t.assignmentId] }),
    references(t, 'orderId', supervisionOrders),
    references(t, 'assignmentId', assignments),
    index('supervision_order_items_by_assignment').on(t.domainId, t.assignmentId),
  ],
);

/** What happened to an order (督办单经过), append-only: who, when, by which channel, what was said. */
export const supervisionEvents = pgTable(
  'supervision_events',
  {
    domainId: domainId(),
    id: rowId<'orderEvent'>(),
    orderId: ref<'order'>('order_id').notNull(),
    at: instant('at').notNull(),
    /** When it was written down, not earlier. */
    recordedAt: instant('recorded_at').notNull(),
    kind: word('kind', ORDER_EVENTS).notNull(),
    personId: ref<'person'>('person_id'),
    channel: word('channel', CHANNELS).notNull(),
    /** The demand as served, the answer, the reason of a return. */
    note: text('note'),
    /** The day to answer by that it sets. */
    untilOn: calendarDay('until_on'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'orderId', supervisionOrders),
    references(t, 'personId', people),
    index('supervision_events_by_order').on(t.domainId, t.orderId, t.at, t.id),
    isOneOf('supervision_events_kind_check', t.kind, ORDER_EVENTS),
    isOneOf('supervision_events_channel_check', t.channel, CHANNELS),
    check('supervision_events_time_check', sql`${t.at} <= ${t.recordedAt}`),
    check('supervision_events_served_check', sql`${t.kind} <> 'served' or ${t.untilOn} is not null`),
  ],
);

/** Evidence (整改材料), append-only: a file that the unit attached to its answer. */
export const supervisionEvidence = pgTable(
  'supervision_evidence',
  {
    domainId: domainId(),
    id: rowId<'orderEvidence'>(),
    eventId: ref<'orderEvent'>('event_id').notNull(),
    orderId: ref<'order'>('order_id').notNull(),
    fileHash: text('file_hash').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    references(t, 'eventId', supervisionEvents),
    references(t, 'orderId', supervisionOrders),
    references(t, 'fileHash', files, 'hash'),
    unique('supervision_evidence_once').on(t.domainId, t.orderId, t.fileHash),
  ],
);
