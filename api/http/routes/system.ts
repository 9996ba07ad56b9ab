import { Hono } from 'hono';
import { readReadiness } from '../../services/system/read-readiness.ts';
import { health, readiness } from '../answers/system.ts';
import type { Doors } from '../doors.ts';

const tag = '系统';

/** Is it alive (存活), and can it serve (就绪)? */
export const systemRoutes = ({ open, system }: Doors) =>
  new Hono()
    .get('/health', open({ tag, summary: '存活', answer: health }), (c) => c.json({ alive: true as const }))
    .get('/ready', open({ tag, summary: '就绪', answer: readiness }), async (c) => {
      const state = await readReadiness(system);
      return c.json(state, state.ready ? 200 : 503);
    });
