import { Hono } from 'hono';
import { listUnits } from '../../services/units/list-units.ts';
import { unitList } from '../answers/system.ts';
import type { Doors } from '../doors.ts';

/** 单位名录 */
export const unitRoutes = ({ allow }: Doors) =>
  new Hono().get('/', allow('unit.list', { tag: '单位', summary: '单位名录', answer: unitList }), async (c) =>
    c.json({ units: await listUnits(c.var.ctx) }),
  );
