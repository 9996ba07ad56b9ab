/** What is answered about tasks, as the OpenAPI document and the typed client have it. */
import { z } from 'zod';
import {
  ASSIGNMENT_STATES,
  CHANNELS,
  LIGHTS,
  MEASURES,
  RECORD_KINDS,
  ROLES,
} from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const named = z.object({ id: number, name: text });

export const evidencePiece = z
  .object({
    id: number,
    name: text,
    type: text,
    bytes: count,
    alsoOn: nullable(text).describe('同一单位的另一项任务也用了同一个文件'),
  })
  .meta({ id: 'Evidence', description: '证明材料' });

export const assignmentRow = z
  .object({
    id: number,
    code: text,
    title: text,
    unit: named,
    chapter: text,
    section: text,
    measure: z.enum(MEASURES),
    target: nullable(count),
    unitOfMeasure: nullable(text),
    period: text,
    periodLabel: text,
    opensOn: calendarDay,
    dueOn: calendarDay,
    firstDueOn: calendarDay,
    lastDueOn: nullable(calendarDay),
    state: z.enum(ASSIGNMENT_STATES),
    light: z.enum(LIGHTS),
    percent: nullable(count),
    count: nullable(count),
    workingDaysLate: count,
    workingDaysLeft: count,
    submittedAt: nullable(instant),
    extensionUntil: nullable(calendarDay),
    version: count,
  })
  .meta({ id: 'AssignmentRow', description: '交办' });

const shownRecord = z
  .object({
    id: number,
    at: instant,
    kind: z.enum(RECORD_KINDS),
    person: nullable(z.object({ name: text, role: z.enum(ROLES) })),
    channel: z.enum(CHANNELS),
    percent: nullable(count),
    count: nullable(count),
    untilOn: nullable(calendarDay),
    note: nullable(text),
    reason: nullable(text),
    undone: z.boolean(),
    message: nullable(text),
    evidence: z.array(evidencePiece),
  })
  .meta({ id: 'ProgressRecord', description: '进展记录' });

export const assignmentDetail = z
  .object({
    assignment: assignmentRow,
    item: z.object({
      code: text,
      title: text,
      section: text,
      quote: text,
      lead: z.array(text),
      support: z.array(text),
    }),
    records: z.array(shownRecord),
    can: z.object({
      report: z.boolean(),
      attach: z.boolean(),
      verify: z.boolean(),
      return: z.boolean(),
      askExtension: z.boolean(),
      decideExtension: z.boolean(),
      undo: nullable(number).describe('可由本人撤销的记录编号'),
    }),
  })
  .meta({ id: 'AssignmentDetail', description: '一项交办及其经过' });

export const phonePage = assignmentDetail
  .extend({ person: z.object({ name: text, unit: text }) })
  .meta({ id: 'PhonePage', description: '手机页' });

export const taskPage = z
  .object({
    rows: z.array(assignmentRow),
    next: nullable(text).describe('下一页的位置'),
    counts: z.object({ blue: count, green: count, yellow: count, red: count }),
  })
  .meta({ id: 'TaskPage', description: '责任清单的一页' });

export const verifyPage = z
  .object({
    total: count,
    next: nullable(text),
    rows: z.array(
      z.object({
        assignment: assignmentRow,
        submission: z.object({
          id: number,
          at: instant,
          person: nullable(text),
          channel: z.enum(CHANNELS),
          note: nullable(text),
          message: nullable(text),
          percent: nullable(count),
          count: nullable(count),
        }),
        evidence: z.array(evidencePiece),
        late: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'VerifyPage', description: '待核验的一页' });
