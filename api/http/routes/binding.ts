import { Hono } from 'hono';
import { z } from 'zod';
import { makePersonCode, makeRoomCode } from '../../services/chat/make-binding-code.ts';
import { bindingCode } from '../answers/session.ts';
import type { Doors } from '../doors.ts';
import { idInBody, valid } from '../valid.ts';

const tag = '绑定';
/** The units that a room is to speak for. */
export const unitsToBind = z.object({
  unitIds: z.array(idInBody<'unit'>()).min(1, '请至少选择一个单位').max(50, '一个群最多绑定 50 个单位'),
});

/** Binding codes (绑定码): of oneself, and of a room for units. */
export const bindingRoutes = ({ allow }: Doors) =>
  new Hono()
    .post(
      '/me/binding-code',
      allow('person.bind', { tag, summary: '生成本人的绑定码', answer: bindingCode }),
      async (c) => c.json(await makePersonCode(c.var.ctx)),
    )
    .post(
      '/rooms/binding-code',
      allow('room.bind', { tag, summary: '生成工作群的绑定码', answer: bindingCode }),
      valid('json', unitsToBind),
      async (c) => c.json(await makeRoomCode(c.var.ctx, c.req.valid('json').unitIds)),
    );
