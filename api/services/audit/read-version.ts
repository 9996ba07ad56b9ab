import { eq } from 'drizzle-orm';
import { auditHeads } from '../../../db/schema/system.ts';
import type { Context } from '../../context.ts';

/** The version of the sub-district's data: the number of the last audit entry, 0 before the first. */
export async function readVersion(ctx: Context): Promise<number> {
  const [head] = await ctx.read((db) =>
    db.select({ seq: auditHeads.seq }).from(auditHeads).where(eq(auditHeads.domainId, ctx.domainId)),
  );
  return head?.seq ?? 0;
}
