/** What is answered about the annual assessment. */
import { z } from 'zod';
import {
  ANNUAL_EVENTS,
  ANNUAL_FILE_USES,
  ANNUAL_KINDS,
  ANNUAL_STEPS,
  LINE_STATES,
  OBJECTION_VERDICTS,
  RANKING_GROUPS,
  VALUE_SOURCES,
} from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const points = z.number();
const step = z.enum(ANNUAL_STEPS);
const kind = z.enum(ANNUAL_KINDS);
const group = z.enum(RANKING_GROUPS);
const claimState = nullable(z.enum(['waiting', 'confirmed', 'returned']));
const entered = z.union([
  z.object({ value: z.union([z.number(), z.boolean()]) }),
  z.object({ notApplicable: z.literal(true) }),
]);
const form = z.object({
  kind: z.enum(['number', 'count', 'boolean', 'marks']),
  percent: z.boolean().describe('按百分数填写'),
  unit: text,
  outOf: nullable(z.number()),
});
const file = z.object({ id: number, name: text });

const head = z.object({
  code: text,
  name: text,
  weight: points,
  source: z.enum(VALUE_SOURCES),
  section: nullable(text),
  aim: text.describe('得满分的条件'),
  form,
});

const line = {
  indicator: text,
  name: text,
  state: z.enum(LINE_STATES),
  weight: points,
  points,
  why: text.describe('得分的由来'),
  value: nullable(text),
  overridden: z.boolean().describe('考评组调整过'),
};

const row = {
  unitId: number,
  name: text,
  rank: nullable(count),
  total: nullable(points),
  scaled: points,
  bonus: points,
  penalty: points,
  grade: nullable(text),
  vetoed: z.boolean(),
};

export const annualList = z
  .object({
    annuals: z.array(z.object({ id: number, year: count, kind, name: text, step, openedAt: instant })),
  })
  .meta({ id: 'AnnualList', description: '历次年度考核' });

export const annualOpened = z.object({ id: number }).meta({ id: 'AnnualOpened' });

export const annualPage = z
  .object({
    id: number,
    year: count,
    kind,
    name: text,
    step,
    openedAt: instant,
    cutoffAt: instant.describe('采集截止时点'),
    selfUntil: nullable(calendarDay),
    noticeUntil: nullable(calendarDay),
    noticeDaysLeft: count.describe('今天之后公示期还剩几个工作日'),
    marksOpen: z.boolean(),
    signed: nullable(z.object({ at: instant, by: nullable(text), hash: text })),
    reopening: nullable(z.object({ at: instant, by: nullable(text), reason: text })),
    lacks: z.array(z.object({ text, blocks: z.boolean() })).describe('还缺什么'),
    units: z.array(
      z.object({
        unitId: number,
        name: text,
        submittedAt: nullable(instant),
        waiting: count,
        confirmed: count,
        returned: count,
      }),
    ),
    markers: z.array(
      z.object({
        id: number,
        name: text,
        marked: count,
        wanted: count,
        handedIn: z.boolean(),
        leads: z.boolean().describe('组长'),
      }),
    ),
    objections: z.object({ total: count, unanswered: count }),
    trace: z.array(
      z.object({ kind: z.enum(ANNUAL_EVENTS), at: instant, person: nullable(text), reason: nullable(text) }),
    ),
    can: z.record(
      z.enum([
        'review',
        'advance',
        'openMarks',
        'mark',
        'handIn',
        'override',
        'verify',
        'answer',
        'sign',
        'askReopen',
        'refuseReopen',
        'grantReopen',
      ]),
      z.boolean(),
    ),
  })
  .meta({ id: 'Annual', description: '年度考核进程' });

export const workbenchPage = z
  .object({
    id: number,
    group,
    indicators: z.array(head),
    rows: z.array(
      z.object({
        ...row,
        lines: z.array(
          z.object({
            ...line,
            claim: claimState,
            mark: nullable(z.number()).describe('本人的评分'),
            mayMark: z.boolean(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Workbench', description: '考评工作台' });

export const cellPage = z
  .object({
    unitId: number,
    unit: text,
    head,
    line: z.object(line),
    claims: z.array(
      z.object({
        id: number,
        value: nullable(text),
        note: text,
        at: instant,
        person: nullable(text),
        state: claimState,
        reason: nullable(text),
        decidedBy: nullable(text),
      }),
    ),
    marks: z.array(z.object({ person: text, mark: z.number(), at: instant, mine: z.boolean() })),
    overrides: z.array(
      z.object({
        value: nullable(text),
        reason: text,
        fileId: nullable(number),
        byObjection: z.boolean(),
        at: instant,
        person: nullable(text),
      }),
    ),
    objections: z.array(
      z.object({
        text,
        at: instant,
        verdict: nullable(z.enum(OBJECTION_VERDICTS)),
        reason: nullable(text),
      }),
    ),
    files: z.array(z.object({ id: number, use: z.enum(ANNUAL_FILE_USES), name: text })),
  })
  .meta({ id: 'AnnualCell', description: '指标明细' });

export const selfPage = z
  .object({
    id: number,
    name: text,
    step,
    selfUntil: nullable(calendarDay),
    unitId: number,
    unit: text,
    version: count,
    savedAt: nullable(instant),
    submittedAt: nullable(instant),
    can: z.object({ save: z.boolean(), decide: z.boolean() }),
    lines: z.array(
      z.object({
        indicator: text,
        name: text,
        weight: points,
        source: z.enum(VALUE_SOURCES),
        section: nullable(text),
        aim: text,
        form,
        entered: z.boolean().describe('由单位填报'),
        required: z.boolean(),
        found: nullable(text).describe('系统采集或已确认的值'),
        dueOn: nullable(calendarDay),
        draft: z.object({ value: nullable(entered).optional(), note: text.optional() }),
        claim: nullable(
          z.object({
            id: number,
            value: nullable(text),
            note: text,
            at: instant,
            state: claimState,
            reason: nullable(text),
          }),
        ),
        files: z.array(file),
        open: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SelfAssessment', description: '自评表' });

export const draftSaved = z.object({ version: count }).meta({ id: 'DraftSaved' });
export const fileAdded = z.object({ id: number }).meta({ id: 'AnnualFileAdded' });

export const noticePage = z
  .object({
    id: number,
    name: text,
    step,
    group,
    noticeUntil: nullable(calendarDay),
    daysLeft: count,
    hash: nullable(text),
    indicators: z.array(head),
    rows: z.array(z.object({ ...row, lines: z.array(z.object({ ...line, mayObject: z.boolean() })) })),
    objections: z.array(
      z.object({
        id: number,
        unitId: number,
        unit: text,
        indicator: text,
        name: text,
        form,
        value: nullable(text),
        points,
        why: text,
        text,
        at: instant,
        verdict: nullable(z.enum(OBJECTION_VERDICTS)),
        reason: nullable(text),
        answeredAt: nullable(instant),
        files: z.array(file),
      }),
    ),
  })
  .meta({ id: 'Notice', description: '公示名单' });

export const signingPage = z
  .object({
    id: number,
    name: text,
    step,
    hash: text,
    bytes: count,
    cutoffAt: instant,
    schemeVersion: count,
    groups: z.array(
      z.object({
        group,
        grades: z.array(
          z.object({
            name: text,
            units: z.array(z.object({ name: text, total: nullable(points), rank: nullable(count) })),
          }),
        ),
      }),
    ),
    changes: z.array(z.object({ unit: text, indicator: text, value: nullable(text), reason: text })),
    objections: z.object({ total: count, changed: count }),
    signatures: z.array(z.object({ hash: text, at: instant, by: nullable(text) })),
  })
  .meta({ id: 'Signing', description: '定档审签' });
