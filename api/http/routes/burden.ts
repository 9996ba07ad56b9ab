import { Hono } from 'hono';
import { z } from 'zod';
import { measureBurden } from '../../services/burden/measure-burden.ts';
import { burden } from '../answers/burden.ts';
import type { Doors } from '../doors.ts';
import { valid } from '../valid.ts';

const asked = z.object({
  weeks: z.coerce.number<string>('要是 1 到 26 的数').int().min(1).max(26).default(4),
});

/** 基层负担: how much of people's time supervision takes. */
export const burdenRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/',
    allow('burden.see', { tag: '管理', summary: '基层负担', answer: burden }),
    valid('query', asked),
    async (c) => c.json(await measureBurden(c.var.ctx, c.req.valid('query').weeks)),
  );
