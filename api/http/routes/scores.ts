import { Hono } from 'hono';
import { z } from 'zod';
import { explainLine } from '../../services/ranking/explain-line.ts';
import { explainUnit } from '../../services/ranking/explain-unit.ts';
import { KNOWN } from '../../services/ranking/score-shown.ts';
import { unitTimeline } from '../../services/units/unit-timeline.ts';
import { lineBasis, unitScore, unitTimelinePage } from '../answers/scores.ts';
import type { Doors } from '../doors.ts';
import { calendarDay, id, limit, valid } from '../valid.ts';

const which = z.object({ id: id<'unit'>() });
const view = z.object({ day: calendarDay().optional(), known: z.enum(KNOWN).optional() });
const compared = view.extend({ against: id<'unit'>().optional() });
const line = which.extend({ indicator: z.string().max(200) });
const page = z.object({ after: z.string().max(40).optional(), limit });

const tag = '得分';

/** 单位得分: a unit's score explained, the records behind each line, and what the unit reported. */
export const scoreRoutes = ({ allow }: Doors) =>
  new Hono()
    .get(
      '/:id/score',
      allow('ranking.see', { tag, summary: '一个单位的得分及由来', answer: unitScore }),
      valid('param', which),
      valid('query', compared),
      async (c) =>
        c.json(await explainUnit(c.var.ctx, { unitId: c.req.valid('param').id, ...c.req.valid('query') })),
    )
    .get(
      '/:id/lines/:indicator',
      allow('score.explain', { tag, summary: '一项得分依据的记录', answer: lineBasis }),
      valid('param', line),
      valid('query', view),
      async (c) => {
        const { id: unitId, indicator } = c.req.valid('param');
        return c.json(await explainLine(c.var.ctx, { unitId, indicator, ...c.req.valid('query') }));
      },
    )
    .get(
      '/:id/timeline',
      allow('score.explain', { tag, summary: '一个单位的动态', answer: unitTimelinePage }),
      valid('param', which),
      valid('query', page),
      async (c) =>
        c.json(await unitTimeline(c.var.ctx, { unitId: c.req.valid('param').id, ...c.req.valid('query') })),
    );
