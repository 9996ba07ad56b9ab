import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { schemes } from '../../../db/schema/assessment.ts';
import type { DomainId } from '../../../db/vocabulary.ts';
import type { Scheme } from '../../domain/score/scheme.ts';

export interface SchemeInForce {
  year: number;
  version: number;
  body: Scheme;
}

/**
 * The scheme (考核方案) that was in force at an instant: of the year's published ones, the last published by then; for
 * days before the first was published, the first. Null where the year has none.
 */
export async function schemeInForce(
  db: Database,
  { domainId, year, asOf }: { domainId: DomainId; year: number; asOf: Date },
): Promise<SchemeInForce | null> {
  const byThen = sql`${schemes.publishedAt} <= ${asOf.toISOString()}::timestamptz`;
  const [row] = await db
    .select({ year: schemes.year, version: schemes.version, body: schemes.body })
    .from(schemes)
    .where(and(eq(schemes.domainId, domainId), eq(schemes.year, year), isNotNull(schemes.publishedAt)))
    .orderBy(
      sql`${byThen} desc`,
      sql`case when ${byThen} then -${schemes.version} else ${schemes.version} end`,
    )
    .limit(1);
  return row === undefined ? null : { ...row, body: row.body as Scheme };
}
