import { Hono } from 'hono';
import { z } from 'zod';
import { readAnnualFile } from '../../services/annual/annual-files.ts';
import type { Doors } from '../doors.ts';
import { sendFile } from '../send-file.ts';
import { id, valid } from '../valid.ts';

/** 考核材料: the bytes of a file of the assessment. */
export const annualFileRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/:id',
    allow('annual.evidence', { tag: '年度考核', summary: '下载考核材料', media: 'application/octet-stream' }),
    valid('param', z.object({ id: id<'annualFile'>() })),
    async (c) => sendFile(c, await readAnnualFile(c.var.ctx, c.req.valid('param').id)),
  );
