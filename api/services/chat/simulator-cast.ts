import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { ContactId, RoomId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';

/** The rooms and contacts of the simulated chat, as the database has them, under the numbers it gave them. */
export interface SimulatorCast {
  contacts: { id: ContactId; externalId: string; name: string }[];
  rooms: { id: RoomId; externalId: string; topic: string; members: ContactId[] }[];
}

/**
 * Who is in a room: the people of its units and of those below them, the office, the leaders where several units meet,
 * and everyone who is not bound to a person yet: a newcomer may turn up anywhere.
 */
const members = sql`
  with recursive above as (
    select p.id as person, p.unit_id as unit, p.domain_id from people p
    union all
    select a.person, u.parent_id, a.domain_id from above a join units u on u.domain_id = a.domain_id and u.id = a.unit
    where u.parent_id is not null
  )
  select coalesce(json_agg(distinct c.id), '[]') from contacts c
  left join people p on p.domain_id = c.domain_id and p.id = c.person_id
  where c.domain_id = r.domain_id and c.gateway = r.gateway and (p.id is null or p.role = 'office'
    or (p.role = 'leader' and (select count(*) > 1 from room_units ru where ru.domain_id = r.domain_id and ru.room_id = r.id))
    or exists (
    select 1 from above a join room_units ru on ru.domain_id = a.domain_id and ru.unit_id = a.unit
    where a.domain_id = c.domain_id and a.person = p.id and ru.room_id = r.id))`;

/** Reads the cast of the simulated chat (模拟聊天). */
export async function simulatorCast(ctx: Context): Promise<SimulatorCast> {
  return ctx.read(async (db) => ({
    contacts: await rowsOf(
      db,
      sql`select id::float8 as id, external_id as "externalId", name from contacts
        where domain_id = ${ctx.domainId} and gateway = 'simulator' order by id`,
    ),
    rooms: await rowsOf(
      db,
      sql`select r.id::float8 as id, r.external_id as "externalId", r.topic, (${members}) as members from rooms r
        where r.domain_id = ${ctx.domainId} and r.gateway = 'simulator' order by r.id`,
    ),
  }));
}
