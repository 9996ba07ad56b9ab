import { Hono } from 'hono';
import { z } from 'zod';
import { bindUnheardRoom, markBot, setStandIn, unbindRoom } from '../../services/chat/manage-rooms.ts';
import { showRoom, showRooms } from '../../services/chat/show-rooms.ts';
import { roomDetail, roomList } from '../answers/rooms.ts';
import type { Doors } from '../doors.ts';
import { id, idInBody, valid } from '../valid.ts';
import { unitsToBind } from './binding.ts';

const tag = '工作群';
const room = z.object({ id: id<'room'>() });
const described = (summary: string) => ({ tag, summary, answer: roomList });

/** 工作群: which there are, what they speak for, who speaks there, what waits. Each deed answers the fresh list. */
export const roomRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('room.see', described('所有工作群')), async (c) => c.json(await showRooms(c.var.ctx)))
    .get(
      '/:id',
      allow('room.see', { tag, summary: '一个工作群的成员和未发出的消息', answer: roomDetail }),
      valid('param', room),
      async (c) => c.json(await showRoom(c.var.ctx, c.req.valid('param').id)),
    )
    .post('/:id/unbinding', allow('room.bind', described('解绑工作群')), valid('param', room), async (c) => {
      await unbindRoom(c.var.ctx, c.req.valid('param').id);
      return c.json(await showRooms(c.var.ctx));
    })
    .post(
      '/:id/binding',
      allow('room.bind', described('直接绑定只能发送的群')),
      valid('param', room),
      valid('json', unitsToBind),
      async (c) => {
        await bindUnheardRoom(c.var.ctx, c.req.valid('param').id, c.req.valid('json').unitIds);
        return c.json(await showRooms(c.var.ctx));
      },
    )
    .post(
      '/:id/stand-in',
      allow('room.bind', described('设为另一个群的备用群')),
      valid('param', room),
      valid('json', z.object({ forRoom: idInBody<'room'>().nullable() })),
      async (c) => {
        await setStandIn(c.var.ctx, c.req.valid('param').id, c.req.valid('json').forRoom);
        return c.json(await showRooms(c.var.ctx));
      },
    )
    .post(
      '/contacts/:id/bot',
      allow('channel.manage', described('标为机器人，或取消')),
      valid('param', z.object({ id: id<'contact'>() })),
      valid('json', z.object({ isBot: z.boolean() })),
      async (c) => {
        await markBot(c.var.ctx, c.req.valid('param').id, c.req.valid('json').isBot);
        return c.json(await showRooms(c.var.ctx));
      },
    );
