/** What is answered about scores: a unit's, a line's, and how a past day looks now. */

import { z } from 'zod';
import { CHANNELS, RANKING_GROUPS, RECORD_KINDS } from '../../../db/vocabulary.ts';
import { TIMELINE_LINES } from '../../services/units/unit-timeline.ts';
import { scoreLine, settlement } from './overview.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';
import { evidencePiece } from './tasks.ts';

const points = z.number();
const total = nullable(points);
const rank = nullable(count);
const known = z.enum(['then', 'now']).describe('按当时口径、按现在口径');

export const unitScore = z
  .object({
    unit: z.object({ id: number, name: text, group: z.enum(RANKING_GROUPS) }),
    day: calendarDay,
    asOf: instant,
    known,
    mode: z.enum(['rolling', 'final']),
    settled: settlement,
    scheme: z.object({ year: count, version: count }),
    ranked: count.describe('本组有名次的单位数'),
    previousRank: rank.describe('上月末的名次'),
    score: z.object({
      unitId: number,
      rank,
      total,
      scaled: points,
      bonus: points,
      penalty: points,
      grade: nullable(text),
      vetoed: z.boolean(),
      lines: z.array(scoreLine.extend({ rule: text, source: text })),
    }),
    gains: z
      .array(z.object({ indicator: text, name: text, gain: points, text }))
      .describe('还可争取的分，多的在前'),
    gap: nullable(
      z.object({
        unitId: number,
        name: text,
        total,
        lines: z.array(z.object({ indicator: text, name: text, difference: points, text })),
      }),
    ).describe('落后于前一名（或所比单位）的各项'),
    others: z.array(z.object({ unitId: number, name: text, rank })),
    trend: z.array(z.object({ day: calendarDay, total, rank })),
  })
  .meta({ id: 'UnitScore', description: '一个单位的得分及由来' });

export const lineBasis = z
  .object({
    unitId: number,
    indicator: text,
    name: text,
    source: text,
    counts: z.boolean().describe('每条记录计一次，不分符合与否'),
    why: text,
    records: nullable(
      z.array(
        z.object({
          title: text,
          on: calendarDay,
          met: z.boolean(),
          outcome: text,
          assignmentId: nullable(number),
          inspectionId: nullable(number),
        }),
      ),
    ).describe('系统计入的记录；填报的指标为空'),
    reported: z.array(
      z.object({
        value: nullable(z.union([z.number(), z.boolean()])),
        outOf: nullable(z.number()),
        marks: nullable(z.array(z.number())),
        notApplicable: z.boolean(),
        at: instant,
        note: nullable(text),
        person: nullable(text),
      }),
    ),
    signed: nullable(
      z.object({ value: nullable(text), changedFor: nullable(text).describe('考评组调整的理由') }),
    ).describe('定档的值；没有定档的为空'),
  })
  .meta({ id: 'LineBasis', description: '一项得分依据的记录' });

const timelineRecord = z.object({
  id: number,
  at: instant,
  kind: z.enum(RECORD_KINDS),
  channel: z.enum(CHANNELS),
  percent: nullable(count),
  count: nullable(count),
  untilOn: nullable(calendarDay),
  note: nullable(text),
  reason: nullable(text),
  undone: z.boolean(),
  person: nullable(text),
  messageId: nullable(number),
  assignmentId: number,
  code: text,
  title: text,
  periodLabel: text,
  evidence: z.array(evidencePiece),
});

export const unitTimelinePage = z
  .object({
    next: nullable(text),
    rows: z.array(
      z.object({
        line: z.enum(TIMELINE_LINES).describe('群里听到的、机器人说的、别处记下的'),
        id: number,
        at: instant,
        speaker: nullable(text),
        text: nullable(text),
        fileName: nullable(text),
        records: z.array(timelineRecord).describe('记成了什么'),
      }),
    ),
  })
  .meta({ id: 'UnitTimeline', description: '一个单位的动态' });

const side = nullable(z.object({ points, why: text }));

export const rankingRevision = z
  .object({
    day: calendarDay,
    schemes: z.object({ was: count, is: count }).describe('当时与现在的方案版次'),
    units: z.array(
      z.object({
        unitId: number,
        name: text,
        total: z.object({ was: total, is: total }),
        rank: z.object({ was: rank, is: rank }),
        lines: z.array(z.object({ indicator: text, name: text, was: side, is: side })),
      }),
    ),
    late: z.array(
      z.object({
        unitId: number,
        unit: text,
        title: text,
        kind: z.enum([...RECORD_KINDS, 'value', 'finding']),
        at: instant,
        recordedAt: instant,
        assignmentId: nullable(number),
      }),
    ),
  })
  .meta({ id: 'RankingRevision', description: '某一天的排名，按当时口径与按现在口径的差别' });
