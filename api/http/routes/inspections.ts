import { Hono } from 'hono';
import { z } from 'zod';
import { INSPECTION_STATES, VERDICTS } from '../../../db/vocabulary.ts';
import { MOST_ITEMS } from '../../domain/inspection/check-list.ts';
import { completeInspection } from '../../services/inspections/complete-inspection.ts';
import {
  attachToItem,
  attachToProblem,
  readInspectionEvidence,
} from '../../services/inspections/inspection-evidence.ts';
import { inspectionChoices, listInspections } from '../../services/inspections/list-inspections.ts';
import {
  cancelInspection,
  changeInspection,
  planInspection,
} from '../../services/inspections/plan-inspection.ts';
import { recordFindings } from '../../services/inspections/record-findings.ts';
import { reportRectified, reviewProblem } from '../../services/inspections/rectify-problem.ts';
import { showInspection } from '../../services/inspections/show-inspection.ts';
import { inspectionChoices as choices, inspectionDetail, inspectionList } from '../answers/inspections.ts';
import type { Doors } from '../doors.ts';
import { upload } from '../inputs.ts';
import { sendFile } from '../send-file.ts';
import { calendarDay, id, idInBody, valid } from '../valid.ts';

const tag = '调度检查';
const detail = (summary: string) => ({ tag, summary, answer: inspectionDetail });

const which = z.object({ id: id<'inspection'>() });
const whichProblem = z.object({ id: id<'problem'>() });
const filter = z.object({
  unit: id<'unit'>().optional(),
  state: z.enum([...INSPECTION_STATES, 'unsettled']).optional(),
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份要写成 2026-06 的样子')
    .optional(),
});
const version = z.int();
const inspectors = z.array(idInBody<'person'>()).min(1, '请选择检查人员').max(10, '检查人员不超过10人');
const planned = z.object({
  unitId: idInBody<'unit'>(),
  listId: idInBody<'checkList'>(),
  heldOn: calendarDay(),
  inspectors,
});
const note = z.string().trim().max(500, '不超过500字');
const reason = note.min(1, '请写明理由');
const answers = z
  .array(
    z.object({
      item: z.int().min(1).max(MOST_ITEMS),
      verdict: z.enum(VERDICTS),
      note: note.exactOptional(),
      rectifyBy: calendarDay().exactOptional(),
      replaces: z.nullable(idInBody<'finding'>()),
    }),
  )
  .min(1)
  .max(MOST_ITEMS);
const review = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept'), version }),
  z.object({ decision: z.literal('return'), reason, rectifyBy: calendarDay().exactOptional(), version }),
]);

/** 调度检查: planning, carrying out, completing; each answer of a verb is the inspection as it stands then. */
export const inspectionRoutes = ({ allow, house }: Doors) =>
  new Hono()
    .get(
      '/',
      allow('inspection.see', { tag, summary: '调度检查列表', answer: inspectionList }),
      valid('query', filter),
      async (c) => c.json({ inspections: await listInspections(c.var.ctx, c.req.valid('query')) }),
    )
    .get(
      '/choices',
      allow('inspection.plan', { tag, summary: '可选的检查人员和清单', answer: choices }),
      async (c) => c.json(await inspectionChoices(c.var.ctx)),
    )
    .post('/', allow('inspection.plan', detail('安排检查')), valid('json', planned), async (c) => {
      const inspectionId = await planInspection(c.var.ctx, c.req.valid('json'));
      return c.json(await showInspection(c.var.ctx, inspectionId));
    })
    .get('/:id', allow('inspection.see', detail('一次检查')), valid('param', which), async (c) =>
      c.json(await showInspection(c.var.ctx, c.req.valid('param').id)),
    )
    .post(
      '/:id/change',
      allow('inspection.plan', detail('调整日期或检查人员')),
      valid('param', which),
      valid('json', z.object({ heldOn: calendarDay(), inspectors, version })),
      async (c) => {
        const inspectionId = c.req.valid('param').id;
        await changeInspection(c.var.ctx, { inspectionId, ...c.req.valid('json') });
        return c.json(await showInspection(c.var.ctx, inspectionId));
      },
    )
    .post(
      '/:id/cancellation',
      allow('inspection.plan', detail('取消检查')),
      valid('param', which),
      valid('json', z.object({ reason, version })),
      async (c) => {
        const inspectionId = c.req.valid('param').id;
        await cancelInspection(c.var.ctx, { inspectionId, ...c.req.valid('json') });
        return c.json(await showInspection(c.var.ctx, inspectionId));
      },
    )
    .post(
      '/:id/findings',
      allow('inspection.record', detail('填写或更正检查结果')),
      valid('param', which),
      valid('json', z.object({ answers })),
      async (c) => {
        const inspectionId = c.req.valid('param').id;
        await recordFindings(c.var.ctx, { inspectionId, ...c.req.valid('json') });
        return c.json(await showInspection(c.var.ctx, inspectionId));
      },
    )
    .post(
      '/:id/items/:item/evidence',
      allow('inspection.record', detail('附检查材料')),
      valid('param', which.extend({ item: z.coerce.number<string>().int().min(1) })),
      valid('form', upload),
      async (c) => {
        const { id: inspectionId, item } = c.req.valid('param');
        const { file } = c.req.valid('form');
        await attachToItem(c.var.ctx, { inspectionId, item, name: file.name, bytes: await file.bytes() });
        return c.json(await showInspection(c.var.ctx, inspectionId));
      },
    )
    .post(
      '/:id/completion',
      allow('inspection.record', detail('完成检查')),
      valid('param', which),
      valid('json', z.object({ version })),
      async (c) => {
        const inspectionId = c.req.valid('param').id;
        const link = `${house.url}/inspections/${inspectionId}`;
        await completeInspection(c.var.ctx, { inspectionId, link, ...c.req.valid('json') });
        return c.json(await showInspection(c.var.ctx, inspectionId));
      },
    );

/** 问题整改: the unit reports, the inspectors look again. */
export const problemRoutes = ({ allow }: Doors) =>
  new Hono()
    .post(
      '/:id/rectification',
      allow('inspection.rectify', detail('报送整改')),
      valid('param', whichProblem),
      valid('json', z.object({ note: note.min(1, '请写明整改情况') })),
      async (c) => {
        const said = { problemId: c.req.valid('param').id, ...c.req.valid('json') };
        return c.json(await showInspection(c.var.ctx, await reportRectified(c.var.ctx, said)));
      },
    )
    .post(
      '/:id/evidence',
      allow('inspection.rectify', detail('附整改材料')),
      valid('param', whichProblem),
      valid('form', upload),
      async (c) => {
        const { file } = c.req.valid('form');
        const sent = { problemId: c.req.valid('param').id, name: file.name, bytes: await file.bytes() };
        return c.json(await showInspection(c.var.ctx, await attachToProblem(c.var.ctx, sent)));
      },
    )
    .post(
      '/:id/review',
      allow('inspection.record', detail('复查：通过或退回')),
      valid('param', whichProblem),
      valid('json', review),
      async (c) => {
        const said = { problemId: c.req.valid('param').id, ...c.req.valid('json') };
        return c.json(await showInspection(c.var.ctx, await reviewProblem(c.var.ctx, said)));
      },
    );

/** 检查材料: the bytes of a file of an inspection. */
export const inspectionEvidenceRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/:id',
    allow('inspection.see', { tag, summary: '下载检查材料', media: 'application/octet-stream' }),
    valid('param', z.object({ id: id<'inspectionEvidence'>() })),
    async (c) => sendFile(c, await readInspectionEvidence(c.var.ctx, c.req.valid('param').id)),
  );
