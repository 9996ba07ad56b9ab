import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { GATEWAY_LIVES, GATEWAYS } from '../vocabulary.ts';
import { calendarDay, domainId, instant, isOneOf, word } from './columns.ts';

/**
 * How each gateway is (通道状态), written by the process that speaks and read by all: pages and probes may be in
 * another one. What is older than its heartbeat's time is not known any more.
 */
export const gatewayStates = pgTable(
  'gateway_states',
  {
    domainId: domainId(),
    gateway: word('gateway', GATEWAYS).notNull(),
    life: word('life', GATEWAY_LIVES).notNull(),
    since: instant('since').notNull(),
    /** What to scan, while it waits for that. */
    qrcode: text('qrcode'),
    lastInbound: instant('last_inbound'),
    lastOutbound: instant('last_outbound'),
    fault: text('fault'),
    /** The other side asked to be left in peace until then (限流). */
    throttledUntil: instant('throttled_until'),
    beatAt: instant('beat_at').notNull(),
    /** Somebody asked for a probe (探测), and when one last came back. */
    probeAskedAt: instant('probe_asked_at'),
    probedAt: instant('probed_at'),
    probeFault: text('probe_fault'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.gateway] }),
    isOneOf('gateway_states_gateway_check', t.gateway, GATEWAYS),
    isOneOf('gateway_states_life_check', t.life, GATEWAY_LIVES),
  ],
);

/**
 * How often each gateway refused a message on each day (被拒): tries that failed or were throttled, whatever became of
 * the message since.
 */
export const refusals = pgTable(
  'refusals',
  {
    domainId: domainId(),
    gateway: word('gateway', GATEWAYS).notNull(),
    day: calendarDay('day').notNull(),
    times: integer('times').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.gateway, t.day] }),
    isOneOf('refusals_gateway_check', t.gateway, GATEWAYS),
  ],
);

/** The speaker's lease (发言权): of several bot processes the one that holds it listens and speaks. */
export const speakers = pgTable('speakers', {
  domainId: domainId().primaryKey(),
  holder: text('holder').notNull(),
  since: instant('since').notNull(),
  until: instant('until').notNull(),
});
