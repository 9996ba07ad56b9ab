import { Hono } from 'hono';
import { z } from 'zod';
import { MOST_PASTED } from '../../domain/chat/read-paste.ts';
import { previewPaste, rereadPasted } from '../../services/chat/preview-paste.ts';
import { recordPaste } from '../../services/chat/record-paste.ts';
import { pastePreview, pasteReading, pasteResult } from '../answers/paste.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, idInBody, valid } from '../valid.ts';

const pasted = z.object({
  text: z.string().max(500_000, '一次粘贴的内容太长，请分几次'),
  unitId: idInBody<'unit'>().nullable(),
});
const time = z.iso.datetime().transform((written) => new Date(written));
const said = {
  name: z.string().trim().min(1).max(100),
  at: time,
  text: z.string().trim().min(1).max(20_000),
};
const row = z.object({
  ...said,
  from: time,
  kind: z.enum(['progress', 'extend']),
  assignmentId: idInBody<'assignment'>(),
  percent: z.int().min(0).max(100).nullable(),
  count: z.int().min(0).max(1_000_000).nullable(),
  done: z.boolean(),
  until: calendarDay().nullable(),
  reason: z.string().trim().max(500).nullable(),
});
const confirmed = z.object({
  rows: z
    .array(row)
    .min(1, '没有要录入的内容')
    .max(2 * MOST_PASTED),
});

const tag = '粘贴记录';

/** 粘贴记录: what a group said, entered by hand, when every bot is down. */
export const pasteRoutes = ({ allow, house }: Doors) =>
  new Hono()
    .post(
      '/preview',
      allow('chat.paste', { tag, summary: '读懂粘贴的聊天记录，不保存', answer: pastePreview }),
      valid('json', pasted),
      async (c) => c.json(await previewPaste(c.var.ctx, c.req.valid('json'), await house.readPasted())),
    )
    .post(
      '/message',
      allow('chat.paste', { tag, summary: '按选定的单位重读一条消息，不保存', answer: pasteReading }),
      valid('json', z.object({ ...said, unitId: idInBody<'unit'>() })),
      async (c) => c.json(await rereadPasted(c.var.ctx, c.req.valid('json'), await house.readPasted())),
    )
    .post(
      '/',
      allow('chat.paste', { tag, summary: '录入核对过的聊天记录', answer: pasteResult }),
      valid('json', confirmed),
      async (c) => c.json(await recordPaste(c.var.ctx, c.req.valid('json').rows)),
    );
