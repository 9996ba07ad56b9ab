/**
 * A small sub-district of its own for a test: two villages, two departments, people of each role, a clock
 * that the test moves. Nothing of it is seen from another test's, since everything is told apart by domain.
 */
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { inject } from 'vitest';
import { rowsOf, type Store } from '../../db/open.ts';
import { people, units } from '../../db/schema/units.ts';
import type { Channel, DomainId, PersonId, Role, UnitId } from '../../db/vocabulary.ts';
import { type Clock, type Context, createContext, type PersonActor } from '../context.ts';
import { createLog } from '../log.ts';
import { createFileStore, type FileStore } from '../services/files/file-store.ts';

const UNITS = {
  village: { kind: 'village', name: '示例一村', group: 'village' },
  otherVillage: { kind: 'village', name: '示例二村', group: 'village' },
  department: { kind: 'department', name: '公共服务办', group: 'department' },
  otherDepartment: { kind: 'department', name: '司法所', group: 'department' },
} as const;
type BelowStreet = keyof typeof UNITS;
export type WorldUnit = 'street' | BelowStreet;

/** Everyone of the world: the role, and the unit they are of. Liaisons stand in each unit. */
const PEOPLE = [
  ['liaison', 'village'],
  ['liaison', 'otherVillage'],
  ['liaison', 'department'],
  ['liaison', 'otherDepartment'],
  ['office', 'department'],
  ['committee', 'street'],
  ['leader', 'street'],
  ['admin', 'street'],
  ['committee', 'otherDepartment'],
] as const satisfies readonly (readonly [Role, WorldUnit])[];

/** A clock that stands until it is moved. */
export interface TestClock {
  (): Date;
  set(instant: string): void;
  /** Moves it on by so many minutes. */
  advance(minutes: number): void;
}

export interface World {
  readonly store: Store;
  readonly domainId: DomainId;
  readonly clock: TestClock;
  readonly files: FileStore;
  readonly unit: Readonly<Record<WorldUnit, UnitId>>;
  /** As the product itself. */
  readonly system: Context;
  /** The person of a role; for a liaison, of the first village unless a unit is named. */
  person(role: Role, of?: WorldUnit): PersonActor;
  /** A context in which that person acts, on the web unless a channel is named. */
  as(role: Role, of?: WorldUnit, channel?: Channel): Context;
}

function testClock(start: string): TestClock {
  let now = new Date(start).getTime();
  const clock: Clock = () => new Date(now);
  return Object.assign(clock, {
    set: (instant: string) => {
      now = new Date(instant).getTime();
    },
    advance: (minutes: number) => {
      now += minutes * 60_000;
    },
  });
}

async function addUnits({ db }: Store): Promise<Record<WorldUnit, UnitId>> {
  const names = Object.keys(UNITS).length + 1;
  const [street, ...below] = await rowsOf<{ id: UnitId }>(
    db,
    sql`select nextval(pg_get_serial_sequence('units', 'id'))::int as id from generate_series(1, ${names})`,
  );
  const id = (row: { id: UnitId } | undefined): UnitId => {
    if (row === undefined) throw new Error('the sequence gave too few numbers');
    return row.id;
  };
  const ids = {
    street: id(street),
    village: id(below[0]),
    otherVillage: id(below[1]),
    department: id(below[2]),
    otherDepartment: id(below[3]),
  };
  const domainId = ids.street as number as DomainId;
  const name = '示例街道';
  await db.insert(units).values([
    { domainId, id: ids.street, kind: 'subdistrict', name, shortName: name },
    ...(Object.keys(UNITS) as BelowStreet[]).map((key, position) => ({
      domainId,
      id: ids[key],
      parentId: ids.street,
      kind: UNITS[key].kind,
      name: UNITS[key].name,
      shortName: UNITS[key].name,
      rankingGroup: UNITS[key].group,
      position,
    })),
  ]);
  return ids;
}

async function addPeople({ db }: Store, unit: Record<WorldUnit, UnitId>): Promise<PersonId[]> {
  const domainId = unit.street as number as DomainId;
  const rows = PEOPLE.map(([role, of], index) => ({
    domainId,
    unitId: unit[of],
    name: `${role}${index + 1}`,
    role,
    duty: role === 'liaison' ? ('liaison' as const) : ('staff' as const),
  }));
  const added = await db.insert(people).values(rows).returning({ id: people.id });
  return added.map((row) => row.id);
}

/** Makes a fresh sub-district in the store. `now` is an instant, 2026-07-01 9:00 in China unless given. */
export async function world(store: Store, { now = '2026-07-01T09:00:00+08:00' } = {}): Promise<World> {
  const unit = await addUnits(store);
  const ids = await addPeople(store, unit);
  const domainId = unit.street as number as DomainId;
  const clock = testClock(now);
  const files = createFileStore(join(inject('testFolder'), `files-${domainId}`));
  const actors = PEOPLE.map(([role, of], index): PersonActor & { of: WorldUnit } => {
    const id = ids[index];
    if (id === undefined) throw new Error('a person was not added');
    const unitIds = new Set(of === 'street' ? Object.values(unit) : [unit[of]]);
    return { kind: 'person', id, name: `${role}${index + 1}`, role, unitId: unit[of], unitIds, of };
  });
  const system = createContext(
    {
      domainId,
      actor: { kind: 'system', name: 'test' },
      channel: 'system',
      clock,
      log: createLog('silent'),
      files,
    },
    store.db,
  );
  const person = (role: Role, of?: WorldUnit): PersonActor => {
    const actor = actors.find((each) => each.role === role && (of === undefined || each.of === of));
    if (actor === undefined) throw new Error(`nobody is ${role} of ${of}`);
    return actor;
  };
  return {
    store,
    domainId,
    clock,
    files,
    unit,
    system,
    person,
    as: (role, of, channel = 'web') => system.as(person(role, of), channel),
  };
}
