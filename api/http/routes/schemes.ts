import { Hono } from 'hono';
import { z } from 'zod';
import { createDraft, deleteDraft, publishDraft, saveDraft } from '../../services/schemes/edit-draft.ts';
import { listSchemes } from '../../services/schemes/list-schemes.ts';
import { readBasis } from '../../services/schemes/read-basis.ts';
import { showScheme } from '../../services/schemes/show-scheme.ts';
import { schemeBasis, schemeDetail, schemeList } from '../answers/schemes.ts';
import type { Doors } from '../doors.ts';
import { schemeBody } from '../scheme-body.ts';
import { id, idInBody, valid } from '../valid.ts';

const which = z.object({ id: id<'scheme'>() });
const revision = z.int().positive();
const begun = z.object({
  year: z.int().min(2000).max(2099),
  from: idInBody<'scheme'>().nullable().describe('照抄哪一份；空为内置方案'),
});
const saved = z.object({ revision, body: schemeBody });
const meant = z.object({ revision });

const tag = '考核方案';

/** 考核方案: read, begin a draft, save, publish or delete it, and what it can be tried out on. */
export const schemeRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('scheme.see', { tag, summary: '各年度的考核方案', answer: schemeList }), async (c) =>
      c.json({ schemes: await listSchemes(c.var.ctx) }),
    )
    .post(
      '/',
      allow('scheme.edit', { tag, summary: '起草', answer: schemeDetail }),
      valid('json', begun),
      async (c) => c.json(await showScheme(c.var.ctx, await createDraft(c.var.ctx, c.req.valid('json')))),
    )
    .get(
      '/:id',
      allow('scheme.see', { tag, summary: '一份考核方案', answer: schemeDetail }),
      valid('param', which),
      async (c) => c.json(await showScheme(c.var.ctx, c.req.valid('param').id)),
    )
    .post(
      '/:id/draft',
      allow('scheme.edit', { tag, summary: '保存草稿', answer: schemeDetail }),
      valid('param', which),
      valid('json', saved),
      async (c) => {
        const { id: schemeId } = c.req.valid('param');
        await saveDraft(c.var.ctx, { id: schemeId, ...c.req.valid('json') });
        return c.json(await showScheme(c.var.ctx, schemeId));
      },
    )
    .post(
      '/:id/publication',
      allow('scheme.edit', { tag, summary: '发布', answer: schemeDetail }),
      valid('param', which),
      valid('json', meant),
      async (c) => {
        const { id: schemeId } = c.req.valid('param');
        await publishDraft(c.var.ctx, { id: schemeId, ...c.req.valid('json') });
        return c.json(await showScheme(c.var.ctx, schemeId));
      },
    )
    .post(
      '/:id/deletion',
      allow('scheme.edit', { tag, summary: '删除草稿', answer: schemeList }),
      valid('param', which),
      valid('json', meant),
      async (c) => {
        await deleteDraft(c.var.ctx, { id: c.req.valid('param').id, ...c.req.valid('json') });
        return c.json({ schemes: await listSchemes(c.var.ctx) });
      },
    )
    .get(
      '/:id/basis',
      allow('scheme.edit', { tag, summary: '试算用的数据', answer: schemeBasis }),
      valid('param', which),
      async (c) => c.json(await readBasis(c.var.ctx, c.req.valid('param').id)),
    );
