import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { GATEWAYS, INBOX_STATES, OUTBOX_CAUSES, OUTBOX_STATES } from '../vocabulary.ts';
import { domainId, instant, isOneOf, ref, rowId, word } from './columns.ts';
import { people, units } from './units.ts';

/** Rooms (工作群) as a gateway knows them; a room speaks for units once the office has bound it. */
export const rooms = pgTable(
  'rooms',
  {
    domainId: domainId(),
    id: rowId<'room'>(),
    gateway: word('gateway', GATEWAYS).notNull(),
    externalId: text('external_id').notNull(),
    topic: text('topic').notNull(),
    boundAt: instant('bound_at'),
    boundBy: ref<'person'>('bound_by'),
    /** The room that this one stands in for (备用群) while that one's gateway is down; nothing else is pushed here. */
    standsInFor: ref<'room'>('stands_in_for'),
    /** The watermark (水位): when the newest message heard here was said. What is older may be a replay. */
    heardUntil: instant('heard_until'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('rooms_external_unique').on(t.domainId, t.gateway, t.externalId),
    references(t, 'boundBy', people),
    references(t, 'standsInFor', t),
    index('rooms_by_topic').on(t.domainId, t.gateway, t.topic),
    isOneOf('rooms_gateway_check', t.gateway, GATEWAYS),
    check('rooms_stands_in_check', sql`${t.standsInFor} <> ${t.id}`),
  ],
);

/** Which units' business a room is about. */
export const roomUnits = pgTable(
  'room_units',
  {
    domainId: domainId(),
    roomId: ref<'room'>('room_id').notNull(),
    unitId: ref<'unit'>('unit_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.roomId, t.unitId] }),
    references(t, 'roomId', rooms),
    references(t, 'unitId', units),
    index('room_units_by_unit').on(t.domainId, t.unitId),
  ],
);

/** Contacts (联系人) as a gateway knows them; a person once bound. */
export const contacts = pgTable(
  'contacts',
  {
    domainId: domainId(),
    id: rowId<'contact'>(),
    gateway: word('gateway', GATEWAYS).notNull(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    personId: ref<'person'>('person_id'),
    boundAt: instant('bound_at'),
    /** Another bot (机器人): what it says is kept and never answered. */
    isBot: boolean('is_bot').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('contacts_external_unique').on(t.domainId, t.gateway, t.externalId),
    references(t, 'personId', people),
    index('contacts_by_person').on(t.domainId, t.personId),
    isOneOf('contacts_gateway_check', t.gateway, GATEWAYS),
  ],
);

/** Binding codes (绑定码): six digits, ten minutes, one use; for a person, or for a room and its units. */
export const bindingCodes = pgTable(
  'binding_codes',
  {
    domainId: domainId(),
    code: text('code').notNull(),
    personId: ref<'person'>('person_id'),
    unitIds: jsonb('unit_ids').$type<number[]>(),
    madeBy: ref<'person'>('made_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.code] }),
    references(t, 'personId', people),
    references(t, 'madeBy', people),
    check('binding_codes_code_check', sql`${t.code} ~ '^[0-9]{6}$'`),
    check('binding_codes_for_one_check', sql`num_nonnulls(${t.personId}, ${t.unitIds}) = 1`),
  ],
);

/**
 * The inbox (收件箱): what came in, stored before anything else happens, personal data masked.
 * A gateway may deliver a message often; it stands here once.
 */
export const inbox = pgTable(
  'inbox',
  {
    domainId: domainId(),
    id: rowId<'message'>(),
    gateway: word('gateway', GATEWAYS).notNull(),
    externalId: text('external_id').notNull(),
    /** Null in a private talk. */
    roomId: ref<'room'>('room_id'),
    contactId: ref<'contact'>('contact_id').notNull(),
    text: text('text').notNull(),
    /** A picture or file that came with it, by content hash. */
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    mentioned: integer('mentioned').notNull().default(0),
    /** How many pieces of personal data were masked; the sender is told. */
    masked: integer('masked').notNull().default(0),
    sentAt: instant('sent_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    state: word('state', INBOX_STATES).notNull().default('pending'),
    handledAt: instant('handled_at'),
    /** What it was understood to mean, for the record. */
    intent: jsonb('intent'),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    /** The bot had to ask what it meant (追问). */
    asked: boolean('asked').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    unique('inbox_external_unique').on(t.domainId, t.gateway, t.externalId),
    references(t, 'roomId', rooms),
    references(t, 'contactId', contacts),
    index('inbox_pending').on(t.domainId, t.id).where(sql`${t.state} = 'pending'`),
    index('inbox_by_room').on(t.domainId, t.roomId, t.id),
    index('inbox_by_time').on(t.domainId, t.receivedAt),
    index('inbox_by_sender').on(t.domainId, t.contactId, t.sentAt),
    index('inbox_by_contact').on(t.domainId, t.contactId, t.id),
    isOneOf('inbox_gateway_check', t.gateway, GATEWAYS),
    isOneOf('inbox_state_check', t.state, INBOX_STATES),
    check('inbox_text_check', sql`length(${t.text}) <= 20000`),
    check('inbox_handled_check', sql`(${t.state} = 'pending') = (${t.handledAt} is null)`),
  ],
);

/**
 * The outbox (发件箱): every outgoing message, written in the transaction that causes it and sent by the
 * pump, at least once, with a key by which a repeat is known.
 */
export const outbox = pgTable(
  'outbox',
  {
    domainId: domainId(),
    id: rowId<'outgoing'>(),
    key: text('key').notNull(),
    cause: word('cause', OUTBOX_CAUSES).notNull(),
    /** A room, or a contact in private. */
    roomId: ref<'room'>('room_id'),
    contactId: ref<'contact'>('contact_id'),
    text: text('text').notNull(),
    /** Contacts to mention for real. */
    mentions: jsonb('mentions').$type<number[]>().notNull().default([]),
    /** A picture or file that goes out behind the text, by content hash. */
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    state: word('state', OUTBOX_STATES).notNull().default('queued'),
    queuedAt: instant('queued_at').notNull(),
    /** Not before this instant: backoff, quiet hours, rate. */
    notBefore: instant('not_before').notNull(),
    /** Stale from this instant: not sent any more. */
    expiresAt: instant('expires_at'),
    attempts: integer('attempts').notNull().default(0),
    /** The last try: until it ends well or badly, what came of it is open. */
    triedAt: instant('tried_at'),
    sentAt: instant('sent_at'),
    error: text('error'),
    /** Not to wait for a gateway that stays down (紧急): it may take the room's stand-in. */
    urgent: boolean('urgent').notNull().default(false),
    /** The stand-in room that it goes to instead. */
    viaRoomId: ref<'room'>('via_room_id'),
    /** Gathered into one push with this message, which stands for it. */
    gatheredInto: ref<'outgoing'>('gathered_into'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.id] }),
    uniqueIndex('outbox_key_unique').on(t.domainId, t.key),
    references(t, 'roomId', rooms),
    references(t, 'contactId', contacts),
    references(t, 'viaRoomId', rooms),
    index('outbox_unclear').on(t.domainId, t.id).where(sql`${t.state} = 'unknown'`),
    index('outbox_waiting').on(t.domainId, t.notBefore, t.id).where(sql`${t.state} = 'queued'`),
    // The word itself, not a parameter: what the last runs of the reminders said is found by it.
    index('outbox_reminders').on(t.domainId, t.queuedAt).where(sql`${t.cause} = 'reminder'`),
    index('outbox_by_room').on(t.domainId, t.roomId, t.id),
    index('outbox_by_sending').on(t.domainId, t.sentAt).where(sql`${t.state} = 'sent'`),
    index('outbox_by_contact').on(t.domainId, t.contactId, t.id),
    isOneOf('outbox_cause_check', t.cause, OUTBOX_CAUSES),
    isOneOf('outbox_state_check', t.state, OUTBOX_STATES),
    check('outbox_file_check', sql`(${t.fileHash} is null) = (${t.fileName} is null)`),
    check('outbox_one_target_check', sql`num_nonnulls(${t.roomId}, ${t.contactId}) = 1`),
    check('outbox_sent_check', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
);

/** A question that the bot has asked (追问), open for ten minutes, one at a time for each contact. */
export const questions = pgTable(
  'questions',
  {
    domainId: domainId(),
    contactId: ref<'contact'>('contact_id').notNull(),
    roomId: ref<'room'>('room_id'),
    messageId: ref<'message'>('message_id').notNull(),
    /** The answers to choose from, in the order of their numbers, each with what it would record. */
    options: jsonb('options').notNull(),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.contactId] }),
    references(t, 'contactId', contacts),
    references(t, 'messageId', inbox),
  ],
);
