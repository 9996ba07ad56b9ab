/** What is answered about assessment schemes. */
import { z } from 'zod';
import { RANKING_GROUPS, SCHEME_STATES } from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const about = {
  id: number,
  year: count,
  version: count,
  state: z.enum(SCHEME_STATES),
  createdAt: instant,
  publishedAt: nullable(instant),
  supersededAt: nullable(instant),
};

/** `duban score` reads the same; a draft may have faults, which `findings` names. */
const body = z.record(z.string(), z.json()).describe('SCHEME.json 的格式；草稿可能有错，见 findings');

export const schemeList = z
  .object({ schemes: z.array(z.object({ ...about, indicators: count })) })
  .meta({ id: 'SchemeList', description: '各年度的考核方案' });

export const schemeDetail = z
  .object({
    ...about,
    revision: count.describe('草稿改过几次；保存时要带上'),
    body,
    before: nullable(z.object({ version: count, body })).describe('本年度的上一版'),
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        indicator: nullable(text),
        text: text.describe('与上一版相比改了什么'),
      }),
    ),
    findings: z.array(z.object({ weight: z.enum(['fault', 'doubt']), path: text, message: text })),
    sections: z.array(z.object({ number: text, title: text })).describe('本年度工作方案的各节'),
  })
  .meta({ id: 'Scheme', description: '一份考核方案' });

const reached = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.json())));

export const schemeBasis = z
  .object({
    day: calendarDay,
    units: z.array(z.object({ key: text, name: text, group: z.enum(RANKING_GROUPS) })),
    collected: reached.describe('按指标来源、单位'),
    reported: reached.describe('按指标代码、单位'),
  })
  .meta({ id: 'SchemeBasis', description: '试算用的数据' });
