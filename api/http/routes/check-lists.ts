import { Hono } from 'hono';
import { z } from 'zod';
import { RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { MOST_ITEMS } from '../../domain/inspection/check-list.ts';
import { listCheckLists, showCheckList } from '../../services/inspections/check-lists.ts';
import {
  beginCheckList,
  deleteCheckList,
  publishCheckList,
  saveCheckList,
} from '../../services/inspections/edit-check-list.ts';
import { checkListDetail, checkListList } from '../answers/inspections.ts';
import type { Doors } from '../doors.ts';
import { id, idInBody, valid } from '../valid.ts';

const tag = '检查清单';
const detail = (summary: string) => ({ tag, summary, answer: checkListDetail });
const list = (summary: string) => ({ tag, summary, answer: checkListList });

const which = z.object({ id: id<'checkList'>() });
const seen = z.object({ revision: z.int() });
const beginning = z.union([
  z.object({ from: z.literal('blank') }),
  z.object({ from: z.literal('builtin'), group: z.enum(RANKING_GROUPS) }),
  z.object({ from: idInBody<'checkList'>() }),
]);
const body = z.object({
  title: z.string().trim().min(1, '请写清单名称').max(60, '名称不超过60字'),
  group: z.nullable(z.enum(RANKING_GROUPS)),
  items: z
    .array(
      z.object({
        text: z.string().trim().min(1, '请写检查内容').max(200, '检查内容不超过200字'),
        section: z.nullable(z.string().trim().min(1).max(30, '不超过30字')),
        weight: z.nullable(z.int('分值要是整数').min(1, '分值至少1分').max(100, '分值不超过100分')),
      }),
    )
    .max(MOST_ITEMS, `一份清单不超过${MOST_ITEMS}项`),
});

/** 检查清单: drafts, published and superseded versions. */
export const checkListRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('inspection.prepare', list('检查清单列表')), async (c) =>
      c.json({ lists: await listCheckLists(c.var.ctx) }),
    )
    .post('/', allow('inspection.prepare', detail('起草或修订清单')), valid('json', beginning), async (c) => {
      const listId = await beginCheckList(c.var.ctx, c.req.valid('json'));
      return c.json(await showCheckList(c.var.ctx, listId));
    })
    .get('/:id', allow('inspection.prepare', detail('一份清单')), valid('param', which), async (c) =>
      c.json(await showCheckList(c.var.ctx, c.req.valid('param').id)),
    )
    .post(
      '/:id/draft',
      allow('inspection.prepare', detail('保存草稿')),
      valid('param', which),
      valid('json', seen.extend({ body })),
      async (c) => {
        const listId = c.req.valid('param').id;
        await saveCheckList(c.var.ctx, { id: listId, ...c.req.valid('json') });
        return c.json(await showCheckList(c.var.ctx, listId));
      },
    )
    .post(
      '/:id/publication',
      allow('inspection.prepare', detail('发布')),
      valid('param', which),
      valid('json', seen),
      async (c) => {
        const listId = c.req.valid('param').id;
        await publishCheckList(c.var.ctx, { id: listId, ...c.req.valid('json') });
        return c.json(await showCheckList(c.var.ctx, listId));
      },
    )
    .post(
      '/:id/deletion',
      allow('inspection.prepare', list('删除草稿')),
      valid('param', which),
      valid('json', seen),
      async (c) => {
        await deleteCheckList(c.var.ctx, { id: c.req.valid('param').id, ...c.req.valid('json') });
        return c.json({ lists: await listCheckLists(c.var.ctx) });
      },
    );
