/** What is answered about the channels to the chat. */
import { z } from 'zod';
import { GATEWAY_LIVES, GATEWAYS } from '../../../db/vocabulary.ts';
import { outgoing } from './outgoing.ts';
import { count, instant, nullable, text } from './parts.ts';

export const channelList = z
  .object({
    channels: z.array(
      z.object({
        gateway: z.enum(GATEWAYS),
        life: z.enum(GATEWAY_LIVES),
        since: instant,
        qr: nullable(z.object({ size: count, path: text })).describe('等待扫码时的登录二维码'),
        lastInbound: nullable(instant),
        lastOutbound: nullable(instant),
        fault: nullable(text),
        throttledUntil: nullable(instant),
        probedAt: nullable(instant),
        probeFault: nullable(text),
        probing: z.boolean(),
        waiting: count,
        refused: count.describe('今天被拒的次数：未发出或被限流的每一次尝试'),
        detour: nullable(
          z.object({ from: instant, begun: z.boolean(), rooms: count, covered: count }),
        ).describe('断开期间急件改走备用群：从何时起，是否已经开始，几个群中有几个的备用群在线'),
      }),
    ),
    unset: z
      .array(z.object({ gateway: z.enum(GATEWAYS), waiting: count }))
      .describe('未配置而仍有待发消息的通道'),
    aside: z.array(outgoing),
  })
  .meta({ id: 'ChannelList', description: '聊天通道' });
