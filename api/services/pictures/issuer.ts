import { and, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId } from '../../../db/vocabulary.ts';

/** Whose pictures they are: the name of the sub-district. */
export async function issuerOf(db: Database, domainId: DomainId): Promise<string> {
  const [row] = await db
    .select({ name: units.name })
    .from(units)
    .where(and(eq(units.domainId, domainId), eq(units.kind, 'subdistrict')))
    .limit(1);
  return row?.name ?? '';
}
