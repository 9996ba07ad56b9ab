/** 被督办次数: supervision orders served on a unit in the year and not withdrawn by the instant (assessment.md). */
import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { Day, UnitId } from '../../../db/vocabulary.ts';
import type { MeasureSource, Question } from './measure.ts';

interface Row {
  orderId: number;
  unitId: UnitId;
  number: number;
  servedOn: Day;
  items: number;
}

const literal = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

/** The orders that count, one row each, from events said by `asOf` and written down by `knownBy`. */
const counted = ({ domainId, year, asOf, knownBy = asOf }: Question): SQL => sql`
  select o.id::int as "orderId", o.unit_id::int as "unitId", o.number::int as "number",
    (s.at at time zone 'Asia/Shanghai')::date::text as "servedOn",
    (select count(*)::int from supervision_order_items i where i.domain_id = o.domain_id and i.order_id = o.id) as "items"
  from supervision_orders o
  join supervision_events s on s.domain_id = o.domain_id and s.order_id = o.id and s.kind = 'served'
    and s.at <= ${literal(asOf)} and s.recorded_at <= ${literal(knownBy)}
  join units u on u.domain_id = o.domain_id and u.id = o.unit_id
  where o.domain_id = ${domainId} and o.year = ${year} and coalesce(u.retired_at > ${literal(asOf)}, true)
    and not exists (
      select 1 from supervision_events w
      where w.domain_id = o.domain_id and w.order_id = o.id and w.kind = 'withdrawn'
        and w.at <= ${literal(asOf)} and w.recorded_at <= ${literal(knownBy)})
  order by s.at, o.id`;

export const supervisionMeasures: MeasureSource = {
  keys: ['supervision.count'],
  async collect(db, question) {
    const counts = new Map<UnitId, number>();
    for (const { unitId } of await rowsOf<Row>(db, counted(question))) {
      counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
    }
    return { 'supervision.count': [...counts].map(([unitId, count]) => ({ unitId, count })) };
  },
  async behind(db, question, unitId) {
    const rows = await rowsOf<Row>(db, counted(question));
    return rows
      .filter((row) => row.unitId === unitId)
      .map(({ number, servedOn, items }) => ({
        title: `督办单〔${question.year}〕${number}号`,
        on: servedOn,
        met: true,
        outcome: `督办${items}项逾期任务`,
        assignmentId: null,
        inspectionId: null,
      }));
  },
};
