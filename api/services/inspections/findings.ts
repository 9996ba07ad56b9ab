/** Reading what was found (检查结果): of each item the finding that stands is the one that no other follows. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { inspectionFindings } from '../../../db/schema/inspection.ts';
import type { DomainId, InspectionId } from '../../../db/vocabulary.ts';

/** No other finding follows it. */
export const standing = sql`not exists (select 1 from inspection_findings n
  where n.domain_id = ${inspectionFindings.domainId} and n.follows = ${inspectionFindings.id})`;

/** The findings of an inspection that stand, in the order of their items. */
export const standingFindings = (db: Database, domainId: DomainId, id: InspectionId) =>
  db
    .select({
      id: inspectionFindings.id,
      item: inspectionFindings.item,
      verdict: inspectionFindings.verdict,
      note: inspectionFindings.note,
      rectifyBy: inspectionFindings.rectifyBy,
    })
    .from(inspectionFindings)
    .where(and(eq(inspectionFindings.domainId, domainId), eq(inspectionFindings.inspectionId, id), standing))
    .orderBy(asc(inspectionFindings.item));
