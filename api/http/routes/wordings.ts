import { Hono } from 'hono';
import { z } from 'zod';
import { decideWording, setWordings } from '../../services/wordings/edit-wordings.ts';
import { listWordings } from '../../services/wordings/list-wordings.ts';
import { wordingList } from '../answers/wordings.ts';
import type { Doors } from '../doors.ts';
import { id, valid } from '../valid.ts';

const which = z.object({ id: id<'task'>() });
const wording = z.string().trim().min(2, '至少两个字').max(40, '最多40个字');
const words = z.object({ synonyms: z.array(wording).max(40) });
const decision = z.object({ wording, accepted: z.boolean() });

const described = (summary: string) => ({ tag: '任务', summary, answer: wordingList });

/** 同义词: the everyday words of each task, and those that the bot's questions brought up. */
export const wordingRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('plan.edit', described('各项任务的同义词')), async (c) =>
      c.json(await listWordings(c.var.ctx)),
    )
    .post(
      '/:id',
      allow('plan.edit', described('修改一项任务的同义词')),
      valid('param', which),
      valid('json', words),
      async (c) => {
        await setWordings(c.var.ctx, c.req.valid('param').id, c.req.valid('json').synonyms);
        return c.json(await listWordings(c.var.ctx));
      },
    )
    .post(
      '/:id/decision',
      allow('plan.edit', described('采纳或不采纳一条同义词建议')),
      valid('param', which),
      valid('json', decision),
      async (c) => {
        await decideWording(c.var.ctx, { taskId: c.req.valid('param').id, ...c.req.valid('json') });
        return c.json(await listWordings(c.var.ctx));
      },
    );
