/** What is answered about the calendar of working days. */
import { z } from 'zod';
import { DAY_KINDS } from '../../../db/vocabulary.ts';
import { calendarDay, count, nullable, text } from './parts.ts';

export const calendarYear = z
  .object({
    year: count,
    known: z.boolean().describe('这一年的放假安排是否已公布'),
    days: z.array(
      z.object({
        day: calendarDay,
        working: z.boolean(),
        publishedWorking: z.boolean().describe('按公布的安排；未公布的按周末'),
        name: nullable(text).describe('节日名称'),
        word: nullable(z.enum(DAY_KINDS)).describe('管理员的调整'),
      }),
    ),
    unpublished: z.array(count).describe('今明两年中尚未公布的'),
  })
  .meta({ id: 'CalendarYear', description: '一年的工作日历' });
