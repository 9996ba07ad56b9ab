import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RANKING_GROUPS } from '../../../db/vocabulary.ts';
import type { Download } from '../../services/workbooks/download.ts';
import { scoreSheet } from '../../services/workbooks/score-sheet.ts';
import { taskTable } from '../../services/workbooks/task-table.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, valid } from '../valid.ts';
import { taskFilter } from './tasks.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const which = z.object({ group: z.enum(RANKING_GROUPS), day: calendarDay().optional() });
const narrowed = taskFilter.omit({ after: true, limit: true });

/** Answers with a workbook to be kept under its own name. */
export const keepWorkbook = (c: Context, { name, bytes }: Download) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': XLSX,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });

/** What the pages show, as Excel workbooks: a real address each, that any old browser can keep. */
export const workbookRoutes = ({ allow }: Doors) =>
  new Hono()
    .get(
      '/ranking/score-sheet.xlsx',
      allow('ranking.see', { tag: '总览', summary: '考核得分表（Excel）', media: XLSX }),
      valid('query', which),
      async (c) => keepWorkbook(c, await scoreSheet(c.var.ctx, c.req.valid('query'))),
    )
    .get(
      '/tasks/list.xlsx',
      allow('assignment.see', { tag: '任务', summary: '责任清单（Excel）', media: XLSX }),
      valid('query', narrowed),
      async (c) => keepWorkbook(c, await taskTable(c.var.ctx, c.req.valid('query'))),
    );
