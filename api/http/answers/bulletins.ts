/** What is answered about bulletins and practices, as the OpenAPI document and the typed client have it. */
import { z } from 'zod';
import { BULLETIN_KINDS, BULLETIN_STATES } from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const span = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text }),
  z.object({ kind: z.literal('figure'), text, of: text }),
  z.object({ kind: z.literal('name'), text }),
]);

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), spans: z.array(span) }),
  z.object({
    kind: z.literal('table'),
    caption: text,
    columns: z.array(z.object({ title: text, share: number, align: z.enum(['left', 'center', 'right']) })),
    rows: z.array(z.array(text)),
  }),
  z.object({
    kind: z.literal('ranking'),
    caption: text,
    rows: z.array(
      z.object({
        unit: text,
        rank: nullable(count),
        score: nullable(text),
        grade: nullable(text),
        change: nullable(number),
      }),
    ),
  }),
  z.object({
    kind: z.literal('chart'),
    caption: text,
    bars: z.array(z.object({ label: text, share: number })),
  }),
]);

const content = z
  .object({
    kind: z.enum(BULLETIN_KINDS),
    period: text,
    number: nullable(text),
    title: text,
    addressees: text,
    sections: z.array(z.object({ heading: text, blocks: z.array(block) })),
    signer: text,
    date: nullable(calendarDay),
    asOf: instant,
  })
  .meta({ id: 'BulletinContent', description: '通报内容' });

export const bulletinList = z
  .object({
    rows: z.array(
      z.object({
        id: number,
        kind: z.enum(BULLETIN_KINDS),
        period: text,
        state: z.enum(BULLETIN_STATES),
        title: text,
        number: nullable(text),
        issuedAt: nullable(instant),
        pushedAt: nullable(instant),
      }),
    ),
    sections: z.array(z.object({ number: text, title: text })).describe('专题通报可选的方案部分'),
  })
  .meta({ id: 'BulletinList', description: '通报' });

export const bulletinDetail = z
  .object({
    id: number,
    state: z.enum(BULLETIN_STATES),
    version: count,
    content,
    sentBack: nullable(text),
    issuedAt: nullable(instant),
    pushedAt: nullable(instant),
    withdrawnAt: nullable(instant),
    withdrawnReason: nullable(text),
    contentHash: nullable(text),
    practiceIds: z.array(number),
    history: z.array(
      z.object({
        version: count,
        action: text,
        reason: nullable(text),
        person: nullable(text),
        at: instant,
      }),
    ),
    can: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      sign: z.boolean(),
      sendBack: z.boolean(),
      issue: z.boolean(),
      push: z.boolean(),
      withdraw: z.boolean(),
    }),
  })
  .meta({ id: 'BulletinDetail', description: '一份通报' });

export const drafted = z.object({ id: number }).meta({ id: 'Drafted', description: '新起草的通报' });

export const practiceList = z
  .object({
    rows: z.array(z.object({ id: number, unit: text, title: text, body: text, at: instant, carried: count })),
  })
  .meta({ id: 'PracticeList', description: '经验做法' });
