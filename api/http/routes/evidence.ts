import { Hono } from 'hono';
import { z } from 'zod';
import { readEvidence } from '../../services/progress/read-evidence.ts';
import type { Doors } from '../doors.ts';
import { sendFile } from '../send-file.ts';
import { id, valid } from '../valid.ts';

/** 证明材料: the bytes of what was attached to a task. */
export const evidenceRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/:id',
    allow('evidence.see', { tag: '任务', summary: '下载证明材料', media: 'application/octet-stream' }),
    valid('param', z.object({ id: id<'evidence'>() })),
    async (c) => sendFile(c, await readEvidence(c.var.ctx, c.req.valid('param').id)),
  );
