import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Doors } from '../doors.ts';
import { follow } from '../live.ts';

/**
 * Live updates (实时更新) by server-sent events: `change` with what changed, `ping` every 15 seconds. The stream ends
 * with the session, which it does not keep alive.
 */
export const liveRoutes = ({ allow, live, auth }: Doors) =>
  new Hono().get(
    '/',
    allow('self.see', { tag: '实时', summary: '实时更新', media: 'text/event-stream' }),
    (c) => {
      const { domainId } = c.var.ctx;
      const { headers } = c.req.raw;
      // A proxy that gathers answers would hold the news back.
      c.header('x-accel-buffering', 'no');
      return streamSSE(c, async (stream) => {
        const left = new AbortController();
        stream.onAbort(() => left.abort());
        for await (const item of follow(live, domainId, left.signal)) {
          if (item === 'ping') {
            if (!(await auth.isOpen(headers).catch(() => false))) return;
            await stream.writeSSE({ event: 'ping', data: '' });
          } else {
            const { topic, version } = item;
            await stream.writeSSE({ event: 'change', data: JSON.stringify({ topic, version }) });
          }
        }
      });
    },
  );
