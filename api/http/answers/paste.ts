/** What is answered about a pasted chat. */
import { z } from 'zod';
import { PASTE_DOUBTS } from '../../services/chat/preview-paste.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';

export const pastePreview = z
  .object({
    rows: z.array(
      z.object({
        name: text,
        at: instant,
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
  })
  .meta({ id: 'PastePreview', description: '粘贴记录的预览' });

export const pasteResult = z
  .object({ recorded: count, repeated: count })
  .meta({ id: 'PasteResult', description: '录入的结果' });
