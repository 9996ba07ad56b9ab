/** What is answered about inspections and check lists. */
import { z } from 'zod';
import {
  CHECK_LIST_STATES,
  INSPECTION_EVENTS,
  INSPECTION_STATES,
  PROBLEM_STATES,
  RANKING_GROUPS,
  ROLES,
  VERDICTS,
} from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';
import { evidencePiece } from './tasks.ts';

const inspection = {
  id: number,
  unit: z.object({ id: number, name: text }),
  list: z.object({ id: number, title: text, version: count, items: count.describe('检查项数') }),
  heldOn: calendarDay,
  state: z.enum(INSPECTION_STATES),
  completedAt: nullable(instant),
  version: count,
};

const problem = {
  id: number,
  item: count,
  text,
  state: z.enum(PROBLEM_STATES),
  dueOn: calendarDay.describe('整改期限'),
  overdue: z.boolean().describe('逾期未报送整改'),
  workingDaysLate: count,
  reportedAt: nullable(instant),
  version: count,
};

export const inspectionList = z
  .object({
    inspections: z.array(
      z.object({
        ...inspection,
        inspectors: z.array(text),
        found: z.object({ met: count, unmet: count, notApplicable: count }),
        problems: z.array(z.object(problem)),
      }),
    ),
  })
  .meta({ id: 'InspectionList', description: '调度检查列表' });

export const inspectionChoices = z
  .object({
    inspectors: z.array(z.object({ id: number, name: text, role: z.enum(ROLES), unitId: number })),
    lists: z.array(
      z.object({ id: number, title: text, version: count, group: nullable(z.enum(RANKING_GROUPS)) }),
    ),
  })
  .meta({ id: 'InspectionChoices', description: '安排检查时可选的人员和清单' });

const event = z.object({
  id: number,
  at: instant,
  kind: z.enum(INSPECTION_EVENTS),
  person: nullable(text),
  note: nullable(text),
  untilOn: nullable(calendarDay),
});

export const inspectionDetail = z
  .object({
    inspection: z.object({ ...inspection, inspectors: z.array(z.object({ id: number, name: text })) }),
    items: z.array(
      z.object({
        item: count,
        text,
        section: nullable(text),
        weight: nullable(count),
        findings: z
          .array(
            z.object({
              id: number,
              verdict: z.enum(VERDICTS),
              note: nullable(text),
              rectifyBy: nullable(calendarDay),
              recordedAt: instant,
              person: nullable(text),
            }),
          )
          .describe('先后填写的结果，最后一条有效'),
        evidence: z.array(evidencePiece.omit({ alsoOn: true })),
      }),
    ),
    tally: z.object({
      met: count,
      unmet: count,
      notApplicable: count,
      unanswered: z.array(count).describe('没有填写的项'),
      points: nullable(z.object({ reached: count, of: count })).describe('得分，清单有分值时才有'),
    }),
    problems: z.array(
      z.object({
        ...problem,
        events: z.array(event),
        evidence: z.array(evidencePiece.omit({ alsoOn: true })),
        can: z.object({ report: z.boolean(), review: z.boolean() }),
      }),
    ),
    events: z.array(event),
    suggestedRectifyBy: calendarDay.describe('通常的整改期限'),
    can: z.object({
      record: z.boolean(),
      complete: z.boolean(),
      change: z.boolean(),
      cancel: z.boolean(),
    }),
  })
  .meta({ id: 'InspectionDetail', description: '一次调度检查' });

const checkListRow = z.object({
  id: number,
  follows: nullable(number),
  version: count,
  state: z.enum(CHECK_LIST_STATES),
  title: text,
  group: nullable(z.enum(RANKING_GROUPS)),
  revision: count,
  publishedAt: nullable(instant),
  items: count,
});

export const checkListList = z
  .object({ lists: z.array(checkListRow) })
  .meta({ id: 'CheckListList', description: '检查清单列表' });

export const checkListDetail = z
  .object({
    list: checkListRow,
    next: nullable(number).describe('下一版'),
    items: z.array(z.object({ text, section: nullable(text), weight: nullable(count) })),
  })
  .meta({ id: 'CheckListDetail', description: '一份检查清单' });
