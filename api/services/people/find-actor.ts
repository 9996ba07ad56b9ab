import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { DomainId, Duty, PersonId, Role, UnitId, UnitKind } from '../../../db/vocabulary.ts';
import type { Context, PersonActor } from '../../context.ts';

/** A person as the doors know them: who acts, of which sub-district, and what the first page shows of them. */
export interface Known {
  domainId: DomainId;
  actor: PersonActor;
  duty: Duty;
  unit: { id: UnitId; name: string; kind: UnitKind };
  mustChangePassword: boolean;
  /** Phone links made before this instant no longer open. */
  linksValidFrom: Date;
}

interface Row {
  domain: number;
  id: number;
  name: string;
  role: Role;
  duty: Duty;
  must_change_password: boolean;
  links_valid_from: number;
  unit_id: number;
  unit_name: string;
  unit_kind: UnitKind;
  unit_ids: number[];
}

const knownFrom = (row: Row): Known => ({
  domainId: row.domain as DomainId,
  actor: {
    kind: 'person',
    id: row.id as PersonId,
    name: row.name,
    role: row.role,
    unitId: row.unit_id as UnitId,
    unitIds: new Set(row.unit_ids as UnitId[]),
  },
  duty: row.duty,
  unit: { id: row.unit_id as UnitId, name: row.unit_name, kind: row.unit_kind },
  mustChangePassword: row.must_change_password,
  linksValidFrom: new Date(row.links_valid_from),
});

/** One query: the person, the unit, and the numbers of all units below it. Numbers come as doubles. */
const query = (which: SQL) => sql`
  select p.domain_id::float8 as domain, p.id::float8 as id, p.name, p.role, p.duty, p.must_change_password,
    extract(epoch from p.links_valid_from)::float8 * 1000 as links_valid_from,
    u.id::float8 as unit_id, u.name as unit_name, u.kind as unit_kind,
    (with recursive own as (
       select p.unit_id as id
       union all
       select below.id from units below join own on below.parent_id = own.id
       where below.domain_id = p.domain_id
     ) select json_agg(own.id) from own) as unit_ids
  from people p join units u on u.domain_id = p.domain_id and u.id = p.unit_id
  where p.active and ${which}`;

async function find(ctx: Context, which: SQL): Promise<Known | null> {
  const [row] = await ctx.read((db) => rowsOf<Row>(db, query(which)));
  return row === undefined ? null : knownFrom(row);
}

/** The active person that a sign-in belongs to, of whatever sub-district; null where there is none. */
export const findActorOfUser = (ctx: Context, userId: string): Promise<Known | null> =>
  find(ctx, sql`p.user_id = ${userId}`);

/** The active person of the context's sub-district with that number; null where there is none. */
export const findActor = (ctx: Context, id: PersonId): Promise<Known | null> =>
  find(ctx, sql`p.domain_id = ${ctx.domainId} and p.id = ${id}`);
