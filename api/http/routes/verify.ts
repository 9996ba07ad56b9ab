import { Hono } from 'hono';
import { z } from 'zod';
import { verifyQueue } from '../../services/tasks/verify-queue.ts';
import { verifyPage } from '../answers/tasks.ts';
import type { Doors } from '../doors.ts';
import { limit, valid } from '../valid.ts';

const page = z.object({ after: z.string().max(40).optional(), limit });

/** 待核验: what waits for the office, oldest first. */
export const verifyRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/',
    allow('progress.verify', { tag: '任务', summary: '待核验', answer: verifyPage }),
    valid('query', page),
    async (c) => c.json(await verifyQueue(c.var.ctx, c.req.valid('query'))),
  );
