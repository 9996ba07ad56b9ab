/** What becomes of a message that the pump takes up: claimed, then sent, tried again, held, or unclear. */
import { and, eq, gt, gte, inArray, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import { outbox, rooms } from '../../../db/schema/chat.ts';
import type { GatewayName } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { MOST_TRIES, pauseAfter } from '../../domain/chat/sending.ts';
import { type OutgoingId, waiting } from './waiting-messages.ts';

type Ids = readonly OutgoingId[];
const these = (ctx: Context, ids: Ids): SQL | undefined => and(waiting(ctx), inArray(outbox.id, [...ids]));
const later = (ctx: Context, ms: number): Date => new Date(ctx.clock().getTime() + ms);
const short = (fault: string): string => fault.slice(0, 300);

/** Marks what has become stale as expired (过期). Gives how many. */
export async function expireStale(ctx: Context): Promise<number> {
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ state: 'expired' })
      .where(and(waiting(ctx), lte(outbox.expiresAt, ctx.clock())))
      .returning({ id: outbox.id }),
  );
  return rows.length;
}

/** For so long a message belongs to the pump that claimed it, unless another takes its place before. */
const CLAIM_MS = 60_000;

/**
 * Claims due messages that go out as one push, the first standing for them, and counts the try. Gives those that it
 * got: another pump may have been faster, or an admin have dropped one.
 */
export async function claimMessages(ctx: Context, ids: readonly [OutgoingId, ...OutgoingId[]]): Promise<Ids> {
  const [lead] = ids;
  const now = ctx.clock();
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({
        attempts: sql`${outbox.attempts} + 1`,
        // Both of one instant: by the minute between them a claim is known.
        notBefore: new Date(now.getTime() + CLAIM_MS),
        triedAt: now,
        gatheredInto: sql`nullif(${lead}::bigint, ${outbox.id})`,
      })
      .where(and(these(ctx, ids), lte(outbox.notBefore, now)))
      .returning({ id: outbox.id }),
  );
  return rows.map(({ id }) => id);
}

/**
 * Makes due at once what was claimed before an instant: that at which this process took the speech, so that whoever
 * claimed it is no more. A claim not yet settled is told by its end; what failed and waits for its next try is left
 * alone. Should that process live, cut off from the database only, it can settle nothing either, and the message would
 * be said again a minute later anyway. Gives how many.
 */
export async function takeUpClaimed(ctx: Context, before: Date): Promise<number> {
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ notBefore: ctx.clock() })
      .where(
        and(
          waiting(ctx),
          gt(outbox.notBefore, ctx.clock()),
          lt(outbox.triedAt, before),
          sql`${outbox.notBefore} = ${outbox.triedAt} + ${CLAIM_MS} * interval '1 millisecond'`,
        ),
      )
      .returning({ id: outbox.id }),
  );
  return rows.length;
}

/**
 * Puts messages off until later: the room's rate, quiet hours, the day's pushes. What is put off is not under way, and
 * holds up nothing that may go before: an answer, a red-tier alert.
 */
export async function postponeMessages(ctx: Context, ids: Ids, until: Date): Promise<void> {
  await ctx.read((db) =>
    db
      .update(outbox)
      .set({ notBefore: until, triedAt: null })
      .where(and(these(ctx, ids), lte(outbox.notBefore, ctx.clock()))),
  );
}

/** Notes that messages were said, now. */
export async function markSent(ctx: Context, ids: Ids): Promise<void> {
  await ctx.read((db) =>
    db.update(outbox).set({ state: 'sent', sentAt: ctx.clock(), error: null }).where(these(ctx, ids)),
  );
}

/** Notes a try that failed, to be tried again after a pause; a dead letter (死信) after the twelfth. */
export async function markFailed(
  ctx: Context,
  { ids, tries, fault }: { ids: Ids; tries: number; fault: string },
): Promise<void> {
  await ctx.read((db) =>
    db
      .update(outbox)
      .set({
        error: short(fault),
        notBefore: later(ctx, pauseAfter(tries)),
        ...(tries >= MOST_TRIES ? { state: 'dead' as const } : {}),
      })
      .where(these(ctx, ids)),
  );
}

/** Gives messages back untried: the gateway wants to be left in peace until then, which is no fault of theirs. */
export async function giveBack(ctx: Context, ids: Ids, until: Date, fault: string): Promise<void> {
  await ctx.read((db) =>
    db
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} - 1`, notBefore: until, error: short(fault) })
      .where(these(ctx, ids)),
  );
}

/** Sets messages aside for an admin to look at (暂扣). */
export async function holdMessages(ctx: Context, ids: Ids, fault: string): Promise<void> {
  await ctx.read((db) =>
    db
      .update(outbox)
      .set({ state: 'held', error: short(fault) })
      .where(these(ctx, ids)),
  );
}

/** Marks messages of which nobody knows whether they arrived (结果不明): they are not sent again blindly. */
export async function markUnclear(ctx: Context, ids: Ids, fault: string): Promise<void> {
  await ctx.read((db) =>
    db
      .update(outbox)
      .set({ state: 'unknown', error: short(fault) })
      .where(these(ctx, ids)),
  );
}

const unclear = (ctx: Context): SQL | undefined =>
  and(eq(outbox.domainId, ctx.domainId), eq(outbox.state, 'unknown'));

const inRoom = (ctx: Context, gateway: GatewayName, externalId?: string): SQL =>
  sql`coalesce(${outbox.viaRoomId}, ${outbox.roomId}) in (select ${rooms.id} from ${rooms}
    where ${and(
      eq(rooms.domainId, ctx.domainId),
      eq(rooms.gateway, gateway),
      externalId === undefined ? undefined : eq(rooms.externalId, externalId),
    )})`;

/** A message came back from its room: what was unclear has arrived after all. Gives how many. */
export async function confirmSaid(
  ctx: Context,
  { gateway, externalId, text }: { gateway: GatewayName; externalId: string; text: string },
): Promise<number> {
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ state: 'sent', sentAt: ctx.clock(), error: null })
      .where(
        and(unclear(ctx), inRoom(ctx, gateway, externalId), sql`position(${outbox.text} in ${text}) > 0`),
      )
      .returning({ id: outbox.id }),
  );
  return rows.length;
}

/**
 * What was unclear and would have come back from its room by now, but did not, was not said: it is queued again.
 * `since`: from when on the gateway has been there without a break. Gives how many.
 */
export async function retryUnheard(
  ctx: Context,
  { gateway, since, before }: { gateway: GatewayName; since: Date; before: Date },
): Promise<number> {
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ state: 'queued', notBefore: ctx.clock() })
      .where(and(unclear(ctx), inRoom(ctx, gateway), gte(outbox.triedAt, since), lt(outbox.triedAt, before)))
      .returning({ id: outbox.id }),
  );
  return rows.length;
}

/**
 * Sends urgent messages of rooms whose gateway is down by the room's stand-in (备用群), where that one's gateway is up.
 * Gives how many.
 */
export async function rerouteUrgent(
  ctx: Context,
  { down, up }: { down: readonly GatewayName[]; up: readonly GatewayName[] },
): Promise<number> {
  if (down.length === 0 || up.length === 0) return 0;
  const standIn = sql`(select ${rooms.id} from ${rooms} where ${and(
    eq(rooms.domainId, ctx.domainId),
    sql`${rooms.standsInFor} = ${outbox.roomId}`,
    inArray(rooms.gateway, [...up]),
  )} order by ${rooms.id} limit 1)`;
  const rows = await ctx.read((db) =>
    db
      .update(outbox)
      .set({ viaRoomId: standIn, notBefore: ctx.clock() })
      .where(
        and(
          waiting(ctx),
          eq(outbox.urgent, true),
          sql`${outbox.viaRoomId} is null`,
          sql`${outbox.roomId} in (select ${rooms.id} from ${rooms} where ${and(
            eq(rooms.domainId, ctx.domainId),
            inArray(rooms.gateway, [...down]),
          )})`,
          sql`${standIn} is not null`,
        ),
      )
      .returning({ id: outbox.id }),
  );
  return rows.length;
}

/** Whether anything is unclear. */
export async function anyUnclear(ctx: Context): Promise<boolean> {
  const rows = await ctx.read((db) =>
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(unclear(ctx), ne(outbox.text, '')))
      .limit(1),
  );
  return rows.length > 0;
}
