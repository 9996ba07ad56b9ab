import { Hono } from 'hono';
import { z } from 'zod';
import { GATEWAYS } from '../../../db/vocabulary.ts';
import { handleOutgoing } from '../../services/chat/aside.ts';
import { askProbe, showChannels } from '../../services/chat/show-channels.ts';
import { channelList } from '../answers/channels.ts';
import type { Doors } from '../doors.ts';
import { id, valid } from '../valid.ts';

const described = (summary: string) => ({ tag: '管理', summary, answer: channelList });

/** 通道: how each is, a probe by hand, and what to do with messages that were set aside. */
export const channelRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('channel.see', described('聊天通道的状态和搁置的消息')), async (c) =>
      c.json(await showChannels(c.var.ctx)),
    )
    .post(
      '/:gateway/probes',
      allow('channel.manage', described('立即探测')),
      valid('param', z.object({ gateway: z.enum(GATEWAYS) })),
      async (c) => {
        await askProbe(c.var.ctx, c.req.valid('param').gateway);
        return c.json(await showChannels(c.var.ctx));
      },
    )
    .post(
      '/messages/:id',
      allow('channel.manage', described('重发、丢弃或确认一条发件')),
      valid('param', z.object({ id: id<'outgoing'>() })),
      valid('json', z.object({ how: z.enum(['resend', 'drop', 'arrived']) })),
      async (c) => {
        await handleOutgoing(c.var.ctx, c.req.valid('param').id, c.req.valid('json').how);
        return c.json(await showChannels(c.var.ctx));
      },
    );
