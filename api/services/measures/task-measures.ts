/** 办结率, 按时办结率 and 按期报送率: three shares over the assignments due by the instant (assessment.md). */
import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { assignmentFacts } from './assignment-facts.ts';
import type { Measure } from './measure.ts';

const shareOf = (key: string, name: string, met: SQL, counted: SQL): Measure => ({
  key,
  name,
  collect: (db, question) =>
    rowsOf<{ unitId: UnitId; of: number; all: number }>(
      db,
      sql`select unit_id::int as "unitId", count(*) filter (where ${met})::int as "of", count(*)::int as "all"
        from ${assignmentFacts(question)} where due and ${counted} group by unit_id`,
    ),
});

export const TASK_MEASURES: readonly Measure[] = [
  shareOf('task.completion', '办结率', sql`done`, sql`true`),
  shareOf('task.timeliness', '按时办结率', sql`on_time`, sql`true`),
  shareOf('report.timeliness', '按期报送率', sql`on_time`, sql`is_report`),
];
