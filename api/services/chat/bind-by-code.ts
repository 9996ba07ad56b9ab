import { and, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { bindingCodes, contacts, inbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { ContactId, PersonId, RoomId, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type Bound =
  | { kind: 'person'; personId: PersonId; name: string; unit: string }
  | { kind: 'room'; units: string[] };

export interface Binding {
  code: string;
  contactId: ContactId;
  /** The room it was said in; null in private. */
  roomId: RoomId | null;
}

const MOST_GUESSES = 5;
const GUESSES_WITHIN_MS = 600_000;

/** Six digits can be guessed: a contact has few tries in ten minutes. */
async function refuseGuessing(tx: Tx, contactId: ContactId): Promise<void> {
  const since = new Date(tx.clock().getTime() - GUESSES_WITHIN_MS);
  const tries = await tx.db
    .select({ id: inbox.id })
    .from(inbox)
    .where(
      and(
        eq(inbox.domainId, tx.domainId),
        eq(inbox.contactId, contactId),
        sql`${inbox.intent} ->> 'intent' = 'bind'`,
        gt(inbox.receivedAt, since),
      ),
    )
    .limit(MOST_GUESSES);
  if (tries.length >= MOST_GUESSES) {
    throw new Refusal('tooMany', 'tooManyCodes', '绑定码试错太多，请10分钟后再试');
  }
}

/** A contact is one person's, and a person has one contact on each gateway: the one bound last. */
async function bindPerson(tx: Tx, contactId: ContactId, personId: PersonId): Promise<Bound> {
  const mine = and(eq(contacts.domainId, tx.domainId), eq(contacts.id, contactId));
  const [bound] = await tx.db
    .update(contacts)
    .set({ personId, boundAt: tx.clock() })
    .where(mine)
    .returning({ gateway: contacts.gateway });
  const { gateway } = found(bound, '联系人');
  await tx.db
    .update(contacts)
    .set({ personId: null, boundAt: null })
    .where(
      and(
        eq(contacts.domainId, tx.domainId),
        eq(contacts.personId, personId),
        eq(contacts.gateway, gateway),
        ne(contacts.id, contactId),
      ),
    );
  const [person] = await tx.db
    .select({ name: people.name, unit: units.shortName })
    .from(people)
    .innerJoin(units, refersTo(people, 'unitId', units))
    .where(and(eq(people.domainId, tx.domainId), eq(people.id, personId)));
  await recordAudit(tx, 'person.bind', `person:${personId}`, { contact: contactId });
  return { kind: 'person', personId, ...found(person, '人员') };
}

/** Binds a room to units in place of those it was bound to. */
export async function bindRoom(
  tx: Tx,
  roomId: RoomId,
  unitIds: readonly UnitId[],
  by: PersonId,
): Promise<Bound> {
  const { domainId } = tx;
  await tx.db
    .update(rooms)
    .set({ boundAt: tx.clock(), boundBy: by })
    .where(and(eq(rooms.domainId, domainId), eq(rooms.id, roomId)));
  await tx.db.delete(roomUnits).where(and(eq(roomUnits.domainId, domainId), eq(roomUnits.roomId, roomId)));
  await tx.db.insert(roomUnits).values(unitIds.map((unitId) => ({ domainId, roomId, unitId })));
  const named = await tx.db
    .select({ name: units.shortName })
    .from(units)
    .where(and(eq(units.domainId, domainId), inArray(units.id, [...unitIds])))
    .orderBy(units.position, units.id);
  await recordAudit(tx, 'room.bind', `room:${roomId}`, { units: unitIds.join(',') });
  return { kind: 'room', units: named.map((unit) => unit.name) };
}

/**
 * Binds (绑定) a contact to a person, or a room to units, by a code from the web: six digits, ten minutes, one use
 * (chat.md, "Taking it in", 3). The code is the authority; nothing is used up where it is refused. Throws `invalid`
 * for a code that does not hold or is for a room and said in private, and `tooMany` for guessing.
 */
export async function bindByCode(tx: Tx, { code, contactId, roomId }: Binding): Promise<Bound> {
  await refuseGuessing(tx, contactId);
  return tx.transaction(async (inner) => {
    const [used] = await inner.db
      .update(bindingCodes)
      .set({ usedAt: inner.clock() })
      .where(
        and(
          eq(bindingCodes.domainId, inner.domainId),
          eq(bindingCodes.code, code),
          isNull(bindingCodes.usedAt),
          gt(bindingCodes.expiresAt, inner.clock()),
        ),
      )
      .returning();
    if (used === undefined) {
      throw new Refusal('invalid', 'codeInvalid', '绑定码不对或已过期，请在网页上重新生成（10分钟内有效）');
    }
    if (used.personId !== null) return bindPerson(inner, contactId, used.personId);
    if (roomId === null) {
      throw new Refusal('invalid', 'codeForRoom', '这是绑定工作群的码，请在要绑定的群里发送');
    }
    return bindRoom(inner, roomId, (used.unitIds ?? []) as UnitId[], used.madeBy);
  });
}
