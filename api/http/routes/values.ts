import { Hono } from 'hono';
import { z } from 'zod';
import { checkValues } from '../../services/values/check-values.ts';
import { listValues } from '../../services/values/list-values.ts';
import { recordValues } from '../../services/values/record-values.ts';
import { valuesTemplate } from '../../services/values/values-template.ts';
import { valueCheck, valuesRecorded, valueTable } from '../answers/values.ts';
import type { Doors } from '../doors.ts';
import { upload } from '../inputs.ts';
import { idInBody, valid } from '../valid.ts';
import { keepWorkbook, XLSX } from './workbooks.ts';

const entry = z.object({
  unitId: idInBody<'unit'>(),
  indicator: z.string().max(40),
  written: z.union([z.string().max(100), z.number(), z.boolean()]),
  replaces: z.union([idInBody<'reportedValue'>(), z.null()]),
  note: z.string().trim().max(500).exactOptional(),
});
const entries = z.object({
  entries: z.array(entry).min(1, '没有要保存的值').max(2000, '一次不超过2000个值'),
});

const tag = '填报值';

/** 填报值: as they stand, by hand, and from a workbook that is looked at before anything is stored. */
export const valueRoutes = ({ allow }: Doors) =>
  new Hono()
    .get('/', allow('value.record', { tag, summary: '现有填报值', answer: valueTable }), async (c) =>
      c.json(await listValues(c.var.ctx)),
    )
    .get(
      '/template.xlsx',
      allow('value.record', { tag, summary: '填报模板（Excel）', media: XLSX }),
      async (c) => keepWorkbook(c, await valuesTemplate(c.var.ctx)),
    )
    .post(
      '/check',
      allow('value.record', { tag, summary: '检查填好的模板，不保存', answer: valueCheck }),
      valid('form', upload),
      async (c) => c.json(await checkValues(c.var.ctx, await c.req.valid('form').file.bytes())),
    )
    .post(
      '/',
      allow('value.record', { tag, summary: '保存填报值', answer: valuesRecorded }),
      valid('json', entries),
      async (c) => c.json({ recorded: await recordValues(c.var.ctx, c.req.valid('json').entries) }),
    );
