import { Hono } from 'hono';
import { z } from 'zod';
import { RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { listAnnuals } from '../../services/annual/list-annuals.ts';
import { showAnnual } from '../../services/annual/show-annual.ts';
import { showCell } from '../../services/annual/show-cell.ts';
import { showNotice } from '../../services/annual/show-notice.ts';
import { showSelf } from '../../services/annual/show-self.ts';
import { readResultText, showSigning } from '../../services/annual/show-signing.ts';
import { showWorkbench } from '../../services/annual/show-workbench.ts';
import {
  annualList,
  annualPage,
  cellPage,
  noticePage,
  selfPage,
  signingPage,
  workbenchPage,
} from '../answers/annual.ts';
import type { Doors } from '../doors.ts';
import { id, valid } from '../valid.ts';

const which = z.object({ id: id<'annual'>() });
const inGroup = z.object({ group: z.enum(RANKING_GROUPS) });
const ofUnit = z.object({ unit: id<'unit'>() });
const ofLine = z.object({ unit: id<'unit'>(), indicator: z.string().min(1).max(40) });

const tag = '年度考核';

/** 年度考核: what is to be seen of it. */
export const annualReads = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('annual.see', { tag, summary: '历次年度考核', answer: annualList }), async (c) =>
      c.json({ annuals: await listAnnuals(c.var.ctx) }),
    )
    .get(
      '/:id',
      allow('annual.see', { tag, summary: '年度考核进程', answer: annualPage }),
      valid('param', which),
      async (c) => c.json(await showAnnual(c.var.ctx, c.req.valid('param').id)),
    )
    .get(
      '/:id/workbench',
      allow('annual.review', { tag, summary: '考评工作台', answer: workbenchPage }),
      valid('param', which),
      valid('query', inGroup),
      async (c) =>
        c.json(await showWorkbench(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('query') })),
    )
    .get(
      '/:id/cell',
      allow('annual.review', { tag, summary: '指标明细', answer: cellPage }),
      valid('param', which),
      valid('query', ofLine),
      async (c) => {
        const { unit: unitId, indicator } = c.req.valid('query');
        return c.json(await showCell(c.var.ctx, { ...c.req.valid('param'), unitId, indicator }));
      },
    )
    .get(
      '/:id/self',
      allow('annual.evidence', { tag, summary: '自评表', answer: selfPage }),
      valid('param', which),
      valid('query', ofUnit),
      async (c) =>
        c.json(await showSelf(c.var.ctx, { ...c.req.valid('param'), unitId: c.req.valid('query').unit })),
    )
    .get(
      '/:id/notice',
      allow('annual.see', { tag, summary: '公示名单', answer: noticePage }),
      valid('param', which),
      valid('query', inGroup),
      async (c) => c.json(await showNotice(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('query') })),
    )
    .get(
      '/:id/signing',
      allow('annual.review', { tag, summary: '定档审签', answer: signingPage }),
      valid('param', which),
      async (c) => c.json(await showSigning(c.var.ctx, c.req.valid('param').id)),
    )
    .get(
      '/:id/result',
      allow('annual.see', { tag, summary: '定档文件，逐字节', media: 'application/octet-stream' }),
      valid('param', which),
      async (c) => {
        const { text, hash } = await readResultText(c.var.ctx, c.req.valid('param').id);
        return c.body(text, 200, {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="duban-${hash.slice(0, 16)}.json"`,
        });
      },
    );
