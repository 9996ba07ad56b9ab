/** What is answered to who looks at the whole: the overview and the ranking. */
import { z } from 'zod';
import { LIGHTS, LINE_STATES, RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const share = nullable(z.number().min(0).max(1)).describe('0 到 1；还没有应办的为空');
const points = z.number();
const group = z.enum(RANKING_GROUPS);

const place = {
  unitId: number,
  name: text,
  rank: nullable(count),
  previousRank: nullable(count).describe('上月末的名次'),
  total: nullable(points),
  grade: nullable(text),
  vetoed: z.boolean(),
};

export const settlement = nullable(
  z.object({ annualId: number, year: count, name: text, at: instant.describe('签署时间') }),
).describe('已定档的年度考核，得分即定档结果');

export const overviewPage = z
  .object({
    day: calendarDay,
    asOf: instant,
    version: count.describe('数据的版本，每次变更加一'),
    figures: z.array(
      z.object({
        key: z.enum(['completion', 'timeliness', 'overdue', 'toVerify']),
        value: nullable(z.number()),
        previous: nullable(z.number()).describe('上月末的数'),
      }),
    ),
    rankings: z.array(
      z.object({
        group,
        name: text,
        settled: settlement,
        rows: z.array(z.object({ ...place, trend: z.array(nullable(points)) })),
      }),
    ),
    overdue: z.object({
      total: count,
      rows: z.array(
        z.object({
          id: number,
          code: text,
          title: text,
          unit: text,
          periodLabel: text,
          dueOn: calendarDay,
          workingDaysLate: count,
        }),
      ),
    }),
    chapters: z.array(
      z.object({
        number: text,
        title: text,
        items: z.array(
          z.object({
            code: text,
            title: text,
            section: text,
            total: count,
            done: count,
            overdue: count,
            share,
            light: z.enum(LIGHTS),
          }),
        ),
      }),
    ),
    phases: z.array(
      z.object({ name: text, opensOn: calendarDay, closesOn: calendarDay, share, current: z.boolean() }),
    ),
  })
  .meta({ id: 'Overview', description: '总览' });

export const scoreLine = z.object({
  indicator: text,
  name: text,
  section: nullable(text),
  state: z.enum(LINE_STATES),
  weight: points,
  points,
  why: text.describe('得分的由来'),
});

export const rankingPage = z
  .object({
    group,
    name: text,
    day: calendarDay,
    asOf: instant,
    known: z.enum(['then', 'now']).describe('按当时口径、按现在口径'),
    mode: z.enum(['rolling', 'final']),
    settled: settlement,
    scheme: z.object({ year: count, version: count }),
    rows: z.array(
      z.object({
        ...place,
        scaled: points,
        bonus: points,
        penalty: points,
        lines: z.array(scoreLine),
      }),
    ),
  })
  .meta({ id: 'Ranking', description: '排名' });
