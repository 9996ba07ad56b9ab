/** What was said of a day but written down after it (补记): why the day looks different now. */
import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import type { AssignmentId, DomainId, RankingGroup, RecordKind, UnitId } from '../../../db/vocabulary.ts';

const MOST = 100;

export interface LateRecord {
  unitId: UnitId;
  unit: string;
  /** `2.1-3 更新台账`, an item of a check list, or the code of the indicator that a figure was reported for. */
  title: string;
  kind: RecordKind | 'value' | 'finding';
  /** When it was said, or for a taking back when that was said which is taken back. */
  at: string;
  recordedAt: string;
  assignmentId: AssignmentId | null;
}

/** The records about a group's units that belong to the time up to `asOf` and were written down after it, newest first. */
export async function lateRecords(
  db: Database,
  { domainId, asOf, knownBy, group }: { domainId: DomainId; asOf: Date; knownBy: Date; group: RankingGroup },
): Promise<LateRecord[]> {
  const [from, until] = [asOf, knownBy].map((instant) => sql`${instant.toISOString()}::timestamptz`);
  const rows = await rowsOf<Omit<LateRecord, 'at' | 'recordedAt'> & { at: number; recordedAt: number }>(
    db,
    sql`select u.id::int as "unitId", u.short_name as unit, told.title, told.kind,
      (extract(epoch from told.at) * 1000)::float8 as at,
      (extract(epoch from told.recorded_at) * 1000)::float8 as "recordedAt",
      told.assignment_id::int as "assignmentId"
    from (
      select a.unit_id, t.code || ' ' || t.title as title, r.kind, coalesce(undone.at, r.at) as at, r.recorded_at,
        a.id as assignment_id
      from progress_records r
      left join progress_records undone on undone.domain_id = r.domain_id and undone.id = r.undoes
      join assignments a on a.domain_id = r.domain_id and a.id = r.assignment_id
      join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
      where r.domain_id = ${domainId} and r.recorded_at > ${from} and r.recorded_at <= ${until}
        and coalesce(undone.at, r.at) <= ${from}
      union all
      select v.unit_id, v.indicator, 'value', v.at, v.recorded_at, null
      from reported_values v
      where v.domain_id = ${domainId} and v.recorded_at > ${from} and v.recorded_at <= ${until} and v.at <= ${from}
      union all
      select i.unit_id, k.item || '. ' || k.text, 'finding', i.completed_at, f.recorded_at, null
      from inspection_findings f
      join inspections i on i.domain_id = f.domain_id and i.id = f.inspection_id
      join check_items k on k.domain_id = f.domain_id and k.list_id = f.list_id and k.item = f.item
      where f.domain_id = ${domainId} and f.recorded_at > ${from} and f.recorded_at <= ${until}
        and f.follows is not null and i.completed_at <= ${from}
    ) as told
    join units u on u.domain_id = ${domainId} and u.id = told.unit_id and u.ranking_group = ${group}
    order by told.recorded_at desc limit ${MOST}`,
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    recordedAt: new Date(row.recordedAt).toISOString(),
  }));
}
