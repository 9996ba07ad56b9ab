import { sql } from 'drizzle-orm';
import { progressRecords } from '../../../db/schema/assignments.ts';

/** Whether a progress record was taken back since (已撤回): a condition, or a column of a query that joins tables. */
export const undone = sql<boolean>`exists (
  select 1 from progress_records u
  where u.domain_id = ${progressRecords.domainId} and u.undoes = ${progressRecords.id})`;
