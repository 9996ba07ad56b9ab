import { and, eq, lte } from 'drizzle-orm';
import { speakers } from '../../../db/schema/gateways.ts';
import type { Context } from '../../context.ts';

/** A lease is renewed well within this time; a process that is gone has lost it after. */
const LEASE_MS = 10_000;

/**
 * Takes the sub-district's speech (发言权), or keeps it: of several bot processes one listens and speaks. Gives until
 * when it is held, or null where another process holds it. The clocks of the machines may differ by a second or two,
 * no more.
 */
export async function takeSpeech(ctx: Context, holder: string): Promise<Date | null> {
  const now = ctx.clock();
  const until = new Date(now.getTime() + LEASE_MS);
  const { domainId } = ctx;
  const [row] = await ctx.read(async (db) => {
    const kept = await db
      .update(speakers)
      .set({ until })
      .where(and(eq(speakers.domainId, domainId), eq(speakers.holder, holder)))
      .returning({ holder: speakers.holder });
    if (kept.length > 0) return kept;
    return db
      .insert(speakers)
      .values({ domainId, holder, since: now, until })
      .onConflictDoUpdate({
        target: speakers.domainId,
        set: { holder, since: now, until },
        setWhere: lte(speakers.until, now),
      })
      .returning({ holder: speakers.holder });
  });
  return row === undefined ? null : until;
}

/** Gives the speech up at once, so that another process need not wait. */
export async function endSpeech(ctx: Context, holder: string): Promise<void> {
  await ctx.read((db) =>
    db.delete(speakers).where(and(eq(speakers.domainId, ctx.domainId), eq(speakers.holder, holder))),
  );
}
