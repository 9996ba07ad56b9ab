/** 经验推广次数: how often practices of a unit were carried by a bulletin issued in the year (assessment.md, "As of"). */
import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { Day, UnitId } from '../../../db/vocabulary.ts';
import type { Count, MeasureSource, Question } from './measure.ts';

/** Carried by a bulletin issued in the year by the instant, and not withdrawn by then. */
const carried = ({ domainId, year, asOf }: Question): SQL => {
  const instant = sql`${asOf.toISOString()}::timestamptz`;
  return sql`bulletin_practices c
    join practices p on p.domain_id = c.domain_id and p.id = c.practice_id
    join bulletins b on b.domain_id = c.domain_id and b.id = c.bulletin_id
    where c.domain_id = ${domainId} and b.year = ${year} and b.issued_at <= ${instant}
      and coalesce(b.withdrawn_at > ${instant}, true)`;
};

export const practiceMeasures: MeasureSource = {
  keys: ['practice.count'],
  async collect(db, question) {
    const rows = await rowsOf<Count>(
      db,
      sql`select p.unit_id::int as "unitId", count(*)::int as "count" from ${carried(question)} group by p.unit_id`,
    );
    return { 'practice.count': rows };
  },
  async behind(db, question, unitId: UnitId) {
    const rows = await rowsOf<{ title: string; on: Day; number: string }>(
      db,
      sql`select p.title, (b.issued_at at time zone 'Asia/Shanghai')::date::text as "on",
        b.content->>'number' as "number"
      from ${carried(question)} and p.unit_id = ${unitId} order by b.issued_at desc, p.id`,
    );
    return rows.map(({ title, on, number }) => ({
      title,
      on,
      met: true,
      outcome: `${number}推广`,
      assignmentId: null,
      inspectionId: null,
    }));
  },
};
