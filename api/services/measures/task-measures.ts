/** 办结率, 按时办结率 and 按期报送率: three shares over the assignments due by the instant (assessment.md). */
import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { AssignmentId, Day, UnitId } from '../../../db/vocabulary.ts';
import { outcomeText } from '../../domain/assignment/words.ts';
import type { MeasureKey } from '../../domain/score/measures.ts';
import { periodLabel } from '../../domain/time/periods.ts';
import { assignmentFacts } from './assignment-facts.ts';
import type { MeasureSource } from './measure.ts';

interface Totals {
  unitId: UnitId;
  all: number;
  done: number;
  onTime: number;
  reports: number;
  reportsOnTime: number;
}

interface Counted {
  assignmentId: AssignmentId;
  code: string;
  title: string;
  period: string;
  dueOn: Day;
  submittedOn: Day | null;
  done: boolean;
  waiting: boolean;
  met: boolean;
}

const KEYS = ['task.completion', 'task.timeliness', 'report.timeliness'] as const satisfies MeasureKey[];

/** Which of the assignments due a measure counts, and which of these it takes for met. */
function ruleOf(key: MeasureKey): { counts: SQL; met: SQL } {
  const counts = key === 'report.timeliness' ? sql`due and is_report` : sql`due`;
  return { counts, met: key === 'task.completion' ? sql`done` : sql`on_time` };
}

export const taskMeasures: MeasureSource = {
  keys: KEYS,
  async collect(db, question) {
    const rows = await rowsOf<Totals>(
      db,
      sql`select unit_id::int as "unitId", count(*)::int as "all",
        count(*) filter (where done)::int as "done",
        count(*) filter (where on_time)::int as "onTime",
        count(*) filter (where is_report)::int as "reports",
        count(*) filter (where is_report and on_time)::int as "reportsOnTime"
      from ${assignmentFacts(question)} where due group by unit_id`,
    );
    return {
      'task.completion': rows.map(({ unitId, done, all }) => ({ unitId, of: done, all })),
      'task.timeliness': rows.map(({ unitId, onTime, all }) => ({ unitId, of: onTime, all })),
      'report.timeliness': rows
        .filter(({ reports }) => reports > 0)
        .map(({ unitId, reportsOnTime, reports }) => ({ unitId, of: reportsOnTime, all: reports })),
    };
  },
  async behind(db, question, unitId, key) {
    const { counts, met } = ruleOf(key);
    const rows = await rowsOf<Counted>(
      db,
      sql`select assignment_id::int as "assignmentId", t.code, t.title, a.period, facts.due_on::text as "dueOn",
        submitted_on::text as "submittedOn", done, waiting, ${met} as met
      from ${assignmentFacts(question)}
      join assignments a on a.domain_id = ${question.domainId} and a.id = assignment_id
      join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
      where facts.unit_id = ${unitId} and ${counts}
      order by facts.due_on desc, t.code, a.period`,
    );
    return rows.map(({ assignmentId, code, title, period, met, ...facts }) => ({
      title: `${code} ${title}（${periodLabel(period)}）`,
      on: facts.dueOn,
      met,
      outcome: outcomeText(facts),
      assignmentId,
      inspectionId: null,
    }));
  },
};
