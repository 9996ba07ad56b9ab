import { and, asc, eq } from 'drizzle-orm';
import { audit } from '../../../db/schema/system.ts';
import type { Clock, Context } from '../../context.ts';

/** The instant at which the demo opens. */
export const DEMO_OPENS = new Date('2026-06-25T09:00:00+08:00');

/**
 * The clock of a demo: it stood at `DEMO_OPENS` when the demo was loaded and has gone on with the machine's since.
 * Null where the sub-district is no demo.
 */
export async function demoClock(ctx: Context): Promise<Clock | null> {
  const [loaded] = await ctx.read((db) =>
    db
      .select({ detail: audit.detail })
      .from(audit)
      .where(and(eq(audit.domainId, ctx.domainId), eq(audit.action, 'demo.load')))
      .orderBy(asc(audit.seq))
      .limit(1),
  );
  const { openedAt } = (loaded?.detail ?? {}) as { openedAt?: number };
  if (openedAt === undefined) return null;
  const behind = openedAt - DEMO_OPENS.getTime();
  return () => new Date(ctx.wall().getTime() - behind);
}
