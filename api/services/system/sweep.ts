import { and, eq, lt, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { session, verification } from '../../../db/schema/auth.ts';
import { bindingCodes, outbox, questions } from '../../../db/schema/chat.ts';
import { type Context, permit, type Tx } from '../../context.ts';

/** Throws where an audit entry was changed, is missing or does not follow from the one before it. */
async function checkChain(tx: Tx): Promise<number> {
  const [chain] = await rowsOf<{ entries: number; broken: number | null }>(
    tx.db,
    sql`select count(*)::int as entries, min(seq) filter (where not sound)::int as broken from (
      select seq, hash = duban_audit_hash(a)
        and previous_hash = coalesce(lag(hash) over (order by seq), '')
        and seq = coalesce(lag(seq) over (order by seq), 0) + 1 as sound
      from audit a where domain_id = ${tx.domainId}) as checked`,
  );
  if (chain?.broken != null) throw new Error(`the audit chain is broken at entry ${chain.broken}`);
  return chain?.entries ?? 0;
}

/**
 * Clears what has expired (sessions, binding codes, questions, messages gone stale) and checks the audit chain
 * (time.md, "Jobs"). Throws where the chain is broken, so that the run fails and is seen.
 */
export async function sweep(ctx: Context): Promise<Record<string, number>> {
  permit(ctx, 'job.run');
  return ctx.transaction(async (tx) => {
    const now = tx.clock();
    const { domainId } = tx;
    const sessions = await tx.db
      .delete(session)
      .where(lt(session.expiresAt, now))
      .returning({ id: session.id });
    await tx.db.delete(verification).where(lt(verification.expiresAt, now));
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
    return {
      sessions: sessions.length,
      codes: codes.length,
      messages: stale.length,
      auditEntries: await checkChain(tx),
    };
  });
}
