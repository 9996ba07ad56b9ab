import { Hono } from 'hono';
import { z } from 'zod';
import { DAY_KINDS } from '../../../db/vocabulary.ts';
import { dayOf, partsOf } from '../../domain/time/day.ts';
import { changeCalendar } from '../../services/calendar/change-calendar.ts';
import { showCalendar } from '../../services/calendar/show-calendar.ts';
import { calendarYear } from '../answers/calendar.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, valid } from '../valid.ts';

const aYear = z.coerce.number<string>('年份要是 2000 到 2099').int().min(2000).max(2099);
const which = z.object({ year: aYear.optional() });
const word = z.enum(DAY_KINDS).nullable();
const changes = z.object({
  year: z.int().min(2000).max(2099),
  changes: z
    .array(z.object({ day: calendarDay(), word, was: word }))
    .min(1, '请选择日期')
    .max(366)
    .refine((list) => new Set(list.map(({ day }) => day)).size === list.length, '同一天只能改一次'),
});

const described = (summary: string) => ({ tag: '管理', summary, answer: calendarYear });

/** 工作日历: the published arrangement, and the admin's word over it. */
export const calendarRoutes = ({ allow, house }: Doors) =>
  new Hono()
    .get('/', allow('calendar.see', described('一年的工作日历')), valid('query', which), async (c) => {
      const { year = partsOf(dayOf(house.clock())).year } = c.req.valid('query');
      return c.json(await showCalendar(c.var.ctx, year));
    })
    .post('/', allow('calendar.edit', described('调整工作日历')), valid('json', changes), async (c) => {
      const said = c.req.valid('json');
      await changeCalendar(c.var.ctx, said.changes);
      return c.json(await showCalendar(c.var.ctx, said.year));
    });
