/** What is answered about the system and the units. */
import { z } from 'zod';
import { GATEWAYS, RANKING_GROUPS, RUN_OUTCOMES, UNIT_KINDS } from '../../../db/vocabulary.ts';
import { instant, nullable, number, text } from './parts.ts';

export const health = z.object({ alive: z.literal(true) }).meta({ id: 'Health' });

export const readiness = z
  .object({
    ready: z.boolean(),
    database: z.enum(['up', 'down']),
    gateways: z.array(z.object({ name: z.enum(GATEWAYS), connected: z.boolean() })),
    jobs: z.array(z.object({ job: text, startedAt: instant, outcome: z.enum(RUN_OUTCOMES) })),
  })
  .meta({ id: 'Readiness', description: '就绪状态' });

export const unitList = z
  .object({
    units: z.array(
      z.object({
        id: number,
        parentId: nullable(number),
        kind: z.enum(UNIT_KINDS),
        name: text,
        shortName: text,
        rankingGroup: nullable(z.enum(RANKING_GROUPS)),
      }),
    ),
  })
  .meta({ id: 'UnitList', description: '单位名录' });
