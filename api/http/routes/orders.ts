import { Hono } from 'hono';
import { z } from 'zod';
import { ORDER_STATES } from '../../../db/vocabulary.ts';
import { answerOrder, attachToOrder, receiveOrder } from '../../services/supervision/answer-order.ts';
import { decideOrder, editOrder, serveOrder } from '../../services/supervision/direct-order.ts';
import { listOrders } from '../../services/supervision/list-orders.ts';
import { orderDocument } from '../../services/supervision/order-document.ts';
import { readOrderEvidence, showOrder } from '../../services/supervision/show-order.ts';
import { orderChoices, startOrder } from '../../services/supervision/start-order.ts';
import { orderChoiceList, orderDetail, orderList } from '../answers/orders.ts';
import type { Doors } from '../doors.ts';
import { upload } from '../inputs.ts';
import { sendFile } from '../send-file.ts';
import { calendarDay, id, idInBody, valid } from '../valid.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const which = z.object({ id: id<'order'>() });
const filter = z.object({
  unit: id<'unit'>().optional(),
  state: z.enum([...ORDER_STATES, 'open']).optional(),
});
const version = z.int();
const demand = z.string().trim().min(1, '请写明整改要求').max(1000, '整改要求不超过1000字');
const note = z.string().trim().max(1000);
const reason = note.min(1, '请写明理由');
const decision = z.discriminatedUnion('decision', [
  z.object({ decision: z.enum(['close', 'raise']), note: note.exactOptional(), version }),
  z.object({ decision: z.literal('withdraw'), note: reason, version }),
  z.object({ decision: z.literal('return'), note: reason, answerBy: calendarDay(), version }),
]);
const start = z.object({
  unitId: idInBody<'unit'>(),
  assignmentIds: z.array(idInBody<'assignment'>()).max(200),
  subject: z.string().max(200, '督办事项不超过200字'),
  reason: z.string().max(500, '督办缘由不超过500字'),
  answerBy: calendarDay(),
});
const answer = z.object({
  note: z.string().trim().min(1, '请写明整改情况').max(2000, '整改情况不超过2000字'),
});

const tag = '督办单';
const detail = (summary: string) => ({ tag, summary, answer: orderDetail });

/** 督办单: drafts, serving, signing for, answering, deciding; the order as a Word file. */
export const orderRoutes = ({ allow, house }: Doors) =>
  new Hono()
    .get(
      '/',
      allow('order.see', { tag, summary: '督办单列表', answer: orderList }),
      valid('query', filter),
      async (c) => c.json({ orders: await listOrders(c.var.ctx, c.req.valid('query')) }),
    )
    .post('/', allow('order.serve', detail('发起督办')), valid('json', start), async (c) =>
      c.json(await showOrder(c.var.ctx, await startOrder(c.var.ctx, c.req.valid('json')))),
    )
    .get(
      '/choices',
      allow('order.serve', { tag, summary: '可督办的逾期任务', answer: orderChoiceList }),
      valid('query', z.object({ unit: id<'unit'>() })),
      async (c) => c.json({ choices: await orderChoices(c.var.ctx, c.req.valid('query').unit) }),
    )
    .get('/:id', allow('order.see', detail('一份督办单')), valid('param', which), async (c) =>
      c.json(await showOrder(c.var.ctx, c.req.valid('param').id)),
    )
    .get(
      '/:id/document',
      allow('order.see', { tag, summary: '督办单的 Word 文件', media: WORD }),
      valid('param', which),
      async (c) => {
        const { name, bytes } = await orderDocument(c.var.ctx, c.req.valid('param').id);
        return sendFile(c, { name, bytes, type: WORD });
      },
    )
    .post(
      '/:id/draft',
      allow('order.serve', detail('修改草稿')),
      valid('param', which),
      valid('json', z.object({ demand, version })),
      async (c) => {
        const orderId = c.req.valid('param').id;
        await editOrder(c.var.ctx, { orderId, ...c.req.valid('json') });
        return c.json(await showOrder(c.var.ctx, orderId));
      },
    )
    .post(
      '/:id/serving',
      allow('order.serve', detail('下发')),
      valid('param', which),
      valid('json', z.object({ demand, answerBy: calendarDay(), version })),
      async (c) => {
        const orderId = c.req.valid('param').id;
        const link = `${house.url}/orders/${orderId}`;
        await serveOrder(c.var.ctx, { orderId, link, ...c.req.valid('json') });
        return c.json(await showOrder(c.var.ctx, orderId));
      },
    )
    .post('/:id/receipt', allow('order.answer', detail('签收')), valid('param', which), async (c) => {
      const orderId = c.req.valid('param').id;
      await receiveOrder(c.var.ctx, orderId);
      return c.json(await showOrder(c.var.ctx, orderId));
    })
    .post(
      '/:id/evidence',
      allow('order.answer', detail('附整改材料')),
      valid('param', which),
      valid('form', upload),
      async (c) => {
        const orderId = c.req.valid('param').id;
        const { file } = c.req.valid('form');
        await attachToOrder(c.var.ctx, { orderId, name: file.name, bytes: await file.bytes() });
        return c.json(await showOrder(c.var.ctx, orderId));
      },
    )
    .post(
      '/:id/answer',
      allow('order.answer', detail('回复整改情况')),
      valid('param', which),
      valid('json', answer),
      async (c) => {
        const orderId = c.req.valid('param').id;
        await answerOrder(c.var.ctx, { orderId, ...c.req.valid('json') });
        return c.json(await showOrder(c.var.ctx, orderId));
      },
    )
    .post(
      '/:id/decision',
      allow('order.serve', detail('办结、退回、通报或撤回')),
      valid('param', which),
      valid('json', decision),
      async (c) => {
        const orderId = c.req.valid('param').id;
        await decideOrder(c.var.ctx, { orderId, ...c.req.valid('json') });
        return c.json(await showOrder(c.var.ctx, orderId));
      },
    );

/** 整改材料: the bytes of a piece of evidence of an order. */
export const orderEvidenceRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/:id',
    allow('order.see', { tag, summary: '下载整改材料', media: 'application/octet-stream' }),
    valid('param', z.object({ id: id<'orderEvidence'>() })),
    async (c) => sendFile(c, await readOrderEvidence(c.var.ctx, c.req.valid('param').id)),
  );
