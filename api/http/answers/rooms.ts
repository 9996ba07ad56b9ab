/** What is answered about the rooms of the chat. */
import { z } from 'zod';
import { GATEWAYS } from '../../../db/vocabulary.ts';
import { outgoing } from './outgoing.ts';
import { count, instant, nullable, number, text } from './parts.ts';

export const roomList = z
  .object({
    rooms: z.array(
      z.object({
        id: number,
        gateway: z.enum(GATEWAYS),
        topic: text,
        boundAt: nullable(instant),
        boundBy: nullable(text),
        resembles: z
          .boolean()
          .describe('未绑定，但与同一通道上已绑定的群同名：可能是重新登录后换了编号的同一个群'),
        standsInFor: nullable(number).describe('是哪个群的备用群'),
        units: z.array(z.object({ id: number, name: text })),
        lastInbound: nullable(instant),
        lastOutbound: nullable(instant),
        waiting: count,
        aside: count.describe('搁置的消息'),
      }),
    ),
  })
  .meta({ id: 'RoomList', description: '工作群' });

export const roomDetail = z
  .object({
    members: z.array(
      z.object({
        contactId: number,
        name: text,
        isBot: z.boolean(),
        person: nullable(text),
        unit: nullable(text),
        lastAt: instant,
      }),
    ),
    messages: z.array(outgoing),
  })
  .meta({ id: 'RoomDetail', description: '一个工作群的成员和未发出的消息' });
