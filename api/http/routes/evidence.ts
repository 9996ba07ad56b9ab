import { Hono } from 'hono';
import { z } from 'zod';
import { readEvidence } from '../../services/progress/read-evidence.ts';
import type { Doors } from '../doors.ts';
import { id, valid } from '../valid.ts';

/** What a browser may show in place; everything else is for keeping. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/** 证明材料: the bytes, in a sandbox that runs nothing. */
export const evidenceRoutes = ({ allow }: Doors) =>
  new Hono().get(
    '/:id',
    allow('evidence.see', { tag: '任务', summary: '下载证明材料', media: 'application/octet-stream' }),
    valid('param', z.object({ id: id<'evidence'>() })),
    async (c) => {
      const { name, type, bytes } = await readEvidence(c.var.ctx, c.req.valid('param').id);
      const disposition = SHOWN.has(type) ? 'inline' : 'attachment';
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': type,
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cache-control': 'private, max-age=300',
      });
    },
  );
