/** Made-up sub-districts in bulk, by SQL alone: 22 units of two groups with a hundred tasks each, for so many years. */
import type { DomainId } from '../../db/vocabulary.ts';
import { BUILTIN_SCHEME } from '../domain/score/builtin.ts';
import type { Indicator, Scheme } from '../domain/score/scheme.ts';
import type { Bare } from './scratch.ts';

export const UNITS = 22;
export const TASKS = 100;
export const INDICATORS = 20;
const COLLECTED = ['task.completion', 'task.timeliness', 'report.timeliness'] as const;

export interface Seed {
  subdistricts: number;
  /** The years of the plans, the last one going on. */
  from: number;
  until: number;
  /** The sub-districts' numbers begin here, so that several seeds fit into one database. */
  first?: number;
}

/** Twenty indicators of five points for each group: three collected, the rest reported. */
function schemeOf(year: number): Scheme {
  const indicators = ['village', 'department'].flatMap((group) =>
    Array.from({ length: INDICATORS }, (_, n): Indicator => {
      const measure = COLLECTED[n] ?? 'reported';
      const code = `${group === 'village' ? 'V' : 'D'}${n + 1}`;
      const method = { type: 'linear', floor: 0, target: 1 } as const;
      return { code, name: `指标${n + 1}`, group, weight: 100 / INDICATORS, method, measure };
    }),
  );
  return { ...BUILTIN_SCHEME, year, indicators };
}

export const domainsOf = ({ subdistricts, first = 1 }: Seed): DomainId[] =>
  Array.from({ length: subdistricts }, (_, n) => ((first + n) * 1000) as DomainId);

/** Fills an empty, migrated database. Nothing is checked on the way in: the data fit by construction. */
export async function seed(bare: Bare, given: Seed): Promise<void> {
  const { subdistricts, from, until, first = 1 } = given;
  const last = first + subdistricts - 1;
  await bare.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`set local synchronous_commit = off`;
    const domains = sql`generate_series(${first}::int, ${last}::int) d`;
    const years = sql`generate_series(${from}::int, ${until}::int) y`;
    await sql`insert into units (domain_id, id, parent_id, kind, name, short_name, ranking_group, position)
      select d * 1000, d * 1000 + k, case when k > 0 then d * 1000 end,
        case when k = 0 then 'subdistrict' when k <= 12 then 'village' else 'department' end,
        '示例' || k, '示例' || k, case when k = 0 then null when k <= 12 then 'village' else 'department' end, k
      from ${domains}, generate_series(0, ${UNITS}::int) k`;
    await sql`insert into plans (domain_id, id, title, year, state, created_at, confirmed_at)
      select d * 1000, d * 10000 + y, '示例方案', y, 'confirmed', make_date(y, 1, 2), make_date(y, 1, 2)
      from ${domains}, ${years}`;
    await sql`insert into plan_phases (domain_id, plan_id, position, name, opens_on, closes_on)
      select d * 1000, d * 10000 + y, 0, '全年', make_date(y, 1, 1), make_date(y, 12, 31) from ${domains}, ${years}`;
    await sql`insert into items (domain_id, id, plan_id, code, section, chapter, title, led_by, supported_by, position)
      select d * 1000, d * 10000 + y, d * 10000 + y, '1.1', '四(一)1', '四(一)', '示例事项', '{}', '{}', 0
      from ${domains}, ${years}`;
    await sql`insert into tasks (domain_id, id, plan_id, item_id, code, title, measure, due_on, every_months, given_to,
        position)
      select d * 1000, (d * 10000 + y)::bigint * 1000 + t, d * 10000 + y, d * 10000 + y, '1.' || t, '示例任务' || t,
        'milestone', case when t % 4 > 0 then make_date(y, 1, 1) + t * 3 end, case when t % 4 = 0 then 1 end, '{}', t
      from ${domains}, ${years}, generate_series(1, ${TASKS}::int) t`;
    await sql`insert into assignments (domain_id, task_id, unit_id, period, opens_on, first_due_on, due_on, created_at,
        state, submitted_at, closed_at)
      select t.domain_id, t.id, t.domain_id + k, p.year::text, make_date(p.year, 1, 1), due, due,
        make_date(p.year, 1, 2), case when finished then 'done' else 'open' end,
        case when finished then due - 1 + (t.position + k) % 4 end, case when finished then due + 3 end
      from tasks t join plans p on p.domain_id = t.domain_id and p.id = t.plan_id,
        generate_series(1, ${UNITS}::int) k,
        lateral (select make_date(p.year, 1, 1) + t.position * 3 as due) at_day,
        lateral (select case when p.year < ${until}::int then (t.position * 7 + k) % 97 > 0
          else t.position < 60 and (t.position * 7 + k) % 10 > 0 end as finished) how
      where t.domain_id between ${first * 1000} and ${last * 1000}
      order by t.domain_id, t.id`;
    await sql`insert into progress_records (domain_id, assignment_id, at, recorded_at, kind, channel)
      select a.domain_id, a.id, r.at, r.at, r.kind, 'web'
      from assignments a, lateral (values ('submitted', a.submitted_at), ('verified', a.closed_at)) r (kind, at)
      where a.state = 'done' and a.domain_id between ${first * 1000} and ${last * 1000}
      order by a.domain_id, a.id, r.at`;
    for (let year = from; year <= until; year++) {
      await sql`insert into schemes (domain_id, year, version, state, body, created_at, published_at)
        select d * 1000, ${year}, 1, 'published', ${sql.json(schemeOf(year) as never)}, make_date(${year}, 1, 2),
          make_date(${year}, 1, 2) from ${domains}`;
    }
    await sql`insert into reported_values (domain_id, year, indicator, unit_id, value, at)
      select d * 1000, y, case when k <= 12 then 'V' else 'D' end || n, d * 1000 + k,
        jsonb_build_object('value', ((d + k * 31 + n * 17) % 1000) / 1000.0), make_date(y, 3, 1)
      from ${domains}, ${years}, generate_series(1, ${UNITS}::int) k,
        generate_series(${COLLECTED.length + 1}::int, ${INDICATORS}::int) n`;
    await sql`insert into audit_heads (domain_id, seq) select d * 1000, 1 from ${domains} on conflict do nothing`;
  });
  await bare`analyze`;
}
