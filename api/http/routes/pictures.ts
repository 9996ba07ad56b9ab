import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RANKING_GROUPS, type UnitId } from '../../../db/vocabulary.ts';
import { drawRanking, type Picture } from '../../services/pictures/draw-ranking.ts';
import { drawUnitCard } from '../../services/pictures/draw-unit-card.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, valid } from '../valid.ts';

const media = 'image/png';
const which = z.object({ group: z.enum(RANKING_GROUPS), day: calendarDay().optional() });
const card = z.object({
  file: z
    .string()
    .regex(/^[1-9]\d{0,14}\.png$/, '地址写作 单位编号.png')
    .transform((name) => Number.parseInt(name, 10) as UnitId),
});

const shown = (c: Context, { name, bytes }: Picture) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': media,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-cache',
  });

/** 图片: what goes into a group, for whoever may see the same figures as a page. */
export const pictureRoutes = ({ allow }: Doors) =>
  new Hono()
    .get(
      '/ranking.png',
      allow('ranking.see', { tag: '图片', summary: '排名图', media }),
      valid('query', which),
      async (c) => shown(c, await drawRanking(c.var.ctx, c.req.valid('query'))),
    )
    .get(
      '/units/:file',
      allow('assignment.see', { tag: '图片', summary: '单位卡片图', media }),
      valid('param', card),
      async (c) => shown(c, await drawUnitCard(c.var.ctx, c.req.valid('param').file)),
    );
