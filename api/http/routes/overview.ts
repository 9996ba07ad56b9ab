import { Hono } from 'hono';
import { z } from 'zod';
import { RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { dayOf } from '../../domain/time/day.ts';
import { overview } from '../../services/overview/compute-overview.ts';
import { compareViews } from '../../services/ranking/compare-views.ts';
import { ranking } from '../../services/ranking/compute-ranking.ts';
import { KNOWN } from '../../services/ranking/score-shown.ts';
import { overviewPage, rankingPage } from '../answers/overview.ts';
import { rankingRevision } from '../answers/scores.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, valid } from '../valid.ts';

const which = z.object({ group: z.enum(RANKING_GROUPS), day: calendarDay().optional() });
const viewed = which.extend({ known: z.enum(KNOWN).optional() });

/** 总览 and 排名: computed once for each change, the same for everyone who may see them. */
export const overviewRoutes = ({ allow, cached, house }: Doors) =>
  new Hono()
    .get('/overview', allow('overview.see', { tag: '总览', summary: '总览', answer: overviewPage }), (c) =>
      cached(c, c.var.ctx, 'overview', async (version) => ({ ...(await overview(c.var.ctx)), version })),
    )
    .get(
      '/ranking',
      allow('ranking.see', { tag: '总览', summary: '某一天的排名', answer: rankingPage }),
      valid('query', viewed),
      (c) => {
        const { group, day = dayOf(house.clock()), known } = c.req.valid('query');
        const key = `ranking/${group}/${day}/${known ?? ''}`;
        return cached(c, c.var.ctx, key, () => ranking(c.var.ctx, { group, day, known }));
      },
    )
    .get(
      '/ranking/revision',
      allow('ranking.see', { tag: '总览', summary: '某一天的排名，两种口径的差别', answer: rankingRevision }),
      valid('query', which),
      async (c) => c.json(await compareViews(c.var.ctx, c.req.valid('query'))),
    );
