/** The units, people, rooms and contacts of the demo year, written through the product's own verbs where it has them. */

import {
  DEPARTMENTS,
  DIVIDED_VILLAGES,
  GRIDS,
  GROUPS,
  STAFF,
  STREET,
  VILLAGES,
} from '../../../db/demo/units.ts';
import { contacts, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { people } from '../../../db/schema/units.ts';
import type { ContactId, Duty, PersonId, Role, RoomId, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { addUnit } from '../units/add-unit.ts';

export interface DemoPerson {
  id: PersonId;
  name: string;
  role: Role;
  duty: Duty;
  unit: string;
  unitId: UnitId;
  contactId: ContactId;
}

export interface DemoWorld {
  unitIds: ReadonlyMap<string, UnitId>;
  people: readonly DemoPerson[];
  /** The room that a unit reports in. */
  roomIds: ReadonlyMap<string, RoomId>;
}

const only = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the demo has no ${what}`);
  return value;
};

/** Villages with their groups and grids, and departments with the names they go by. */
export async function addDemoUnits(ctx: Context): Promise<ReadonlyMap<string, UnitId>> {
  const ids = new Map<string, UnitId>([[STREET, ctx.domainId as number as UnitId]]);
  for (const [position, name] of VILLAGES.entries()) {
    ids.set(name, await addUnit(ctx, { kind: 'village', name, position }));
  }
  for (const [index, { name, aliases }] of DEPARTMENTS.entries()) {
    ids.set(
      name,
      await addUnit(ctx, { kind: 'department', name, aliases, position: VILLAGES.length + index }),
    );
  }
  for (const village of DIVIDED_VILLAGES) {
    for (const [position, group] of GROUPS.entries()) {
      const parentId = only(ids.get(village), village);
      const groupId = await addUnit(ctx, { kind: 'group', name: `${village}${group}`, parentId, position });
      for (const [place, grid] of GRIDS.entries()) {
        const name = `${village}${group}${grid}`;
        await addUnit(ctx, { kind: 'grid', name, parentId: groupId, position: place });
      }
    }
  }
  return ids;
}

/** A liaison and a head for each assessed unit, and the staff. */
function roster() {
  const assessed = [...VILLAGES, ...DEPARTMENTS.map((department) => department.name)];
  return [
    ...assessed.flatMap((unit) => [
      { unit, name: `${unit}联络员`, role: 'liaison' as const, duty: 'liaison' as const },
      { unit, name: `${unit}负责人`, role: 'liaison' as const, duty: 'head' as const },
    ]),
    ...STAFF,
  ];
}

/** Somebody whom the bot does not know, so that binding can be tried. */
const STRANGER = { externalId: 'demo-stranger', name: '新来的同事' };

/** People, each with a contact of the simulator, and a contact that is nobody's yet. */
export async function addDemoPeople(
  ctx: Context,
  unitIds: ReadonlyMap<string, UnitId>,
): Promise<DemoPerson[]> {
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const listed = roster().map((person) => ({
      ...person,
      unitId: only(unitIds.get(person.unit), person.unit),
    }));
    const added = await tx.db
      .insert(people)
      .values(listed.map(({ unitId, name, role, duty }) => ({ domainId, unitId, name, role, duty })))
      .returning({ id: people.id, name: people.name });
    const ids = new Map(added.map((row) => [row.name, row.id]));
    const known = listed.map((person) => ({ ...person, id: only(ids.get(person.name), person.name) }));
    const bound = await tx.db
      .insert(contacts)
      .values(
        known.map(({ id, name }) => ({
          domainId,
          gateway: 'simulator' as const,
          externalId: `demo-contact-${id}`,
          name,
          personId: id,
          boundAt: tx.clock(),
        })),
      )
      .returning({ id: contacts.id, personId: contacts.personId });
    await tx.db.insert(contacts).values({ domainId, gateway: 'simulator', ...STRANGER });
    const contactIds = new Map(bound.map((row) => [row.personId, row.id]));
    return known.map((person) => ({ ...person, contactId: only(contactIds.get(person.id), person.name) }));
  });
}

/** A room for each village, and one that the departments share. */
export async function addDemoRooms(
  ctx: Context,
  unitIds: ReadonlyMap<string, UnitId>,
): Promise<ReadonlyMap<string, RoomId>> {
  const departments = DEPARTMENTS.map((department) => department.name);
  const wanted = [
    ...VILLAGES.map((village) => ({ topic: `${village}工作群`, units: [village] as string[] })),
    { topic: '街道部门工作群', units: departments as string[] },
  ];
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const added = await tx.db
      .insert(rooms)
      .values(
        wanted.map(({ topic }, index) => ({
          domainId,
          gateway: 'simulator' as const,
          externalId: `demo-room-${index + 1}`,
          topic,
          boundAt: tx.clock(),
        })),
      )
      .returning({ id: rooms.id, topic: rooms.topic });
    const ids = new Map(added.map((row) => [row.topic, row.id]));
    const pairs = wanted.flatMap(({ topic, units }) =>
      units.map((unit) => ({
        unit,
        unitId: only(unitIds.get(unit), unit),
        roomId: only(ids.get(topic), topic),
      })),
    );
    await tx.db.insert(roomUnits).values(pairs.map(({ unitId, roomId }) => ({ domainId, roomId, unitId })));
    return new Map(pairs.map(({ unit, roomId }) => [unit, roomId]));
  });
}
