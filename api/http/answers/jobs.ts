/** What is answered about the jobs that run by the clock. */
import { z } from 'zod';
import { RUN_OUTCOMES } from '../../../db/vocabulary.ts';
import { count, instant, nullable, text } from './parts.ts';

export const jobList = z
  .object({
    jobs: z.array(
      z.object({
        name: text,
        cron: text.describe('中国时间'),
        what: text,
        paused: nullable(z.object({ at: instant, by: nullable(text) })),
        nextAt: instant,
        runs: z
          .array(
            z.object({
              scheduledAt: instant,
              startedAt: instant,
              endedAt: nullable(instant),
              outcome: z.enum(RUN_OUTCOMES),
              attempts: count,
              counts: z.record(text, z.number()),
              error: nullable(text),
              byHand: z.boolean(),
              requestedBy: nullable(text),
            }),
          )
          .describe('最近的运行，最近的在前'),
      }),
    ),
  })
  .meta({ id: 'JobList', description: '定时任务' });
