/** What is answered about a pasted chat. */
import { z } from 'zod';
import { PASTE_DOUBTS } from '../../services/chat/pasted-rows.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

const read = {
  rows: z.array(
    z.object({
      name: text,
      at: instant,
      from: instant.describe('从何时起算'),
      text,
      kind: z.enum(['progress', 'extend']),
      unitId: nullable(number),
      assignmentId: nullable(number),
      code: nullable(text),
      percent: nullable(count),
      count: nullable(count),
      done: z.boolean(),
      until: nullable(calendarDay),
      reason: nullable(text),
      doubt: nullable(z.enum(PASTE_DOUBTS)),
    }),
  ),
  choices: z.array(
    z.object({
      unitId: number,
      tasks: z.array(z.object({ assignmentId: number, code: text, title: text, period: text })),
    }),
  ),
};

export const pastePreview = z
  .object({ ...read, units: z.array(z.object({ unitId: number, name: text })).describe('可选的单位') })
  .meta({ id: 'PastePreview', description: '粘贴记录的预览' });

export const pasteReading = z
  .object(read)
  .meta({ id: 'PasteReading', description: '按选定的单位重读的一条消息' });

export const pasteResult = z
  .object({ recorded: count, repeated: count })
  .meta({ id: 'PasteResult', description: '录入的结果' });
