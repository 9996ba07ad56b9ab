import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { ContactId, GatewayName, OutboxState, RoomId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found } from '../../errors.ts';
import { OUTGOING } from './aside.ts';

/** What a room's messages are that have not gone out: 待发, and what was set aside for an admin. */
const NOT_OUT = ['queued', 'dead', 'held', 'unknown'] as const satisfies readonly OutboxState[];

interface Traffic {
  id: RoomId;
  lastInbound: Date | string | null;
  lastOutbound: Date | string | null;
  waiting: number;
  aside: number;
}

/** Each room's last message in and out, by the indexes of room and number, and how many have not gone out. */
const readTraffic = (ctx: Context): Promise<Traffic[]> =>
  ctx.read((db) =>
    rowsOf<Traffic>(
      db,
      sql`select r.id::float8 as id,
          (select i.received_at from inbox i where i.domain_id = r.domain_id and i.room_id = r.id
            order by i.id desc limit 1) as "lastInbound",
          (select o.sent_at from outbox o where o.domain_id = r.domain_id and o.room_id = r.id
            and o.state = 'sent' order by o.id desc limit 1) as "lastOutbound",
          count(n.id) filter (where n.state = 'queued')::int as waiting,
          count(n.id) filter (where n.state <> 'queued')::int as aside
        from rooms r
        left join outbox n on n.domain_id = r.domain_id and n.room_id = r.id
          and n.state in ('queued', 'dead', 'held', 'unknown')
        where r.domain_id = ${ctx.domainId} group by r.domain_id, r.id`,
    ),
  );

interface Seen {
  gateway: GatewayName;
  topic: string;
  boundAt: Date | null;
}

/** A room that nobody bound, named as a bound one: it may be that one, under a new number after a login. */
const resembles = (room: Seen, all: readonly Seen[]): boolean =>
  room.boundAt === null &&
  all.some(
    ({ gateway, topic, boundAt }) => boundAt !== null && gateway === room.gateway && topic === room.topic,
  );

const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** All rooms (工作群) with their gateway, the units they speak for, their traffic, and what waits, the unbound ones first. Throws `forbidden`. */
export async function showRooms(ctx: Context) {
  permit(ctx, 'room.see');
  const traffic = new Map((await readTraffic(ctx)).map((each) => [each.id, each]));
  return ctx.read(async (db) => {
    const ofDomain = eq(rooms.domainId, ctx.domainId);
    const rows = await db
      .select({
        id: rooms.id,
        gateway: rooms.gateway,
        topic: rooms.topic,
        boundAt: rooms.boundAt,
        boundBy: people.name,
        standsInFor: rooms.standsInFor,
      })
      .from(rooms)
      .leftJoin(people, refersTo(rooms, 'boundBy', people))
      .where(ofDomain)
      .orderBy(isNotNull(rooms.boundAt), asc(rooms.id));
    const bound = await db
      .select({ roomId: roomUnits.roomId, id: units.id, name: units.shortName })
      .from(roomUnits)
      .innerJoin(units, refersTo(roomUnits, 'unitId', units))
      .where(eq(roomUnits.domainId, ctx.domainId))
      .orderBy(asc(units.position), asc(units.id));
    return {
      rooms: rows.map((row) => {
        const of = traffic.get(row.id);
        return {
          ...row,
          boundAt: iso(row.boundAt),
          resembles: resembles(row, rows),
          units: bound.filter(({ roomId }) => roomId === row.id).map(({ id, name }) => ({ id, name })),
          lastInbound: iso(of?.lastInbound ?? null),
          lastOutbound: iso(of?.lastOutbound ?? null),
          waiting: of?.waiting ?? 0,
          aside: of?.aside ?? 0,
        };
      }),
    };
  });
}

interface Member {
  contactId: ContactId;
  name: string;
  isBot: boolean;
  person: string | null;
  unit: string | null;
  lastAt: Date | string;
}

/** Who has spoken in a room, the latest first, at most 200. */
const readMembers = (ctx: Context, id: RoomId): Promise<Member[]> =>
  ctx.read((db) =>
    rowsOf<Member>(
      db,
      sql`select c.id::float8 as "contactId", c.name, c.is_bot as "isBot", p.name as person,
          u.short_name as unit, s.last as "lastAt"
        from (select contact_id, max(received_at) as last from inbox
          where domain_id = ${ctx.domainId} and room_id = ${id} group by contact_id) s
        join contacts c on c.domain_id = ${ctx.domainId} and c.id = s.contact_id
        left join people p on p.domain_id = c.domain_id and p.id = c.person_id
        left join units u on u.domain_id = p.domain_id and u.id = p.unit_id
        order by s.last desc, c.id limit 200`,
    ),
  );

/** One room: who has spoken there, and the messages that have not gone out. Throws `forbidden` and `notFound`. */
export async function showRoom(ctx: Context, id: RoomId) {
  permit(ctx, 'room.see');
  const [room] = await ctx.read((db) =>
    db
      .select({ topic: rooms.topic })
      .from(rooms)
      .where(and(eq(rooms.domainId, ctx.domainId), eq(rooms.id, id))),
  );
  const { topic } = found(room, '工作群');
  const messages = await ctx.read((db) =>
    db
      .select(OUTGOING)
      .from(outbox)
      .where(
        and(eq(outbox.domainId, ctx.domainId), eq(outbox.roomId, id), inArray(outbox.state, [...NOT_OUT])),
      )
      .orderBy(asc(outbox.id))
      .limit(100),
  );
  return {
    members: (await readMembers(ctx, id)).map((each) => ({ ...each, lastAt: iso(each.lastAt) ?? '' })),
    messages: messages.map((message) => ({ ...message, at: message.at.toISOString(), to: topic })),
  };
}
