/** The room that a message is heard in, and whether it was heard there before under another number. */
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, inbox, rooms } from '../../../db/schema/chat.ts';
import type { GatewayName, RoomId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { shortName } from '../../domain/chat/message-text.ts';
import { found } from '../../errors.ts';

/** A room as a message finds it: `heardUntil` is its watermark. */
interface RoomThen {
  id: RoomId;
  heardUntil: Date | null;
}

/** The room of a message, made or renamed where that is news. */
export async function roomOf(
  tx: Tx,
  gateway: GatewayName,
  room: { externalId: string; topic: string },
): Promise<RoomThen> {
  const { domainId } = tx;
  const topic = shortName(room.topic);
  const externalId = room.externalId;
  const [known] = await tx.db
    .select({ id: rooms.id, topic: rooms.topic, heardUntil: rooms.heardUntil })
    .from(rooms)
    .where(and(eq(rooms.domainId, domainId), eq(rooms.gateway, gateway), eq(rooms.externalId, externalId)));
  if (known?.topic === topic) return known;
  const [row] = await tx.db
    .insert(rooms)
    .values({ domainId, gateway, externalId, topic })
    .onConflictDoUpdate({ target: [rooms.domainId, rooms.gateway, rooms.externalId], set: { topic } })
    .returning({ id: rooms.id, heardUntil: rooms.heardUntil });
  return found(row, '工作群');
}

/** A message as a replay of it would read. */
interface Heard {
  sentAt: Date;
  /** As it is stored. */
  text: string;
  /** Its sender's. */
  name: string;
  hasFile: boolean;
}

/** What is said now is no replay: people do say the same twice in a second. */
const FRESH_MS = 60_000;

/**
 * Whether a message that is not newer than the room's watermark stands there already under another number: the same
 * words of the same name at the same instant. Gateways replay under new numbers after a login; what merely comes late
 * stands nowhere yet and is taken. Moves the watermark on where the message is newer.
 */
export async function isReplay(
  tx: Tx,
  room: RoomThen,
  { sentAt, text, name, hasFile }: Heard,
): Promise<boolean> {
  if (room.heardUntil === null || sentAt > room.heardUntil) {
    await tx.db
      .update(rooms)
      .set({ heardUntil: sentAt })
      .where(
        and(
          eq(rooms.domainId, tx.domainId),
          eq(rooms.id, room.id),
          or(isNull(rooms.heardUntil), lt(rooms.heardUntil, sentAt)),
        ),
      );
    return false;
  }
  if (tx.clock().getTime() - sentAt.getTime() < FRESH_MS) return false;
  const [same] = await tx.db
    .select({ id: inbox.id })
    .from(inbox)
    .innerJoin(contacts, refersTo(inbox, 'contactId', contacts))
    .where(
      and(
        eq(inbox.domainId, tx.domainId),
        eq(inbox.roomId, room.id),
        eq(inbox.sentAt, sentAt),
        eq(inbox.text, text),
        eq(contacts.name, shortName(name)),
        isNull(inbox.fileName),
      ),
    )
    .limit(1);
  return same !== undefined && !hasFile;
}
