/** What the weekly digests tell, of all bound groups at once: a few queries, whatever their number. */
import { and, asc, eq, gte, inArray, lt, lte, not } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { snapshots } from '../../../db/schema/assessment.ts';
import { assignments, progressRecords } from '../../../db/schema/assignments.ts';
import { rooms, roomUnits } from '../../../db/schema/chat.ts';
import { units } from '../../../db/schema/units.ts';
import type { RoomId, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import type { DigestFacts, Standing } from '../../domain/digest/digest.ts';
import { addDays, type Day, dayOf, daysBetween, startOf } from '../../domain/time/day.ts';
import { undone } from '../progress/undone.ts';
import { askedFor, present, selectAssignments, type Today, todayOf } from '../tasks/assignment-row.ts';

export interface DigestRoom {
  roomId: RoomId;
  facts: DigestFacts;
}

const WEEK = 7;

/** The bound groups with their units, in the order people list them. */
async function boundRooms(db: Database, { domainId }: Context) {
  const rows = await db
    .select({ roomId: rooms.id, unitId: units.id, name: units.shortName })
    .from(roomUnits)
    .innerJoin(rooms, refersTo(roomUnits, 'roomId', rooms))
    .innerJoin(units, refersTo(roomUnits, 'unitId', units))
    .where(eq(roomUnits.domainId, domainId))
    .orderBy(asc(rooms.id), asc(units.position), asc(units.id));
  const known = new Map<RoomId, { id: UnitId; name: string }[]>();
  for (const { roomId, unitId, name } of rows)
    known.set(roomId, [...(known.get(roomId) ?? []), { id: unitId, name }]);
  return known;
}

/** What was reported and verified in the week before a Monday, and stands. */
async function saidIn(db: Database, { domainId }: Context, monday: Day) {
  const rows = await db
    .select({ unitId: assignments.unitId, kind: progressRecords.kind, at: progressRecords.at })
    .from(progressRecords)
    .innerJoin(assignments, refersTo(progressRecords, 'assignmentId', assignments))
    .where(
      and(
        eq(progressRecords.domainId, domainId),
        inArray(progressRecords.kind, ['reported', 'submitted', 'verified']),
        gte(progressRecords.at, startOf(addDays(monday, -WEEK))),
        lt(progressRecords.at, startOf(monday)),
        not(undone),
      ),
    );
  return rows.map(({ at, ...row }) => ({
    ...row,
    weekday: daysBetween(addDays(monday, -WEEK), dayOf(at)),
  }));
}

/** What is still to be done by the Sunday of the week. */
async function openBy(db: Database, ctx: Context, monday: Day, today: Today) {
  const rows = await selectAssignments(db)
    .where(
      and(
        eq(assignments.domainId, ctx.domainId),
        inArray(assignments.state, ['open', 'active', 'returned']),
        lt(assignments.dueOn, addDays(monday, WEEK)),
        lte(assignments.opensOn, addDays(monday, WEEK - 1)),
        askedFor(),
      ),
    )
    .orderBy(asc(assignments.dueOn), asc(assignments.id));
  return rows.map((row) => present(row, today));
}

/** How units stood at the end of last week and of the week before. */
async function standings(
  db: Database,
  { domainId }: Context,
  monday: Day,
): Promise<ReadonlyMap<UnitId, Standing>> {
  const [last, before] = [addDays(monday, -1), addDays(monday, -1 - WEEK)];
  const rows = await db
    .select({
      unitId: snapshots.unitId,
      day: snapshots.day,
      rank: snapshots.rank,
      total: snapshots.total,
    })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.domainId, domainId),
        inArray(snapshots.rankingGroup, ['village', 'department']),
        inArray(snapshots.day, [last, before]),
      ),
    );
  const earlier = new Map(rows.filter(({ day }) => day === before).map(({ unitId, rank }) => [unitId, rank]));
  return new Map(
    rows
      .filter(({ day }) => day === last)
      .map(({ unitId, rank, total }) => [
        unitId,
        {
          rank,
          previousRank: earlier.get(unitId) ?? null,
          total: total === null ? null : Number(total),
        },
      ]),
  );
}

/** The facts for every bound group, of the week before a Monday and the one that begins with it. */
export async function readDigestFacts(ctx: Context, monday: Day): Promise<DigestRoom[]> {
  const said = await ctx.read((db) => saidIn(db, ctx, monday));
  const today = await todayOf(ctx);
  const open = await ctx.read((db) => openBy(db, ctx, monday, today));
  const stood = await ctx.read((db) => standings(db, ctx, monday));
  const known = await ctx.read((db) => boundRooms(db, ctx));
  return [...known].map(([roomId, own]) => {
    const ids = new Set(own.map(({ id }) => id));
    const mine = said.filter(({ unitId }) => ids.has(unitId));
    const reports = mine.filter(({ kind }) => kind !== 'verified');
    const [only, ...more] = own;
    return {
      roomId,
      facts: {
        units: own.map(({ name }) => name),
        monday,
        done: mine.length - reports.length,
        reports: Array.from(
          { length: WEEK },
          (_, i) => reports.filter(({ weekday }) => weekday === i).length,
        ),
        open: open.filter(({ unit }) => ids.has(unit.id)).map((row) => ({ ...row, unit: row.unit.name })),
        standing: only === undefined || more.length > 0 ? null : (stood.get(only.id) ?? null),
      },
    };
  });
}
