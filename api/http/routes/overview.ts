import { Hono } from 'hono';
import { z } from 'zod';
import { RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { dayOf } from '../../domain/time/day.ts';
import { overview } from '../../services/overview/compute-overview.ts';
import { ranking } from '../../services/ranking/compute-ranking.ts';
import { overviewPage, rankingPage } from '../answers/overview.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, valid } from '../valid.ts';

const which = z.object({ group: z.enum(RANKING_GROUPS), day: calendarDay().optional() });

/** 总览 and 排名: computed once for each change, the same for everyone who may see them. */
export const overviewRoutes = ({ allow, cached, house }: Doors) =>
  new Hono()
    .get('/overview', allow('overview.see', { tag: '总览', summary: '总览', answer: overviewPage }), (c) =>
      cached(c, c.var.ctx, 'overview', async (version) => ({ ...(await overview(c.var.ctx)), version })),
    )
    .get(
      '/ranking',
      allow('ranking.see', { tag: '总览', summary: '某一天的排名', answer: rankingPage }),
      valid('query', which),
      (c) => {
        const { group, day = dayOf(house.clock()) } = c.req.valid('query');
        return cached(c, c.var.ctx, `ranking/${group}/${day}`, () => ranking(c.var.ctx, { group, day }));
      },
    );
