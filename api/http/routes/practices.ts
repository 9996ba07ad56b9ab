import { Hono } from 'hono';
import { z } from 'zod';
import { listPractices, offerPractice } from '../../services/practices/practices.ts';
import { practiceList } from '../answers/bulletins.ts';
import type { Doors } from '../doors.ts';
import { idInBody, valid } from '../valid.ts';

const offer = z.object({
  unitId: idInBody<'unit'>().optional(),
  title: z.string().trim().min(1, '请写标题').max(60, '标题不超过60字'),
  body: z.string().trim().min(1, '请写做法和成效').max(1000, '不超过1000字'),
});

const tag = '通报';

/** 先进经验: what units offer for a bulletin to carry. */
export const practiceRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('practice.see', { tag, summary: '经验做法', answer: practiceList }), async (c) =>
      c.json({ rows: await listPractices(c.var.ctx) }),
    )
    .post(
      '/',
      allow('practice.offer', { tag, summary: '报送经验做法', answer: practiceList }),
      valid('json', offer),
      async (c) => {
        await offerPractice(c.var.ctx, c.req.valid('json'));
        return c.json({ rows: await listPractices(c.var.ctx) });
      },
    );
