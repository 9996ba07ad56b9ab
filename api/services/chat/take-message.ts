import { and, asc, eq, sql } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, inbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import type {
  ContactId,
  GatewayName,
  InboxState,
  MessageId,
  PersonId,
  RoomId,
  UnitId,
} from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

/** A message of the inbox with all that is known of where it came from. */
export interface StoredMessage {
  id: MessageId;
  gateway: GatewayName;
  state: InboxState;
  text: string;
  sentAt: Date;
  receivedAt: Date;
  mentioned: boolean;
  /** How many pieces of personal data were masked. */
  masked: number;
  contact: { id: ContactId; name: string; personId: PersonId | null; isBot: boolean };
  /** Null in a private talk; `unitIds` are empty where the room is not bound. */
  room: { id: RoomId; unitIds: UnitId[] } | null;
  /** `hash` is null where the file was not kept, and `fault` says why. */
  file: { name: string; hash: string | null; fault: string | null } | null;
}

const COLUMNS = {
  id: inbox.id,
  gateway: inbox.gateway,
  state: inbox.state,
  text: inbox.text,
  sentAt: inbox.sentAt,
  receivedAt: inbox.receivedAt,
  mentioned: inbox.mentioned,
  masked: inbox.masked,
  fileHash: inbox.fileHash,
  fileName: inbox.fileName,
  error: inbox.error,
  contactId: contacts.id,
  contactName: contacts.name,
  personId: contacts.personId,
  isBot: contacts.isBot,
  roomId: rooms.id,
  unitIds: sql<
    UnitId[] | null
  >`(select json_agg(${roomUnits.unitId} order by ${roomUnits.unitId}) from ${roomUnits}
    where ${roomUnits.domainId} = ${rooms.domainId} and ${roomUnits.roomId} = ${rooms.id})`,
};

/** The query over stored messages; the caller adds the conditions. */
export const selectMessages = (tx: Tx) =>
  tx.db
    .select(COLUMNS)
    .from(inbox)
    .innerJoin(contacts, refersTo(inbox, 'contactId', contacts))
    .leftJoin(rooms, refersTo(inbox, 'roomId', rooms));

type Selected = Awaited<ReturnType<typeof selectMessages>>[number];

/** A stored message as the bot handles it. */
export const messageFrom = (row: Selected): StoredMessage => ({
  id: row.id,
  gateway: row.gateway,
  state: row.state,
  text: row.text,
  sentAt: row.sentAt,
  receivedAt: row.receivedAt,
  mentioned: row.mentioned > 0,
  masked: row.masked,
  contact: { id: row.contactId, name: row.contactName, personId: row.personId, isBot: row.isBot },
  room: row.roomId === null ? null : { id: row.roomId, unitIds: row.unitIds ?? [] },
  file: row.fileName === null ? null : { name: row.fileName, hash: row.fileHash, fault: row.error },
});

/**
 * Takes up the oldest message that waits to be handled, for this transaction alone; null where none waits. A
 * sub-district's messages are handled one after another, in the order they came, by however many processes: whoever
 * takes one holds the sub-district's turn until the transaction ends. Both statements go out together: the second looks
 * only once the first has the turn.
 */
export async function takeMessage(tx: Tx): Promise<StoredMessage | null> {
  const [, [row]] = await Promise.all([
    tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('inbox', ${tx.domainId}))`),
    selectMessages(tx)
      .where(and(eq(inbox.domainId, tx.domainId), eq(inbox.state, 'pending')))
      .orderBy(asc(inbox.id))
      .limit(1),
  ]);
  return row === undefined ? null : messageFrom(row);
}
