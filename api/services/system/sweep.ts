import { and, eq, lt, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { session, verification } from '../../../db/schema/auth.ts';
import { bindingCodes, outbox, questions } from '../../../db/schema/chat.ts';
import { type Context, permit, type Tx } from '../../context.ts';

/**
 * Throws where an audit entry was changed, is missing or does not follow from the one before it; the last ones too,
 * which the head of the chain still knows of. Gives how many entries there are.
 */
async function checkChain(ctx: Context): Promise<number> {
  const [chain] = await ctx.read((db) =>
    rowsOf<{ entries: number; broken: number | null; last: string | null; head: string | null }>(
      db,
      sql`select count(*)::int as entries, min(seq) filter (where not sound)::int as broken,
        (select hash from audit_heads h where h.domain_id = ${ctx.domainId}) as head,
        (array_agg(hash order by seq desc))[1] as last
      from (
        select seq, hash, hash = duban_audit_hash(a)
          and previous_hash = coalesce(lag(hash) over (order by seq), '')
          and seq = coalesce(lag(seq) over (order by seq), 0) + 1 as sound
        from audit a where domain_id = ${ctx.domainId}) as checked`,
    ),
  );
  const { entries = 0, broken = null, last = null, head = null } = chain ?? {};
  if (broken !== null) throw new Error(`the audit chain is broken at entry ${broken}`);
  if (last !== head) throw new Error(`the audit chain is broken after entry ${entries}`);
  return entries;
}

/** Clears what has expired. Sessions are timed by the machine's clock, since the sign-in keeps them by it. */
async function clear(tx: Tx): Promise<Record<string, number>> {
  const { domainId } = tx;
  const now = tx.clock();
  const sessions = await tx.db
    .delete(session)
    .where(lt(session.expiresAt, sql`now()`))
    .returning({ id: session.id });
  await tx.db.delete(verification).where(lt(verification.expiresAt, sql`now()`));
  const codes = await tx.db
    .delete(bindingCodes)
    .where(and(eq(bindingCodes.domainId, domainId), lt(bindingCodes.expiresAt, now)))
    .returning({ code: bindingCodes.code });
  await tx.db.delete(questions).where(and(eq(questions.domainId, domainId), lt(questions.expiresAt, now)));
  const stale = await tx.db
    .update(outbox)
    .set({ state: 'expired' })
    .where(and(eq(outbox.domainId, domainId), eq(outbox.state, 'queued'), lt(outbox.expiresAt, now)))
    .returning({ id: outbox.id });
  // The embedded database has nobody else to keep the planner's figures up to date.
  await tx.db.execute(sql`analyze`);
  return { sessions: sessions.length, codes: codes.length, messages: stale.length };
}

/**
 * Clears what has expired (sessions, binding codes, questions, messages gone stale), then checks the audit chain
 * (time.md, "Jobs"). Throws where the chain is broken, so that the run fails and is seen; what was cleared stays so.
 */
export async function sweep(ctx: Context): Promise<Record<string, number>> {
  permit(ctx, 'job.run');
  const cleared = await ctx.transaction(clear);
  return { ...cleared, auditEntries: await checkChain(ctx) };
}
