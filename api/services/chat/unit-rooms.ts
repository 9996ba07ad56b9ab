import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { anyOf } from '../../../db/any-of.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { people } from '../../../db/schema/units.ts';
import type { ContactId, Duty, GatewayName, PersonId, RoomId, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';

export interface UnitRoom {
  unitId: UnitId;
  roomId: RoomId;
  gateway: GatewayName;
  /** How many units the room is about. */
  units: number;
}

/** The rooms (工作群) bound to units but for the stand-ins, one query for all of them. */
export async function roomsOf(tx: Tx, unitIds: readonly UnitId[]): Promise<UnitRoom[]> {
  if (unitIds.length === 0) return [];
  return tx.db
    .select({
      unitId: roomUnits.unitId,
      roomId: rooms.id,
      gateway: rooms.gateway,
      units: sql<number>`(select count(*)::int from room_units all_of
        where all_of.domain_id = ${rooms.domainId} and all_of.room_id = ${rooms.id})`,
    })
    .from(roomUnits)
    .innerJoin(rooms, refersTo(roomUnits, 'roomId', rooms))
    .where(
      and(eq(roomUnits.domainId, tx.domainId), anyOf(roomUnits.unitId, unitIds), isNull(rooms.standsInFor)),
    )
    .orderBy(rooms.id);
}

export interface UnitContact {
  unitId: UnitId;
  contactId: ContactId;
  duty: Duty;
  gateway: GatewayName;
  personId: PersonId;
}

const boundContacts = (tx: Tx, which: SQL | undefined): Promise<UnitContact[]> =>
  tx.db
    .select({
      unitId: people.unitId,
      contactId: contacts.id,
      duty: people.duty,
      personId: people.id,
      gateway: contacts.gateway,
    })
    .from(contacts)
    .innerJoin(people, refersTo(contacts, 'personId', people))
    .where(and(eq(contacts.domainId, tx.domainId), eq(people.active, true), which))
    .orderBy(contacts.id);

/** The bound contacts (联系人) of units' people, one query for all of them. */
export async function contactsOf(tx: Tx, unitIds: readonly UnitId[]): Promise<UnitContact[]> {
  return unitIds.length === 0 ? [] : boundContacts(tx, anyOf(people.unitId, unitIds));
}

/** The bound contacts of the leaders in charge (分管领导), who hear of every unit's supervision orders. */
export const peopleInCharge = (tx: Tx): Promise<UnitContact[]> =>
  boundContacts(tx, eq(people.duty, 'leaderInCharge'));
