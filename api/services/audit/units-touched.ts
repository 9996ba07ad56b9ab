/** Which units' figures the changes since a version can have changed, told by the audit. */
import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';

/** Clocks of several processes may differ, and what is being written has its time before it is there to be read. */
const LEEWAY_MS = 60_000;

/** What no figure rests on: sign-in and accounts, jobs, what is sent, snapshots, rooms, practices not yet carried, check lists. */
const TOUCHES_NOBODY = [
  'person',
  'job',
  'gateway',
  'outbox',
  'reminders',
  'week',
  'day',
  'room',
  'practice',
  'checklist',
] as const;

export interface Since {
  domainId: DomainId;
  /** The version and the instant that are known already. */
  version: number;
  known: Date;
  /** The instant that is asked for. */
  asOf: Date;
}

/**
 * The units that changes touched which are not in what is known already, as far as they count at the instant asked
 * for; `all` where one of the changes may have touched any unit.
 */
export async function unitsTouched(
  db: Database,
  { domainId, version, known, asOf }: Since,
): Promise<ReadonlySet<UnitId> | 'all'> {
  const from = new Date(known.getTime() - LEEWAY_MS).toISOString();
  const until = new Date(asOf.getTime() + LEEWAY_MS).toISOString();
  const rows = await rowsOf<{ unitId: UnitId | null }>(
    db,
    sql`select distinct (case c.what
        when 'assignment' then (select a.unit_id from assignments a where a.domain_id = ${domainId} and a.id = c.id)
        when 'order' then (select o.unit_id from supervision_orders o where o.domain_id = ${domainId} and o.id = c.id)
        else c.unit_id
      end)::int as "unitId"
    from (
      select substring(e.subject from '^[a-z]+') as what, substring(e.subject from ':([0-9]+)$')::bigint as id,
        (e.detail->>'unitId')::bigint as unit_id
      from audit e
      where e.domain_id = ${domainId} and (e.seq > ${version} or e.at > ${from}::timestamptz)
        and e.at <= ${until}::timestamptz
    ) as c
    where c.what <> all (${sql.param([...TOUCHES_NOBODY])}::text[])`,
  );
  const units = new Set<UnitId>();
  for (const { unitId } of rows) {
    if (unitId === null) return 'all';
    units.add(unitId);
  }
  return units;
}
