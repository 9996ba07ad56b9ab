/** What is answered about reported values. */
import { z } from 'zod';
import { RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const written = z.union([z.string(), z.number()]).describe('按填写方式：比率和数字是数，是否和不适用是词');

export const valueTable = z
  .object({
    year: count,
    version: count,
    groups: z.array(
      z.object({
        key: z.enum(RANKING_GROUPS),
        name: text,
        indicators: z.array(
          z.object({
            code: text,
            name: text,
            part: text,
            shape: z.enum(['share', 'number', 'count', 'yesNo']),
            how: text.describe('怎样填'),
            unitOfMeasure: nullable(text),
            dueOn: nullable(calendarDay),
          }),
        ),
        rows: z.array(
          z.object({
            unitId: number,
            name: text,
            cells: z.array(
              z.object({
                indicator: text,
                id: nullable(number).describe('现有值的编号，保存时作为 replaces'),
                written: nullable(written),
                at: nullable(instant),
                note: nullable(text),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ValueTable', description: '填报值' });

export const valueCheck = z
  .object({
    changes: z.array(
      z.object({
        sheet: text,
        cell: text,
        unitId: number,
        unit: text,
        indicator: text,
        name: text,
        before: nullable(written),
        after: written,
        replaces: nullable(number),
      }),
    ),
    unchanged: count,
    faults: z.array(z.object({ sheet: text, cell: text, message: text })),
  })
  .meta({ id: 'ValueCheck', description: '填报表的检查结果，尚未保存' });

export const valuesRecorded = z.object({ recorded: count }).meta({ id: 'ValuesRecorded' });
