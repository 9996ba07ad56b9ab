/** 检查合格率 and 逾期未整改问题数: what inspections found, and what was not put right in time (assessment.md, "As of"). */
import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { Day, InspectionId, UnitId, Verdict } from '../../../db/vocabulary.ts';
import { overdueOutcome, VERDICT_WORDS } from '../../domain/inspection/words.ts';
import type { MeasureSource, Question, Share } from './measure.ts';

/** A unit's column is one of those asked for. */
const asked = (column: SQL, { units }: Question): SQL =>
  units === undefined ? sql`true` : sql`${column} = any (${sql.param([...units])}::bigint[])`;

/** The first and the last day of the year. */
const yearOf = ({ year }: Question): [SQL, SQL] => [
  sql`${`${year}-01-01`}::date`,
  sql`${`${year}-12-31`}::date`,
];

const literal = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

/**
 * The findings that count: on items that apply, of inspections held in the year and completed by `asOf`, as they were
 * known by `knownBy`; a correction counts with the inspection that it corrects, from when it was written down.
 */
const findings = (question: Question): SQL => {
  const { domainId, asOf, knownBy = asOf } = question;
  const [from, until] = yearOf(question);
  return sql`inspections i
  join inspection_events c on c.domain_id = i.domain_id and c.inspection_id = i.id and c.kind = 'completed'
    and c.at <= ${literal(asOf)} and c.recorded_at <= ${literal(knownBy)}
  join inspection_findings f on f.domain_id = i.domain_id and f.inspection_id = i.id
    and f.recorded_at <= ${literal(knownBy)} and f.verdict <> 'notApplicable'
  join check_items k on k.domain_id = f.domain_id and k.list_id = f.list_id and k.item = f.item
  where i.domain_id = ${domainId} and i.held_on between ${from} and ${until}
    and not exists (
      select 1 from inspection_findings n
      where n.domain_id = f.domain_id and n.follows = f.id and n.recorded_at <= ${literal(knownBy)})
    and ${asked(sql`i.unit_id`, question)}`;
};

/**
 * The problems that were not put right in time: their day lies in the year and had ended by `asOf`, and nothing was
 * reported by that day that had not been sent back by `asOf`. Putting it right later does not undo it.
 */
const overdue = (question: Question): SQL => {
  const { domainId, asOf, knownBy = asOf } = question;
  const [from, until] = yearOf(question);
  return sql`(
  select p.unit_id::int as unit_id, p.inspection_id::int as inspection_id, p.item, p.text, told.due_on, told.reported_at
  from (
    select e.problem_id, bool_or(e.kind = 'withdrawn') as withdrawn,
      (array_agg(e.until_on order by e.id desc) filter (where e.until_on is not null))[1] as due_on,
      (array_agg(case when e.kind = 'reported' then e.at end order by e.id desc)
        filter (where e.kind in ('reported', 'returned')))[1] as reported_at
    from inspection_events e
    where e.domain_id = ${domainId}
      -- A set of numbers: the few problems that had a day in the year at some time.
      and e.problem_id = any (array(
        select d.problem_id from inspection_events d
        where d.domain_id = ${domainId} and d.problem_id is not null and d.until_on between ${from} and ${until}))
      and e.at <= ${literal(asOf)} and e.recorded_at <= ${literal(knownBy)}
    group by e.problem_id) as told
  join inspection_problems p on p.domain_id = ${domainId} and p.id = told.problem_id
  where not told.withdrawn and told.due_on between ${from} and ${until}
    and told.due_on < (${literal(asOf)} at time zone 'Asia/Shanghai')::date
    and coalesce((told.reported_at at time zone 'Asia/Shanghai')::date > told.due_on, true)
    and ${asked(sql`p.unit_id`, question)}) as problems`;
};

interface Collected extends Share {
  key: 'inspection.pass' | 'inspection.problems';
}

interface Found {
  inspectionId: InspectionId;
  item: number;
  text: string;
  on: Day;
  verdict: Verdict;
  note: string | null;
}

interface Overdue {
  inspectionId: InspectionId;
  item: number;
  text: string;
  dueOn: Day;
  reportedOn: Day | null;
}

export const inspectionMeasures: MeasureSource = {
  keys: ['inspection.pass', 'inspection.problems'],
  async collect(db, question) {
    const rows = await rowsOf<Collected>(
      db,
      sql`select 'inspection.pass' as key, i.unit_id::int as "unitId",
          (count(*) filter (where f.verdict = 'met'))::int as "of", count(*)::int as "all"
        from ${findings(question)} group by i.unit_id
        union all
        select 'inspection.problems', unit_id, count(*)::int, 0 from ${overdue(question)} group by unit_id`,
    );
    const having = (key: Collected['key']) => rows.filter((row) => row.key === key);
    return {
      'inspection.pass': having('inspection.pass').map(({ key: _, ...share }) => share),
      'inspection.problems': having('inspection.problems').map(({ unitId, of }) => ({ unitId, count: of })),
    };
  },
  behind(db, question, unitId, key) {
    return key === 'inspection.pass' ? foundAt(db, question, unitId) : overdueAt(db, question, unitId);
  },
};

type Db = Parameters<MeasureSource['behind']>[0];

async function foundAt(db: Db, question: Question, unitId: UnitId) {
  const rows = await rowsOf<Found>(
    db,
    sql`select i.id::int as "inspectionId", f.item, k.text, i.held_on::text as "on", f.verdict, f.note
      from ${findings(question)} and i.unit_id = ${unitId} order by i.held_on desc, i.id, f.item`,
  );
  return rows.map(({ inspectionId, item, text, on, verdict, note }) => ({
    ...{ title: `第${item}项 ${text}`, on, met: verdict === 'met', assignmentId: null, inspectionId },
    outcome: note === null ? VERDICT_WORDS[verdict] : `${VERDICT_WORDS[verdict]}：${note}`,
  }));
}

async function overdueAt(db: Db, question: Question, unitId: UnitId) {
  const rows = await rowsOf<Overdue>(
    db,
    sql`select inspection_id as "inspectionId", item, text, due_on::text as "dueOn",
        (reported_at at time zone 'Asia/Shanghai')::date::text as "reportedOn"
      from ${overdue(question)} where unit_id = ${unitId} order by due_on desc, inspection_id, item`,
  );
  return rows.map(({ inspectionId, item, text, dueOn, reportedOn }) => ({
    ...{ title: `第${item}项 ${text}`, on: dueOn, met: true, assignmentId: null, inspectionId },
    outcome: overdueOutcome({ dueOn, reportedOn }),
  }));
}
