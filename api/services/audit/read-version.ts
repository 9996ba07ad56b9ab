import { eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { auditHeads } from '../../../db/schema/system.ts';
import type { DomainId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';

/** The version of a sub-district's data: the number of the last audit entry, 0 before the first. */
export async function versionOf(db: Database, domainId: DomainId): Promise<number> {
  const [head] = await db
    .select({ seq: auditHeads.seq })
    .from(auditHeads)
    .where(eq(auditHeads.domainId, domainId));
  return head?.seq ?? 0;
}

/** The same of the sub-district of a context. */
export const readVersion = (ctx: Context): Promise<number> => ctx.read((db) => versionOf(db, ctx.domainId));
