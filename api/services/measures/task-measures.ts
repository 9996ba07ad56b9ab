/** 办结率, 按时办结率 and 按期报送率: three shares over the assignments due by the instant (assessment.md). */
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { assignmentFacts } from './assignment-facts.ts';
import type { MeasureSource } from './measure.ts';

interface Row {
  unitId: UnitId;
  all: number;
  done: number;
  onTime: number;
  reports: number;
  reportsOnTime: number;
}

export const taskMeasures: MeasureSource<'task.completion' | 'task.timeliness' | 'report.timeliness'> = {
  names: {
    'task.completion': '办结率',
    'task.timeliness': '按时办结率',
    'report.timeliness': '按期报送率',
  },
  async collect(db, question) {
    const rows = await rowsOf<Row>(
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
};
